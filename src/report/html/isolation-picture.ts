import type { IsolationMatrix, MatrixCell } from '../../verify/checks/isolation-matrix.rules.ts'
import { count, oneLine } from '../text.rules.ts'
import { html, type Markup, verbatim } from './markup.rules.ts'
import { scrolling, section } from './section.ts'

/** More services than this and the squares are no picture any more. */
const MOST = 40

/** Measures in the picture's own units. */
const CELL = 30
const STEP = 34
const LETTERS = 18
const LEFT = 150
const TOP = 118
const WORD = 7.2

/** The page's style sheet has these rules at its end; a sign and an outline say what the colours say. */
export const ISOLATION_STYLE = `
.isolation { padding: 1rem 1.25rem 1.25rem; }
.isolation svg { display: block; height: auto; margin: 0 auto; }
.isolation .name { font-size: 13px; fill: var(--ink); } .isolation .port { font-size: 12px; fill: var(--soft); }
.isolation .port.blocked { fill: var(--fail); } .isolation .head { font-size: 12px; fill: var(--soft); }
.isolation .cell rect { fill: var(--track); stroke: none; } .isolation .self { fill: none; stroke: var(--line); }
.isolation .cell.must rect { stroke: var(--pass); stroke-width: 2; }
.isolation .cell path { fill: none; stroke: var(--soft); stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.isolation .cell.open rect { fill: var(--pass-wash); } .isolation .cell.open path { stroke: var(--pass); }
.isolation .cell.wrong rect { fill: var(--fail-wash); stroke: var(--fail); stroke-width: 2; } .isolation .cell.wrong.must rect { stroke-dasharray: 4 3; }
.isolation .cell.wrong path { stroke: var(--fail); }
.isolation .cell.unknown rect { fill: var(--open-wash); } .isolation .cell.unknown path { stroke: var(--open); }
.isolation figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: center; margin-top: .75rem; color: var(--soft); font-size: .8125rem; }
.isolation figcaption span { display: inline-flex; align-items: center; gap: .375rem; } .isolation figcaption svg { width: 1.25rem; height: 1.25rem; margin: 0; }
@media print { .isolation figure { break-inside: avoid; } }
`

type Kind = 'open' | 'blocked' | 'unknown' | 'breach' | 'lack'

const SIGNS: Record<Kind, Markup> = {
  open: verbatim('<path d="M8 15h13M16 9.5l5.5 5.5-5.5 5.5"/>'),
  blocked: verbatim('<path d="M11 15h8"/>'),
  unknown: verbatim('<path d="M11.5 12a3.5 3.5 0 1 1 5 3.2c-1.1.6-1.5 1.2-1.5 2.3M15 21v.1"/>'),
  breach: verbatim('<path d="M8 15h13M16 9.5l5.5 5.5-5.5 5.5"/>'),
  lack: verbatim('<path d="M10 10l10 10M20 10l-10 10"/>')
}
const CLASSES: Record<Kind, string> = {
  open: 'cell must open',
  blocked: 'cell blocked',
  unknown: 'cell unknown',
  breach: 'cell wrong',
  lack: 'cell wrong must'
}
const LEGEND: [Kind, string][] = [
  ['open', 'open, as it must be'],
  ['blocked', 'blocked, as it must be'],
  ['breach', 'open, must be blocked'],
  ['lack', 'blocked, must be open'],
  ['unknown', 'not known']
]

/** The part of the page, of which there may be several; nothing when there is no picture. */
export function isolationSection(matrix: IsolationMatrix, number = 0): Markup | undefined {
  const drawing = isolationPicture(matrix)
  if (!drawing) return undefined
  const good = matrix.cells.filter(cell => cell.verdict === 'as-expected').length
  const note = `${good} of ${count(matrix.cells.length, 'edge')} as they must be`
  return section(
    number === 0 ? 'isolation' : `isolation-${number}`,
    'Isolation',
    note,
    html`<div class="card">${drawing}</div>`
  )
}

/**
 * Who reaches whom: a row for each source, a column for each target, what was observed as a sign and a fill,
 * what was expected as an outline; the published ports stand in a column of their own.
 *
 * @returns `undefined` when there is nothing to draw, or too much for a picture
 */
export function isolationPicture(matrix: IsolationMatrix): Markup | undefined {
  const { services, cells } = matrix
  if (cells.length === 0 || services.length > MOST) return undefined
  return html`<figure class="isolation">
${scrolling('Who reaches whom', picture(matrix))}
<figcaption>${LEGEND.map(([kind, words]) => html`<span><svg viewBox="0 0 30 30" aria-hidden="true">${square(kind)}</svg>${words}</span>`)}</figcaption>
</figure>`
}

function picture(matrix: IsolationMatrix): Markup {
  const { services, cells, published } = matrix
  const cellAt = new Map(cells.map(cell => [`${cell.from} ${cell.to}`, cell]))
  const ports = services.map(from => published.filter(edge => edge.from === from))
  const longest = Math.max(0, ...ports.map(own => own.map(portText).join('  ').length))
  const right = LEFT + services.length * STEP + 8
  // The last slanted name leans over the edge of its column.
  const width = Math.ceil(Math.max(right + (longest > 0 ? longest * WORD + 8 : 0), right + 84))
  const height = TOP + services.length * STEP + 2
  return html`<svg width="${width}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${described(matrix)}">
${services.map((name, column) => html`<text class="name" transform="translate(${LEFT + column * STEP + 18} ${TOP - 8}) rotate(-50)">${short(name)}</text>`)}
${longest > 0 && html`<text class="head" transform="translate(${right + 8} ${TOP - 8}) rotate(-50)">published</text>`}
${services.map(
  (
    from,
    row
  ) => html`<text class="name" text-anchor="end" x="${LEFT - 10}" y="${TOP + row * STEP + 20}">${short(from)}</text>${services.map(
    (to, column) =>
      html`<g transform="translate(${LEFT + column * STEP} ${TOP + row * STEP})">${from === to ? html`<rect class="self" width="${CELL}" height="${CELL}" rx="6"/>` : drawn(cellAt.get(`${from} ${to}`))}</g>`
  )}<text x="${right}" y="${TOP + row * STEP + 20}">${ports[row]?.map((edge, i) => html`<tspan class="port ${edge.state}">${i > 0 ? '  ' : ''}${portText(edge)}</tspan>`)}</text>
`
)}
</svg>`
}

function drawn(cell: MatrixCell | undefined): Markup | undefined {
  if (!cell) return undefined
  const { from, to, expected, observed, detail } = cell
  const title = `${from} → ${to}: must be ${expected}, is ${observed === 'unknown' ? 'not known' : observed}${detail ? ` (${detail})` : ''}`
  return html`<title>${oneLine(title)}</title>${square(kindOf(cell))}`
}

function square(kind: Kind): Markup {
  return html`<g class="${CLASSES[kind]}"><rect x="1" y="1" width="${CELL - 2}" height="${CELL - 2}" rx="6"/>${SIGNS[kind]}</g>`
}

function kindOf({ verdict, observed }: MatrixCell): Kind {
  if (verdict === 'unknown' || observed === 'unknown') return 'unknown'
  if (verdict === 'as-expected') return observed
  return observed === 'open' ? 'breach' : 'lack'
}

const PORT_SIGNS = { open: '', blocked: ' closed', unknown: ' ?' } as const

function portText({ to, port, state }: IsolationMatrix['published'][number]): string {
  return `${short(to)}:${port}${PORT_SIGNS[state]}`
}

function short(name: string): string {
  const label = oneLine(name)
  return label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label
}

/** For those who hear the page: the numbers, and every edge that is not as it must be. */
function described({ services, cells }: IsolationMatrix): string {
  const wrong = cells.filter(cell => cell.verdict === 'unexpected')
  const unknown = cells.filter(cell => cell.verdict === 'unknown')
  const said = (some: readonly MatrixCell[], words: string) =>
    some
      .slice(0, 10)
      .map(cell => ` ${oneLine(cell.from)} to ${oneLine(cell.to)} ${words === '' ? cell.observed : words}.`)
  return `Who reaches whom among ${count(services.length, 'service')}: ${count(cells.length, 'edge')}, ${wrong.length} not as they must be, ${unknown.length} not known.${said(wrong, '').join('')}${said(unknown, 'not known').join('')}`
}
