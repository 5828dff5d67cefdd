import Table from 'cli-table3'
import { inTerminal } from '../plain/text.ts'
import { columnsOf } from './columns.rules.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'
import { columnWidths } from './table-widths.rules.ts'
import { wrapped } from './wrap.rules.ts'

/** A cell: its text, which is neutralised here, and how it is coloured. */
export type Cell = string | { text: string; style: Style }
export type Style = 'green' | 'red' | 'yellow' | 'dim' | 'bold'

const GAP = 2

/** Columns without lines, as wide as the screen at most: what does not fit is broken within its cell. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[], look: Look): string {
  const { color } = paint(look)
  const texts = rows.map(row => row.map(cell => inTerminal(typeof cell === 'string' ? cell : cell.text)))
  const natural = head.map((title, i) =>
    Math.max(columnsOf(title), ...texts.map(row => columnsOf(row[i] ?? '')))
  )
  const widths = columnWidths(natural, look.width - 1, GAP)
  const drawn = new Table({
    head: head.map(title => color.dim(title)),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    colWidths: widths.map(width => width + GAP)
  })
  for (const [r, row] of rows.entries())
    drawn.push(
      row.map((cell, i) => {
        const lines = wrapped(texts[r]?.[i] ?? '', widths[i] ?? 0)
        return (typeof cell === 'string' ? lines : lines.map(color[cell.style])).join('\n')
      })
    )
  return drawn
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
}

const NO_LINES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle']
  ].map(name => [name, ''])
)
