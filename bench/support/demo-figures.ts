// What the demo's runs come to: pure.
import { median } from './median.ts'

/** One run of bin/demo. `isGood`: it exited with 0. */
export type DemoRun = {
  isGood: boolean
  wallMs: number
  /** The report's own phases. */
  phases: { title: string; ms: number }[]
  /** What the log says of the steps within them, innermost title: in the order in which they were done. */
  steps: { title: string; ms: number }[]
}

export type DemoFigures = {
  /** The median of the runs that ended well; `null` when none did. */
  medianMs: number | null
  runsMs: number[]
  failed: number
  /** Title → median of the runs that ended well. */
  phases: Record<string, number>
  steps: Record<string, number>
}

export function figuresOf(runs: readonly DemoRun[]): DemoFigures {
  const good = runs.filter(run => run.isGood)
  return {
    medianMs: good.length > 0 ? Math.round(median(good.map(run => run.wallMs))) : null,
    runsMs: good.map(run => Math.round(run.wallMs)),
    failed: runs.length - good.length,
    phases: mediansOf(good.map(run => run.phases)),
    steps: mediansOf(good.map(run => run.steps))
  }
}

/** How much of the time before is left; `null` when either side has no run that ended well. */
export function ratioOf(now: DemoFigures, before: DemoFigures): number | null {
  if (now.medianMs === null || before.medianMs === null) return null
  return Math.round((now.medianMs / before.medianMs) * 1000) / 1000
}

/** The steps in a log that no terminal showed: `done: Raise the swarm › Fill the mirror (51 s)`. */
export function stepsOf(log: string): DemoRun['steps'] {
  const rows = log.matchAll(/^done: (?:.* › )?(.+) \(((?:\d+ min )?[\d.]+ s)\)/gm)
  return [...rows].map(([, title = '', time = '']) => ({ title, ms: millisecondsOf(time) }))
}

function millisecondsOf(time: string): number {
  const [, minutes = '0', seconds = '0'] = /^(?:(\d+) min )?([\d.]+) s$/.exec(time) ?? []
  return Math.round((Number(minutes) * 60 + Number(seconds)) * 1000)
}

/** Of a title that a run has several times, their sum counts. */
function mediansOf(runs: readonly { title: string; ms: number }[][]): Record<string, number> {
  const titles = [...new Set(runs.flat().map(row => row.title))]
  const sumIn = (rows: readonly { title: string; ms: number }[], title: string): number =>
    rows.reduce((sum, row) => (row.title === title ? sum + row.ms : sum), 0)
  return Object.fromEntries(titles.map(title => [title, Math.round(median(runs.map(r => sumIn(r, title))))]))
}
