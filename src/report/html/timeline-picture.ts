import type { Lane, Lanes } from '../lanes.rules.ts'
import { count, duration, oneLine } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'

/** More tasks than this and the lanes are no picture any more: the table has them all. */
const MOST = 60

/** Measures in the picture's own units. */
const LEFT = 250
const WIDTH = 620
/** Room for half of the last time on the axis. */
const RIGHT = 40
const STEP = 24
const TOP = 30
const LETTERS = 24

/** The page's style sheet has these rules at its end. Heights and signs say what the colours say. */
export const TIMELINE_STYLE = `
.lanes { padding: 1rem 1.25rem 1.25rem; }
.lanes svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.lanes .grid { stroke: var(--line); } .lanes .verdict { stroke: var(--ink); stroke-dasharray: 4 3; }
.lanes text { font-size: 12px; fill: var(--soft); } .lanes .name { font-size: 13px; fill: var(--ink); }
.lanes .waiting { fill: var(--hue2); } .lanes .running { fill: var(--pass); } .lanes .old .running, .lanes .old .waiting { fill: var(--hue5); }
.lanes .cross { fill: none; stroke: var(--fail); stroke-width: 2.5; stroke-linecap: round; } .lanes .stop { stroke: var(--soft); stroke-width: 2; }
.lanes figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; color: var(--soft); font-size: .8125rem; } .lanes figcaption svg { display: inline-block; width: 1.5rem; min-width: 0; height: .75rem; margin-right: .375rem; vertical-align: -.0625rem; }
.changes { padding: 0 1.25rem; } .changes summary { padding: .375rem 0; cursor: pointer; color: var(--soft); font-size: .9375rem; }
.changes table { font-size: .8125rem; } .changes th, .changes td { padding: .25rem .75rem; } .changes td:last-child { min-width: 14rem; overflow-wrap: anywhere; } .changes tr.back { background: var(--track); }
@media print { .lanes svg { min-width: 0; } }`

/** A lane for each task, from left to right as time went. */
export function timelinePicture({ lanes, verdictMs, totalMs }: Lanes): Markup {
  const shown = lanes.slice(0, MOST)
  const height = TOP + shown.length * STEP + 6
  const at = (ms: number): number => LEFT + (Math.min(ms, totalMs) / Math.max(1, totalMs)) * WIDTH
  const hidden = lanes.length - shown.length
  const hasWayBack = totalMs > verdictMs
  return html`<figure class="lanes"><div class="scroll" role="region" aria-label="Tasks over time" tabindex="0"><svg viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-label="${spoken(lanes)}">${ticks(totalMs).map(ms => html`<path class="grid" d="M${at(ms).toFixed(1)} ${TOP - 8}V${height}"/><text x="${at(ms).toFixed(1)}" y="${TOP - 14}" text-anchor="middle">${onAxis(ms)}</text>`)}${hasWayBack && html`<path class="verdict" d="M${at(verdictMs).toFixed(1)} ${TOP - 8}V${height}"/>`}${shown.map((lane, i) => drawn(lane, TOP + i * STEP, at))}</svg></div>
<figcaption><span>${key(html`<rect class="waiting" y="4" width="24" height="4"/>`)}not yet running</span><span>${key(html`<rect class="running" y="1" width="24" height="10"/>`)}running</span><span>${key(html`<g class="old"><rect class="running" y="1" width="24" height="10"/></g>`)}of the version before</span><span>${key(html`<path class="cross" d="M8 2l8 8M16 2l-8 8"/>`)}failed</span><span>${key(html`<path class="stop" d="M12 0V12"/>`)}stopped</span>${hasWayBack && html`<span>${key(html`<path class="verdict" d="M12 0V12"/>`)}then the way back</span>`}${hidden > 0 && html`<span>${count(hidden, 'task')} more in the table</span>`}</figcaption></figure>`
}

/** `0`, `20 s`, `2 min`: without the parts that are none. */
const onAxis = (ms: number): string =>
  ms === 0
    ? '0'
    : duration(ms)
        .replace(/\.0 s$/, ' s')
        .replace(/ min 0 s$/, ' min')

const key = (sign: Markup): Markup => html`<svg viewBox="0 0 24 12" aria-hidden="true">${sign}</svg>`

function drawn(
  { title, node, isNew, stretches, end }: Lane,
  top: number,
  at: (ms: number) => number
): Markup {
  const middle = top + STEP / 2
  const x = at(end?.atMs ?? 0)
  return html`<g class="${isNew ? 'new' : 'old'}"><text class="name" x="0" y="${middle + 4}">${short(title)}</text><text x="${LEFT - 12}" y="${middle + 4}" text-anchor="end">${short(node, 10)}</text>${stretches.map(
    ({ kind, fromMs, toMs }) => {
      const tall = kind === 'running' ? 12 : 4
      return html`<rect class="${kind}" x="${at(fromMs).toFixed(1)}" y="${middle - tall / 2}" width="${Math.max(1.5, at(toMs) - at(fromMs)).toFixed(1)}" height="${tall}" rx="1.5"/>`
    }
  )}${end && (end.isFailure ? html`<path class="cross" d="M${(x - 4).toFixed(1)} ${middle - 4}l8 8m0 -8l-8 8"/>` : html`<path class="stop" d="M${x.toFixed(1)} ${middle - 8}v16"/>`)}</g>`
}

function short(text: string, letters = LETTERS): string {
  const characters = [...oneLine(text)]
  return characters.length > letters ? `${characters.slice(0, letters - 1).join('')}…` : characters.join('')
}

function spoken(lanes: readonly Lane[]): string {
  const failed = lanes.filter(({ end }) => end?.isFailure)
  const said = failed.slice(0, 5).map(({ title, node }) => `${oneLine(title)} on ${oneLine(node)}`)
  return `${count(lanes.length, 'task')} over time, ${failed.length} failed${said.length > 0 ? `: ${said.join(', ')}` : ''}. The table has every change.`
}

const STEPS_MS = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 3e4, 6e4, 12e4, 3e5, 6e5, 12e5, 36e5]

/** Round times for the axis, eight at most. */
function ticks(totalMs: number): number[] {
  const step = STEPS_MS.find(each => totalMs / each <= 7) ?? totalMs / 7
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, i) => i * step)
}
