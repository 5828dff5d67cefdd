import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import type { NodeAnswers } from '../../verify/verify.ts'
import { type AnswersMatrix, answersMatrix } from '../answers.rules.ts'
import { cutText } from '../bounds.rules.ts'
import { oneLine, percent, whole } from '../text.rules.ts'
import { createTable, drawn, type TerminalLook } from './table.ts'

/** More columns and rows than this are read by nobody. */
const MOST_REPLICAS = 24
const MOST_NODES = 200

/** A column of a table: its title, and its cell for each row and for all rows together. */
type Column = { title: string; cells: string[]; total: string; align?: 'left' }

/**
 * Which replica answered how often to each node, what failed and how long it took. On a narrow screen the
 * shares go first, then the replicas give way to the least and the greatest share among them.
 */
export function answersTable(nodes: readonly NodeAnswers[], look: TerminalLook): string {
  const matrix = answersMatrix(nodes.slice(0, MOST_NODES))
  const fitting = matrix.replicas.length > MOST_REPLICAS ? [] : [fullColumns, countColumns]
  const layouts = [...fitting, shareColumns].map(layout => () => drawColumns(layout(matrix, look), look))
  for (const draw of layouts.slice(0, -1)) {
    const text = draw()
    if (widthOf(text) <= look.width) return text
  }
  return layouts.at(-1)?.() ?? ''
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
    cells: rows.map(({ answers }) => cutText(oneLine(answers.node), 60)),
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
  return drawn(table)
}

/** Containers are called by twelve hexadecimal digits; whatever is longer is cut. */
function short(name: string): string {
  const characters = [...oneLine(name)]
  return characters.length > 12 ? `${characters.slice(0, 11).join('')}~` : characters.join('')
}

function widthOf(text: string): number {
  return Math.max(...text.split('\n').map(line => stripVTControlCharacters(line).length))
}
