import { stripVTControlCharacters } from 'node:util'
import Table from 'cli-table3'
import picocolors from 'picocolors'
import type { NodeAnswers, Verdict, VerdictStatus } from '../verify/verdict.ts'
import { type AnswersMatrix, answersMatrix } from './answers.rules.ts'
import { STATUS_WORDS } from './headline.rules.ts'
import { oneLine, percent, whole } from './text.rules.ts'

/** How text may look. `width` in columns, `Infinity` where nothing is to be wrapped. */
export type TerminalLook = { width: number; hasColor: boolean; hasUnicode: boolean }

/** A column of a table: its title, and its cell for each row and for all rows together. */
type Column = { title: string; cells: string[]; total: string; align?: 'left' }

/**
 * Which replica answered how often to each node, what failed and how long it took. On a narrow screen the
 * shares go first, then the replicas give way to the least and the greatest share among them.
 */
export function answersTable(nodes: readonly NodeAnswers[], look: TerminalLook): string {
  const matrix = answersMatrix(nodes)
  const layouts = [fullColumns, countColumns, shareColumns].map(
    layout => () => drawColumns(layout(matrix, look), look)
  )
  for (const draw of layouts.slice(0, -1)) {
    const drawn = draw()
    if (widthOf(drawn) <= look.width) return drawn
  }
  return layouts.at(-1)?.() ?? ''
}

/** Each check with what was seen; what was expected only where it did not pass, the way out where there is one. */
export function verdictsTable(verdicts: readonly Verdict[], look: TerminalLook): string {
  const { bold, dim } = picocolors.createColors(look.hasColor)
  const widest = (texts: string[]) => 2 + Math.max(0, ...texts.map(text => text.length))
  const status = widest(verdicts.map(verdict => `+ ${STATUS_WORDS[verdict.status]}`))
  const kind = widest(verdicts.map(verdict => oneLine(verdict.kind)))
  const isBounded = Number.isFinite(look.width)
  const table = createTable(look, {
    colWidths: isBounded ? [status, kind, Math.max(24, look.width - status - kind)] : [],
    wordWrap: isBounded
  })
  for (const verdict of verdicts) {
    const isOpen = verdict.status === 'fail' || verdict.status === 'inconclusive'
    const lines = [oneLine(verdict.observed)]
    if (isOpen) lines.push(dim(`expected: ${oneLine(verdict.expected)}`))
    if (verdict.hint) lines.push(`${look.hasUnicode ? '→' : '->'} ${oneLine(verdict.hint)}`)
    table.push([statusMark(verdict.status, look), bold(oneLine(verdict.kind)), lines.join('\n')])
  }
  return trimmed(table)
}

const SIGNS: Record<VerdictStatus, [unicode: string, ascii: string]> = {
  pass: ['✔', '+'],
  fail: ['✖', 'x'],
  inconclusive: ['?', '?'],
  skipped: ['–', '-']
}

function statusMark(status: VerdictStatus, look: TerminalLook): string {
  const { green, red, yellow, dim } = picocolors.createColors(look.hasColor)
  const paint = { pass: green, fail: red, inconclusive: yellow, skipped: dim }[status]
  return paint(`${SIGNS[status][look.hasUnicode ? 0 : 1]} ${STATUS_WORDS[status].toLowerCase()}`)
}

function fullColumns(matrix: AnswersMatrix, look: TerminalLook): Column[] {
  const { dim } = picocolors.createColors(look.hasColor)
  const cell = (n: number, of: number) => `${whole(n)} ${dim(percent(n, of))}`
  return [
    nodeColumn(matrix),
    ...matrix.replicas.map((name, i) => ({
      title: short(name),
      cells: matrix.rows.map(({ counts, answered }) => cell(counts[i] ?? 0, answered)),
      total: cell(matrix.totals[i] ?? 0, matrix.answered)
    })),
    failedColumn(matrix, look),
    ...(['p50', 'p95', 'max'] as const).map(which => latencyColumn(matrix, which))
  ]
}

function countColumns(matrix: AnswersMatrix, look: TerminalLook): Column[] {
  return [
    nodeColumn(matrix),
    ...matrix.replicas.map((name, i) => ({
      title: short(name),
      cells: matrix.rows.map(({ counts }) => whole(counts[i] ?? 0)),
      total: whole(matrix.totals[i] ?? 0)
    })),
    failedColumn(matrix, look),
    latencyColumn(matrix, 'p95')
  ]
}

function shareColumns(matrix: AnswersMatrix, look: TerminalLook): Column[] {
  const { rows, totals, answered } = matrix
  const shareOf = (pick: (...counts: number[]) => number) => ({
    cells: rows.map(row => percent(pick(...row.counts), row.answered)),
    total: percent(pick(...totals), answered)
  })
  return [
    nodeColumn(matrix),
    { title: 'answered', cells: rows.map(row => whole(row.answered)), total: whole(answered) },
    failedColumn(matrix, look),
    {
      title: 'replicas',
      cells: rows.map(row => whole(row.counts.filter(n => n > 0).length)),
      total: whole(totals.length)
    },
    { title: 'least', ...shareOf(Math.min) },
    { title: 'most', ...shareOf(Math.max) }
  ]
}

function nodeColumn({ rows }: AnswersMatrix): Column {
  return {
    title: 'node',
    cells: rows.map(({ answers }) => oneLine(answers.node)),
    total: 'all',
    align: 'left'
  }
}

function failedColumn({ rows, failed }: AnswersMatrix, look: TerminalLook): Column {
  const { red } = picocolors.createColors(look.hasColor)
  const cell = (n: number) => (n > 0 ? red(whole(n)) : whole(n))
  return { title: 'failed', cells: rows.map(({ answers }) => cell(answers.failed)), total: cell(failed) }
}

function latencyColumn({ rows }: AnswersMatrix, which: keyof NodeAnswers['latencyMs']): Column {
  const cells = rows.map(({ answers, answered }) =>
    answered > 0 ? answers.latencyMs[which].toFixed(1) : '-'
  )
  return { title: `${which} ms`, cells, total: '' }
}

function drawColumns(columns: readonly Column[], look: TerminalLook): string {
  const { dim, bold } = picocolors.createColors(look.hasColor)
  const table = createTable(look, {
    head: columns.map(column => dim(column.title)),
    colAligns: columns.map(column => column.align ?? 'right')
  })
  const rows = columns[0]?.cells.length ?? 0
  for (let i = 0; i < rows; i++) table.push(columns.map(column => column.cells[i] ?? ''))
  table.push(columns.map(column => bold(column.total)))
  return trimmed(table)
}

/** Containers are called by twelve hexadecimal digits; whatever is longer is cut. */
function short(name: string): string {
  const line = oneLine(name)
  return line.length > 12 ? `${line.slice(0, 11)}~` : line
}

function widthOf(drawn: string): number {
  return Math.max(...drawn.split('\n').map(line => stripVTControlCharacters(line).length))
}

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle']
    .flatMap(name => [name, `${name}-mid`, `${name}-left`, `${name}-right`])
    .map(name => [name, ''])
)

/** A table without boxes, and one rule below its head. */
function createTable(look: TerminalLook, options: Table.TableConstructorOptions): Table.Table {
  const { dim } = picocolors.createColors(look.hasColor)
  return new Table({
    ...options,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    chars: { ...NO_LINES, mid: dim(look.hasUnicode ? '─' : '-') }
  })
}

function trimmed(table: Table.Table): string {
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
}
