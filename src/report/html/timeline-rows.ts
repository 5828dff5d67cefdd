import type { Lane } from '../lanes.rules.ts'
import { beginMs, endMs, type Slot } from '../slots.rules.ts'
import { duration, oneLine } from '../text.rules.ts'
import { html, type Markup, verbatim } from './markup.rules.ts'

/** Where rows are drawn: `at` gives the place of a time, `hueOf` the colour of a node. */
export type Place = {
  left: number
  top: number
  at: (ms: number) => number
  hueOf: (node: string) => string
}

/** A track has the node's name above the bar. */
const TRACK = 27
const GAP = 5
const LETTERS = 20
const LETTER_WIDTH = 6.4
/** Of a picture that shows no words. */
const DENSE_HEIGHT = 2_400

export function rowsHeight(slots: readonly Slot[], isRoomy: boolean): number {
  if (!isRoomy) return Math.ceil(slots.length * denseRow(slots) + GAP)
  return slots.reduce((sum, slot) => sum + Math.max(1, slot.tracks.length) * TRACK + GAP, GAP)
}

const denseRow = (slots: readonly Slot[]): number =>
  Math.min(12, Math.max(1, DENSE_HEIGHT / Math.max(1, slots.length)))

/** A row for each slot, with its name; a bar for each task, with its node's. */
export function roomyRows(slots: readonly Slot[], place: Place): Markup[] {
  let y = place.top + GAP
  return slots.map(slot => {
    const top = y
    y += Math.max(1, slot.tracks.length) * TRACK + GAP
    return html`<path class="rule" d="M0 ${top - GAP / 2}H${place.at(Number.POSITIVE_INFINITY)}"/><text class="name" x="0" y="${top + 19}">${short(slot.title)}</text>${slot.tracks.map((track, i) => drawnTrack(track, top + i * TRACK, place))}
`
  })
}

function drawnTrack(track: readonly Lane[], top: number, { at, hueOf }: Place): Markup[] {
  let wordsEnd = 0
  return track.map(lane => {
    const x = at(beginMs(lane))
    const name = short(lane.node, 14)
    const hasRoom = x >= wordsEnd
    if (hasRoom) wordsEnd = x + name.length * LETTER_WIDTH + 8
    const y = top + 13
    const end = at(endMs(lane))
    return html`<g class="${hueOf(lane.node)}"><title>${told(lane)}</title>${hasRoom && html`<text class="node" x="${x}" y="${top + 9}">${name}</text>`}${lane.stretches.map(
      ({ kind, fromMs, toMs }) => {
        const width = Math.max(1.5, at(toMs) - at(fromMs))
        return kind === 'running'
          ? html`<rect class="run ${lane.isNew ? 'new' : 'old'}" x="${at(fromMs)}" y="${y}" width="${width.toFixed(1)}" height="10" rx="2"/>`
          : html`<path class="wait" d="M${at(fromMs)} ${y + 5}h${width.toFixed(1)}"/>`
      }
    )}${lane.end && (lane.end.isFailure ? html`<path class="cross" d="M${end - 4} ${y + 1}l8 8m0 -8l-8 8"/>` : html`<path class="stop" d="M${end} ${y - 2}v14"/>`)}</g>`
  })
}

/** Rows without words: one path for each colour and kind, however many tasks there are. */
export function denseRows(slots: readonly Slot[], { left, top, at, hueOf }: Place): Markup {
  const row = denseRow(slots)
  const paths = new Map<string, string[]>()
  const add = (kind: string, piece: string): void => {
    const pieces = paths.get(kind)
    if (pieces) pieces.push(piece)
    else paths.set(kind, [piece])
  }
  for (const [i, { tracks }] of slots.entries())
    for (const lane of tracks.flat()) {
      const y = (top + i * row).toFixed(1)
      for (const { kind, fromMs, toMs } of lane.stretches) {
        const width = Math.max(0.5, at(toMs) - at(fromMs)).toFixed(1)
        const look = kind === 'waiting' ? 'pale' : lane.isNew ? 'solid' : 'faded'
        add(`${hueOf(lane.node)} ${look}`, `M${at(fromMs)} ${y}h${width}v${row.toFixed(1)}h-${width}z`)
      }
      if (lane.end?.isFailure)
        add('end', `M${(at(lane.end.atMs) - 1.5).toFixed(1)} ${y}h3v${Math.max(row, 2).toFixed(1)}h-3z`)
    }
  return html`${groups(slots).map(
    ({ service, from, to }) =>
      html`<path class="rule" d="M0 ${(top + from * row).toFixed(1)}H${left}"/><text class="name" x="0" y="${Math.round(top + from * row + 14)}">${short(service)}</text><text x="0" y="${Math.round(top + from * row + 28)}">${`${to - from} slots`}</text>`
  )}${[...paths].map(([kind, pieces]) => html`<path class="dense ${kind}" d="${verbatim(pieces.join(''))}"/>`)}`
}

/** The slots of a service stand together. */
function groups(slots: readonly Slot[]): { service: string; from: number; to: number }[] {
  const found: { service: string; from: number; to: number }[] = []
  for (const [i, { service }] of slots.entries()) {
    const last = found.at(-1)
    if (last?.service === service) last.to = i + 1
    else found.push({ service, from: i, to: i + 1 })
  }
  return found
}

function told(lane: Lane): string {
  const { title, node, isNew, end, stretches } = lane
  const ran = stretches.find(({ kind }) => kind === 'running')
  const said = [
    `${title}, ${isNew ? 'new version' : 'version before'}, on ${node || 'no node'}`,
    ran ? `running after ${duration(ran.fromMs)}` : 'never running',
    ...(end ? [`${end.state} after ${duration(end.atMs)}`] : [])
  ]
  return oneLine(said.join('; '))
}

function short(text: string, letters = LETTERS): string {
  const characters = [...oneLine(text)]
  return characters.length > letters ? `${characters.slice(0, letters - 1).join('')}…` : characters.join('')
}
