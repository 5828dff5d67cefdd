import type { LiveTable } from '../effects/effects.ts'
import { inTerminal } from '../plain/text.ts'
import { columnsOf, cut } from './columns.rules.ts'
import type { Step } from './steps.ts'
import { columnWidths } from './table-widths.rules.ts'

/** One line of a table below the steps, cut to the screen. */
export type TableLine = { tone: LiveTable['rows'][number]['tone'] | 'head'; text: string }

/** What there is room for. */
export type Room = { width: number; rows: number; ellipsis: string }

const INDENT = '  '
const GAP = 2
/** A head, a row and the line that counts the rest: with less room a table says nothing. */
const LEAST_ROWS = 3

/** The tables of the steps that run, one below the other, in `room.rows` lines at most. */
export function tablesBelow(steps: readonly Step[], room: Room): TableLine[] {
  const lines: TableLine[] = []
  for (const table of tablesOf(steps))
    lines.push(...tableLines(table, { ...room, rows: room.rows - lines.length }))
  return lines
}

function tablesOf(steps: readonly Step[]): LiveTable[] {
  return steps.flatMap(step =>
    step.end ? [] : [...(step.table ? [step.table] : []), ...tablesOf(step.children)]
  )
}

/** The head and the rows; where they do not all fit those that are well go first, and how many went is said. */
export function tableLines({ head, rows }: LiveTable, room: Room): TableLine[] {
  if (rows.length === 0 || room.rows < LEAST_ROWS) return []
  const { shown, hidden } = fitting(rows, room.rows - 1)
  const cells = shown.map(row => row.cells.map(cell => inTerminal(cell)))
  const natural = head.map((title, i) =>
    Math.max(columnsOf(title), ...cells.map(row => columnsOf(row[i] ?? '')))
  )
  const widths = columnWidths(natural, room.width - 1 - INDENT.length, GAP)
  const line = (texts: readonly string[]): string => {
    const padded = widths.map((width, i) => {
      const text = cut(texts[i] ?? '', width, room.ellipsis)
      return text + ' '.repeat(Math.max(0, width - columnsOf(text)))
    })
    return cut(INDENT + padded.join(' '.repeat(GAP)).trimEnd(), room.width - 1, room.ellipsis)
  }
  return [
    { tone: 'head', text: line(head) },
    ...shown.map((row, i) => ({ tone: row.tone, text: line(cells[i] ?? []) })),
    ...(hidden.length === 0
      ? []
      : [{ tone: 'head' as const, text: cut(restOf(hidden, room), room.width - 1) }])
  ]
}

type Row = LiveTable['rows'][number]
/** What a person can do without first. */
const LEAST_NEWS: readonly Row['tone'][] = ['good', 'plain', 'old', 'busy', 'bad']

function fitting(rows: readonly Row[], room: number): { shown: readonly Row[]; hidden: readonly Row[] } {
  if (rows.length <= room) return { shown: rows, hidden: [] }
  const byNews = rows.toSorted((a, b) => LEAST_NEWS.indexOf(a.tone) - LEAST_NEWS.indexOf(b.tone))
  const hidden = new Set(byNews.slice(0, rows.length - room + 1))
  return { shown: rows.filter(row => !hidden.has(row)), hidden: [...hidden] }
}

function restOf(hidden: readonly Row[], { ellipsis }: Room): string {
  const well = hidden.filter(row => row.tone === 'good').length
  const which = well === hidden.length ? ', all well' : ''
  return `${INDENT}${ellipsis} and ${hidden.length} more${which}`
}
