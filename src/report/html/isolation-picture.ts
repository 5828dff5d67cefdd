import type { IsolationMatrix, MatrixCell, MatrixPort } from '../../verify/verify.ts'
import { count, oneLine } from '../text.rules.ts'
import { CELL, kindOf, kindOfPort, legend, square } from './isolation-squares.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, scrolling, section } from './section.ts'

/** More services than this and the squares are no picture any more. */
const MOST = 40

/** Measures in the picture's own units. */
const STEP = 34
const LETTERS = 18
const LEFT = 150
const TOP = 118
/** Between groups of columns, and what the word under one needs. */
const GAP = 20
const TITLE = 66

/** The page's style sheet has these rules at its end; a sign and an outline say what the colours say. */
export const ISOLATION_STYLE = `
.isolation { padding: 1rem 1.25rem 1.25rem; }
.isolation svg { display: block; height: auto; margin: 0 auto; }
.isolation .name { font-size: 13px; fill: var(--ink); } .isolation .rule { fill: none; stroke: var(--line); } .isolation .head { font-size: 12px; fill: var(--soft); }
.isolation .cell rect { fill: var(--track); stroke: none; } .isolation .self { fill: none; stroke: var(--line); }
.isolation .cell.must rect { stroke: var(--pass); stroke-width: 2; }
.isolation .cell path { fill: none; stroke: var(--soft); stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.isolation .cell.open rect { fill: var(--pass-wash); } .isolation .cell.open path { stroke: var(--pass); }
.isolation .cell.wrong rect { fill: var(--fail-wash); stroke: var(--fail); stroke-width: 2; } .isolation .cell.wrong.must rect { stroke-dasharray: 4 3; }
.isolation .cell.wrong path { stroke: var(--fail); }
.isolation .cell.free rect { fill: none; stroke: var(--line); }
.isolation .cell.unknown rect { fill: var(--open-wash); } .isolation .cell.unknown path { stroke: var(--open); }
.isolation figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: center; margin-top: .75rem; color: var(--soft); font-size: .8125rem; }
.isolation figcaption span { display: inline-flex; align-items: center; gap: .375rem; } .isolation figcaption svg { width: 1.25rem; height: 1.25rem; margin: 0; }
@media print { .isolation figure { break-inside: avoid; } }
`

/** The part of the page, of which there may be several; nothing when there is no picture. */
export function isolationSection(matrix: IsolationMatrix, number = 0): Section | undefined {
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
 * what was expected as an outline; each published port, and each by UDP that rules name, has a column of its own
 * beside them.
 *
 * @returns `undefined` when there is nothing to draw, or too much for a picture
 */
export function isolationPicture(matrix: IsolationMatrix): Markup | undefined {
  const { services, cells } = matrix
  if (cells.length === 0 || services.length > MOST) return undefined
  return html`<figure class="isolation">
${scrolling('Who reaches whom', picture(matrix))}
<figcaption>${legend(new Set([...matrix.published, ...(matrix.udp ?? [])].map(kindOfPort)))}</figcaption>
</figure>`
}

function picture(matrix: IsolationMatrix): Markup {
  const { services, cells } = matrix
  const cellAt = new Map(cells.map(cell => [`${cell.from} ${cell.to}`, cell]))
  const end = LEFT + services.length * STEP
  const bottom = TOP + services.length * STEP
  const groups = portGroups(matrix, end + GAP)
  const last = groups.at(-1)
  const right = last ? last.x + last.width : end + 8
  // The last slanted name leans over the edge of its column.
  const width = Math.ceil(right + 84)
  const height = bottom + (last ? 24 : 2)
  return html`<svg width="${width}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${described(matrix)}">
${services.map((name, column) => slanted(LEFT + column * STEP, short(name)))}
${services.map(
  (
    from,
    row
  ) => html`<text class="name" text-anchor="end" x="${LEFT - 10}" y="${TOP + row * STEP + 20}">${short(from)}</text>${services.map(
    (to, column) =>
      html`<g transform="translate(${LEFT + column * STEP} ${TOP + row * STEP})">${from === to ? html`<rect class="self" width="${CELL}" height="${CELL}" rx="6"/>` : drawn(cellAt.get(`${from} ${to}`))}</g>`
  )}
`
)}
${groups.map(group => portColumns(group, services, bottom))}
</svg>`
}

function slanted(x: number, text: string): Markup {
  return html`<text class="name" transform="translate(${x + 18} ${TOP - 8}) rotate(-50)">${text}</text>`
}

/** Columns of ports, beside the services: what is published on the nodes, and what rules ask by UDP. */
type PortGroup = { title: string; x: number; width: number; columns: MatrixPort[][]; rest: number }

function portGroups({ published, udp = [] }: IsolationMatrix, from: number): PortGroup[] {
  let x = from
  return [
    { title: 'published', ports: published },
    { title: 'by UDP', ports: udp }
  ].flatMap(({ title, ports }): PortGroup[] => {
    const all = [...Map.groupBy(ports, portName).values()]
    if (all.length === 0) return []
    // Where there is no room for all, the wrong ones have it first.
    const wrongFirst = [...Map.groupBy(all, own => !own.some(one => one.isUnexpected))].sort(
      ([a], [b]) => Number(a) - Number(b)
    )
    const columns = all.length > MOST ? wrongFirst.flatMap(([, own]) => own).slice(0, MOST) : all
    const group = {
      title,
      x,
      width: Math.max(columns.length * STEP, TITLE),
      columns,
      rest: all.length - MOST
    }
    x += group.width + GAP
    return [group]
  })
}

function portColumns({ title, x, columns, rest }: PortGroup, services: string[], bottom: number): Markup {
  const more = rest > 0 ? `, and ${rest} more` : ''
  return html`<path class="rule" d="M${x - GAP / 2} ${TOP}V${bottom}"/><text class="head" x="${x}" y="${bottom + 16}">${title}${more}</text>
${columns.map(
  (ports, column) =>
    html`${ports[0] && slanted(x + column * STEP, portName(ports[0]))}${ports.map(port => {
      const row = services.indexOf(port.from)
      return (
        row >= 0 &&
        html`<g transform="translate(${x + column * STEP} ${TOP + row * STEP})"><title>${portTitle(port, title)}</title>${square(kindOfPort(port))}</g>`
      )
    })}
`
)}`
}

function drawn(cell: MatrixCell | undefined): Markup | undefined {
  if (!cell) return undefined
  const { from, to, expected, observed, detail } = cell
  const title = `${from} → ${to}: must be ${expected}, is ${observed === 'unknown' ? 'not known' : observed}${detail ? ` (${detail})` : ''}`
  return html`<title>${oneLine(title)}</title>${square(kindOf(cell))}`
}

function portTitle({ from, to, port, state, expected }: MatrixPort, title: string): string {
  const must = expected ? `must be ${expected}, ` : ''
  return oneLine(`${from} → ${to}:${port}, ${title}: ${must}is ${state === 'unknown' ? 'not known' : state}`)
}

const portName = ({ to, port }: MatrixPort): string => `${short(to)}:${port}`

function short(name: string): string {
  const label = oneLine(name)
  return label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label
}

/** For those who hear the page: the numbers, and every edge that is not as it must be. */
function described({ services, cells, published, udp = [] }: IsolationMatrix): string {
  const wrong = cells.filter(cell => cell.verdict === 'unexpected')
  const unknown = cells.filter(cell => cell.verdict === 'unknown')
  const said = (some: readonly MatrixCell[], words: string) =>
    some
      .slice(0, 10)
      .map(cell => ` ${oneLine(cell.from)} to ${oneLine(cell.to)} ${words === '' ? cell.observed : words}.`)
  return `Who reaches whom among ${count(services.length, 'service')}: ${count(cells.length, 'edge')}, ${wrong.length} not as they must be, ${unknown.length} not known.${said(wrong, '').join('')}${said(unknown, 'not known').join('')}${[...saidOf(published, 'published'), ...saidOf(udp, 'by UDP')].join('')}`
}

function saidOf(ports: readonly MatrixPort[], title: string): string[] {
  const told = ports.filter(port => port.isUnexpected).slice(0, 10)
  return told.map(port => ` ${oneLine(port.from)} to ${portName(port)} ${title} ${port.state}.`)
}
