import { scaleUtc } from 'd3-scale'
import type { Lane, Lanes } from '../lanes.rules.ts'
import type { Loss } from '../losses.rules.ts'
import { slotsOf } from '../slots.rules.ts'
import { count, duration, oneLine, whole } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { hue } from './mesh-picture.ts'
import { denseRows, type Place, roomyRows, rowsHeight } from './timeline-rows.ts'

/** More slots than this and a line has no room for words: the picture shows the sweep, the table each change. */
const MOST_ROOMY = 60
/** Their colours repeat. */
const MOST_NAMED_NODES = 18

/** Measures in the picture's own units. */
const LEFT = 150
const WIDTH = 760
const RIGHT = 30
const AXIS = 26
const STRIP = 34

/** Slots against time: what ran where and of which version, and when visitors were failed. */
export function timelinePicture(all: Lanes, losses: readonly Loss[], nodes: readonly string[]): Markup {
  const { lanes, verdictMs, totalMs } = all
  const slots = slotsOf(lanes)
  const isRoomy = slots.length <= MOST_ROOMY
  const scale = scaleUtc([0, Math.max(1, totalMs)], [LEFT, LEFT + WIDTH])
  const at = (ms: number): number => Math.round(scale(Math.min(ms, totalMs)) * 10) / 10
  const top = AXIS + (losses.length > 0 ? STRIP : 0)
  const place: Place = { left: LEFT, top, at, hueOf: node => hue(Math.max(0, nodes.indexOf(node))) }
  const height = top + rowsHeight(slots, isRoomy)
  const width = LEFT + WIDTH + RIGHT
  const hasWayBack = totalMs > verdictMs
  const picture = html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(lanes, losses)}">
${scale.ticks(8).map(date => tick(at(date.getTime()), date.getTime(), AXIS, height))}
${losses.length > 0 && strip(losses, at, top, height)}
${isRoomy ? roomyRows(slots, place) : denseRows(slots, place)}
${hasWayBack && html`<path class="verdict" d="M${at(verdictMs)} ${AXIS - 6}V${height}"/>`}
</svg>`
  return html`<figure class="lanes"><div class="scroll${isRoomy ? '' : ' tall'}" role="group" aria-label="Slots over time" tabindex="0">${picture}</div>
<figcaption>${legend(nodes, lanes, hasWayBack, losses.length > 0)}</figcaption></figure>`
}

const tick = (x: number, ms: number, top: number, bottom: number): Markup =>
  html`<path class="grid" d="M${x} ${top - 6}V${bottom}"/><text x="${x}" y="${top - 12}" text-anchor="middle">${onAxis(ms)}</text>`

/** `0`, `20 s`, `2 min`: without the parts that are none. */
const onAxis = (ms: number): string =>
  ms === 0
    ? '0'
    : duration(ms)
        .replace(/\.0 s$/, ' s')
        .replace(/ min 0 s$/, ' min')

/** The share of the requests that failed, over the slots that were at work meanwhile. */
function strip(losses: readonly Loss[], at: (ms: number) => number, top: number, height: number): Markup {
  const base = top - 8
  const lost = losses.filter(loss => loss.failed > 0)
  const bars = lost.map(({ fromMs, toMs, sent, failed }) => {
    const [x, width] = [at(fromMs), Math.max(1.5, at(toMs) - at(fromMs)).toFixed(1)]
    const tall = Math.max(2, Math.round((failed / Math.max(1, sent)) * (STRIP - 12)))
    return html`<g><title>${`${duration(fromMs)} to ${duration(toMs)}: ${whole(failed)} of ${count(sent, 'request')} failed`}</title><rect class="wash" x="${x}" y="${top}" width="${width}" height="${height - top}"/><rect class="lost" x="${x}" y="${base - tall}" width="${width}" height="${tall}"/></g>`
  })
  const failed = lost.reduce((sum, loss) => sum + loss.failed, 0)
  return html`<text class="name" x="0" y="${base}">Failed requests</text><path class="grid" d="M${LEFT} ${base}H${LEFT + WIDTH}"/>${failed === 0 && html`<text x="${LEFT + 6}" y="${base - 4}">none</text>`}${bars}`
}

function legend(
  nodes: readonly string[],
  lanes: readonly Lane[],
  hasWayBack: boolean,
  hasLosses: boolean
): Markup[] {
  const used = new Set(lanes.map(lane => lane.node))
  const named = nodes.map((name, i) => ({ name, hue: hue(i) })).filter(({ name }) => used.has(name))
  const more = named.length - MOST_NAMED_NODES
  return [
    ...named
      .slice(0, MOST_NAMED_NODES)
      .map(node => html`<span><i class="dot ${node.hue}"></i>${oneLine(node.name)}</span>`),
    ...(more > 0 ? [html`<span>and ${count(more, 'node')} more</span>`] : []),
    key(html`<rect class="run new" y="1" width="24" height="9"/>`, 'new version'),
    key(html`<rect class="run old" x=".75" y="1.75" width="22.5" height="7.5"/>`, 'version before'),
    key(html`<path class="wait" d="M0 6H24"/>`, 'not yet running'),
    key(html`<path class="cross" d="M8 2l8 8M16 2l-8 8"/>`, 'failed'),
    ...(hasLosses ? [key(html`<rect class="lost" y="1" width="24" height="10"/>`, 'requests failed')] : []),
    ...(hasWayBack ? [key(html`<path class="verdict" d="M12 0V12"/>`, 'then the way back')] : [])
  ]
}

const key = (sign: Markup, words: string): Markup =>
  html`<span><svg class="key" viewBox="0 0 24 12" aria-hidden="true">${sign}</svg>${words}</span>`

function spoken(lanes: readonly Lane[], losses: readonly Loss[]): string {
  const failed = lanes.filter(({ end }) => end?.isFailure)
  const said = failed.slice(0, 5).map(({ title, node }) => `${oneLine(title)} on ${oneLine(node)}`)
  const lost = losses.reduce((sum, loss) => sum + loss.failed, 0)
  const requests = losses.length > 0 ? ` ${count(lost, 'request')} failed meanwhile.` : ''
  return `${count(lanes.length, 'task')} over time, ${failed.length} failed${said.length > 0 ? `: ${said.join(', ')}` : ''}.${requests} The table has every change.`
}
