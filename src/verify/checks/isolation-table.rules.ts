import { neutralise } from '../untrusted-text.rules.ts'
import { type IsolationEvidence, judgeEdge, type MatrixEdge } from './isolation.rules.ts'

const SIGNS = {
  'as-expected': { open: '+', blocked: '.' },
  unexpected: { open: '+!', blocked: '.!' },
  unknown: { open: '?', blocked: '?' }
} as const

/** More letters of a service's name would push the table off the screen. */
const MOST_LETTERS = 20

/**
 * The matrix as lines of text: a row for each source, a column for each target, and the published ports that
 * the source reached in a last column of their own.
 */
export function isolationTable(evidence: IsolationEvidence): string[] {
  const { services, edges, published } = evidence
  const names = services.map(service => neutralise(service.name, MOST_LETTERS))
  const find = (from: string, to: string) =>
    edges.find(({ expected }) => expected.from === from && expected.to === to)
  const rows = services.map(from => [
    neutralise(from.name, MOST_LETTERS),
    ...services.map(to => (from === to ? '-' : signOf(find(from.name, to.name)))),
    publishedSeen(from.name, published)
  ])
  const table = [['from \\ to', ...names, 'published'], ...rows]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map(row => (row[column] ?? '').length))
  )
  return [
    ...table.map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()
    ),
    '+ open  . blocked  ! not as it must be  ? not known'
  ]
}

/** What was observed; `!` when it must not be so. */
function signOf(edge: MatrixEdge | undefined): string {
  if (!edge) return ' '
  const verdict = judgeEdge(edge)
  const { expected } = edge.expected
  const observed = verdict === 'unexpected' ? (expected === 'open' ? 'blocked' : 'open') : expected
  return SIGNS[verdict][observed]
}

function publishedSeen(from: string, published: IsolationEvidence['published']): string {
  const own = published.filter(edge => edge.from === from)
  return own
    .map(edge => `${neutralise(edge.to, MOST_LETTERS)}:${edge.port}${edge.state === 'open' ? '' : '?'}`)
    .join(' ')
}
