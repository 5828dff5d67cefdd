import { inTerminal } from '../plain/text.ts'
import { columnsOf, cut } from './columns.rules.ts'
import { seconds } from './step-tree.rules.ts'
import type { Step } from './steps.ts'

/** One line of the live display, in parts that are coloured apart. */
export type FrameLine = { indent: string; sign: LineSign; title: string; time: string; detail: string }
export type LineSign = 'running' | 'done' | 'failed' | 'cancelled'

/**
 * The lines for the steps that run, outermost first. What has ended is shown below a step that runs on, and is the
 * first to go when there are more lines than `rows`.
 */
export function frameOf(roots: readonly Step[], now: number, width: number, rows: number): FrameLine[] {
  const all = lines(roots, 0)
  const superfluous = Math.max(0, all.length - rows)
  const dropped = new Set(all.filter(line => line.step.end).slice(0, superfluous))
  return all
    .filter(line => !dropped.has(line))
    .slice(0, rows)
    .map(({ step, depth }) => frameLine(step, depth, now, width))
}

function lines(steps: readonly Step[], depth: number): { step: Step; depth: number }[] {
  // A child that is done says no more about its own children; one that failed does.
  return steps.flatMap(step => [
    { step, depth },
    ...(step.end?.how === 'done' ? [] : lines(step.children, depth + 1))
  ])
}

/** A step's line. The time is never cut; of the rest the detail goes first, then the title. */
export function frameLine(step: Step, depth: number, now: number, width: number): FrameLine {
  const indent = '  '.repeat(depth)
  const time = seconds((step.end?.at ?? now) - step.startedAt)
  // sign, a blank, the title, two blanks, the time, and one column that stays free so that nothing wraps
  const room = width - indent.length - 2 - 2 - time.length - 1
  const title = cut(inTerminal(step.title), Math.max(room, 8))
  // What a step did last is old news once it is done; of one that failed it says where.
  const said = step.end?.how === 'done' ? '' : step.detail
  const detail = cut(inTerminal(said), Math.max(0, room - 2 - columnsOf(title)))
  return { indent, sign: step.end?.how ?? 'running', title, time, detail }
}
