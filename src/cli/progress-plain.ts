import { inTerminal } from '../plain/text.ts'
import { paint } from './paint.ts'
import type { Progress, ProgressOptions } from './progress.ts'
import { pathOf, running, seconds } from './step-tree.rules.ts'
import { type Step, trackSteps } from './steps.ts'

const WORD = { done: 'done', failed: 'failed', cancelled: 'cancelled' } as const
const REMIND_EVERY_MS = 15_000

/**
 * Progress as plain lines, for pipes, files and CI logs: one when a step ends, and one every 15 s for each of the
 * innermost steps that run on, so that a log that stands still means a step that hangs.
 */
export function plainProgress(options: ProgressOptions): Progress {
  const { screen, look, isVerbose, clock } = options
  const { color } = paint(look)
  let isUsed = false
  const line = (text: string, style = (plain: string) => plain) => {
    isUsed = true
    screen.write(`${style(inTerminal(text))}\n`)
  }

  const lastSaid = new Map<Step, number>()
  const { step, roots } = trackSteps(options, {
    started: () => undefined,
    changed: () => undefined,
    ended: (ended, { how, at }) => {
      lastSaid.delete(ended)
      const detail = ended.detail && how !== 'done' ? `: ${ended.detail}` : ''
      const style = how === 'done' ? undefined : how === 'failed' ? color.red : color.yellow
      line(`${WORD[how]}: ${pathOf(ended)} (${seconds(at - ended.startedAt)})${detail}`, style)
    }
  })

  const remind = () => {
    for (const each of running(roots)) {
      const now = clock.now()
      if (now - (lastSaid.get(each) ?? each.startedAt) < REMIND_EVERY_MS) continue
      lastSaid.set(each, now)
      const detail = each.detail ? `: ${each.detail}` : ''
      line(`running: ${pathOf(each)} (${seconds(now - each.startedAt)})${detail}`)
    }
  }
  const timer = setInterval(remind, 1000)
  timer.unref()

  return {
    log: {
      info: text => line(text),
      debug: text => void (isVerbose && line(text, color.dim)),
      warn: text => line(`warning: ${text}`, color.yellow),
      step
    },
    hasShown: () => isUsed,
    running: () => running(roots).map(pathOf),
    stop: () => clearInterval(timer)
  }
}
