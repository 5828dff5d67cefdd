import { createLogUpdate } from 'log-update'
import { inTerminal } from '../plain/text.ts'
import { type FrameLine, frameLine, frameOf } from './frame.rules.ts'
import { type TableLine, tablesBelow } from './live-table.rules.ts'
import { paint } from './paint.ts'
import type { Progress, ProgressOptions } from './progress.ts'
import { pathOf, running } from './step-tree.rules.ts'
import { type Step, trackSteps } from './steps.ts'

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const ASCII_SPINNER = ['-', '\\', '|', '/']
const FRAME_EVERY_MS = 100

/**
 * Progress on a terminal: the steps that run are redrawn in place; what ended, and every line of information or
 * warning, moves above them and stays.
 */
export function liveProgress(options: ProgressOptions): Progress {
  const { screen, look, isVerbose, clock } = options
  const { color, sign } = paint(look)
  const spinner = look.hasUnicode ? SPINNER : ASCII_SPINNER
  const region = createLogUpdate(screen as NodeJS.WritableStream)
  const size = () => ({ width: screen.columns ?? 80, rows: Math.max(1, (screen.rows ?? 24) - 2) })
  let turn = 0
  let isUsed = false
  let timer: NodeJS.Timeout | undefined

  const drawn = (line: FrameLine): string => {
    const mark = {
      running: color.cyan(spinner[turn % spinner.length] ?? ''),
      done: color.green(sign.done),
      failed: color.red(sign.failed),
      cancelled: color.yellow(sign.cancelled)
    }[line.sign]
    const detail = line.detail ? `  ${color.dim(line.detail)}` : ''
    return `${line.indent}${mark} ${line.title}  ${color.dim(line.time)}${detail}`
  }
  const drawnRow = ({ tone, text }: TableLine): string =>
    ({
      head: color.dim,
      good: color.green,
      bad: color.red,
      busy: color.cyan,
      old: color.dim,
      plain: (plain: string) => plain
    })[tone](text)
  const draw = () => {
    isUsed = true
    const { width, rows } = size()
    const steps = frameOf(roots, clock.now(), width, rows)
    const ellipsis = look.hasUnicode ? '…' : '...'
    const below = tablesBelow(roots, { width, rows: rows - steps.length, ellipsis })
    region([...steps.map(drawn), ...below.map(drawnRow)].join('\n'))
  }
  const keep = (text: string, style = (plain: string) => plain) => {
    isUsed = true
    region.persist(style(inTerminal(text)))
    if (timer) draw()
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
    region.clear()
    region.done()
  }

  const { step, roots } = trackSteps(options, {
    started: () => {
      timer ??= setInterval(() => {
        turn++
        draw()
      }, FRAME_EVERY_MS).unref()
      draw()
    },
    changed: () => undefined, // the next frame shows it
    ended: ended => {
      if (ended.parent) return draw()
      const { width } = size()
      for (const line of remains(ended, 0, clock.now(), width)) region.persist(drawn(line))
      if (roots.length === 0) stop()
      else draw()
    }
  })

  return {
    log: {
      info: text => keep(text),
      debug: text => void (isVerbose && keep(text, color.dim)),
      warn: text => keep(`${sign.warning} ${text}`, color.yellow),
      step
    },
    hasShown: () => isUsed,
    running: () => running(roots).map(pathOf),
    stop
  }
}

/** What stays of a step that ended: its own line and, below it, the way to what failed. */
function remains(step: Step, depth: number, now: number, width: number): FrameLine[] {
  const failed = step.end?.how === 'done' ? [] : step.children.filter(child => child.end?.how !== 'done')
  return [
    frameLine(step, depth, now, width),
    ...failed.flatMap(child => remains(child, depth + 1, now, width))
  ]
}
