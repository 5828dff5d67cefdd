import Table from 'cli-table3'
import picocolors from 'picocolors'
import { withoutCommands } from '../text.rules.ts'

/** How text may look. `width` in columns, `Infinity` where nothing is to be wrapped. */
export type TerminalLook = { width: number; hasColor: boolean; hasUnicode: boolean }

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle']
    .flatMap(name => [name, `${name}-mid`, `${name}-left`, `${name}-right`])
    .map(name => [name, ''])
)

/** A table without boxes, and one rule below its head. */
export function createTable(look: TerminalLook, options: Table.TableConstructorOptions): Table.Table {
  const { dim } = picocolors.createColors(look.hasColor)
  return new Table({
    ...options,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    chars: { ...NO_LINES, mid: dim(look.hasUnicode ? '─' : '-') }
  })
}

export function drawn(table: Table.Table): string {
  return withoutCommands(
    table
      .toString()
      .split('\n')
      .map(line => line.trimEnd())
      .join('\n')
  )
}
