import type { Lane, Lanes } from './lanes.rules.ts'
import { oneLine } from './text.rules.ts'

/** GitHub draws diagrams of at most 50,000 characters, and a reader takes in fewer bars. */
const MOST_TASKS = 60
const MOST_LETTERS = 40

/**
 * A rollout as a Mermaid gantt chart: a section for each slot, a bar for each task from when it was made to its end.
 * `undefined` where there is nothing to draw; `hidden` is how many tasks there was no room for.
 */
export function rolloutGantt({ lanes, totalMs }: Lanes): { chart: string; hidden: number } | undefined {
  const drawable = lanes.filter(lane => lane.stretches.length > 0)
  if (drawable.length === 0) return undefined
  const shown = mostTelling(drawable)
  const sections = Map.groupBy(shown, lane => lane.title)
  const lines = [...sections].flatMap(([title, own]) => [
    `  section ${inert(title)}`,
    ...own.map((lane, i) => `  ${bar(lane, `${shown.indexOf(lane)}x${i}`, totalMs)}`)
  ])
  const axis = totalMs < 3_600_000 ? '%M:%S' : '%H:%M'
  const chart = ['gantt', '  dateFormat HH:mm:ss.SSS', `  axisFormat ${axis}`, ...lines].join('\n')
  return { chart, hidden: drawable.length - shown.length }
}

/** All, or, where they are too many, those that failed first and the new ones before the old; in their own order. */
function mostTelling(lanes: readonly Lane[]): Lane[] {
  const rank = ({ end, isNew }: Lane): number => (end?.isFailure ? 0 : isNew ? 1 : 2)
  const kept = new Set(lanes.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_TASKS))
  return lanes.filter(lane => kept.has(lane))
}

/** The first word is ours: no name of somebody else's begins a line. */
function bar({ isNew, node, stretches, end }: Lane, id: string, totalMs: number): string {
  const fromMs = stretches[0]?.fromMs ?? 0
  const toMs = Math.max(fromMs + 1, end?.atMs ?? stretches.at(-1)?.toMs ?? totalMs)
  const word = `${isNew ? 'new' : 'old'}${end?.isFailure ? ' failed' : ''}`
  const look = end?.isFailure ? 'crit' : isNew ? 'active' : 'done'
  return `${word} on ${inert(node) || 'no node'} :${look}, t${id}, ${clock(fromMs)}, ${clock(toMs)}`
}

/** Nothing that means anything to Mermaid, to Markdown's fence around it, or to a browser. */
function inert(text: string): string {
  const letters = [...oneLine(text).replace(/[^\p{L}\p{N} ._/-]/gu, '·')]
  return letters.slice(0, MOST_LETTERS).join('').trim()
}

/** Of one day: `00:01:02.345`. */
function clock(ms: number): string {
  const day = Math.min(Math.round(ms), 86_399_999)
  return new Date(day).toISOString().slice(11, 23)
}
