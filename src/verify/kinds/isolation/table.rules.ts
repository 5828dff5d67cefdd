import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { IsolationMatrix, MatrixCell, MatrixPort } from '../../verdict.ts'

const SIGNS = { open: '+', blocked: '.', unknown: '?' } as const

/** More letters of a service's name would push the table off the screen. */
const MOST_LETTERS = 20

/**
 * The matrix as lines of text: a row for each source, a column for each target, and the published ports that
 * the source was tried on in a column of their own; so are those by UDP, where rules name some.
 */
export function isolationTable({ services, cells, published, udp }: IsolationMatrix): string[] {
  const short = (name: string) => neutralise(name, MOST_LETTERS)
  const cellAt = new Map(cells.map(cell => [`${cell.from} ${cell.to}`, cell]))
  const portsFrom = (from: string, ports: readonly MatrixPort[]) =>
    ports
      .filter(edge => edge.from === from)
      .map(edge => `${short(edge.to)}:${edge.port}${SIGNS[edge.state]}${edge.isUnexpected ? '!' : ''}`)
      .join(' ')
  const rows = services.map(from => [
    short(from),
    ...services.map(to => (from === to ? '-' : signOf(cellAt.get(`${from} ${to}`)))),
    portsFrom(from, published),
    ...(udp ? [portsFrom(from, udp)] : [])
  ])
  const table = [['from \\ to', ...services.map(short), 'published', ...(udp ? ['udp'] : [])], ...rows]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map(row => (row[column] ?? '').length))
  )
  const lines = table.map(row =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  )
  return [...lines, '+ open  . blocked  ? not known  ! not as it must be']
}

function signOf(cell: MatrixCell | undefined): string {
  return cell ? `${SIGNS[cell.observed]}${cell.verdict === 'unexpected' ? '!' : ''}` : ''
}
