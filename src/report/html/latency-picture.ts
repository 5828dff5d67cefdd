import { scaleLinear, scaleLog } from 'd3-scale'
import type { LatencyBucket } from '../../traffic/traffic.ts'
import { boundOf } from '../latency.rules.ts'
import { count, percent, whole } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'

const WIDTH = 720
const HEIGHT = 170
const MARGIN = { left: 46, right: 16, top: 34, bottom: 28 }
const SHOWN = [50, 95, 99]

export const LATENCY_STYLE = `
.latency { padding: 1rem 1.25rem 1.25rem; } .latency svg { display: block; width: 100%; max-width: 52rem; min-width: 24rem; height: auto; margin: 0 auto; }
.latency .bin { fill: var(--hue0); } .latency .axis { stroke: var(--line); } .latency .mark { stroke: var(--ink); stroke-dasharray: 3 3; }
.latency text { font-size: 12px; fill: var(--soft); } .latency .percentile { fill: var(--ink); font-weight: 600; }
.latency figcaption { margin-top: .375rem; text-align: center; color: var(--soft); font-size: .8125rem; }
`

/** How long answers took: a bar for each stretch of time, twice as long each four bars; nothing without answers. */
export function latencyPicture(buckets: readonly LatencyBucket[], title: string): Markup | undefined {
  const first = buckets[0]
  const last = buckets.at(-1)
  if (!first || !last) return undefined
  const lowMs = Math.max(0.001, first.fromMs || first.toMs / 2)
  const x = scaleLog([lowMs, last.toMs], [MARGIN.left, WIDTH - MARGIN.right]).clamp(true)
  const most = buckets.reduce((highest, bucket) => Math.max(highest, bucket.count), 1)
  const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(3)
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0)
  const base = HEIGHT - MARGIN.bottom
  const marks = SHOWN.flatMap(each => {
    const ms = boundOf(buckets, each)
    return ms === undefined ? [] : [{ name: `p${each}`, ms, x: x(ms) }]
  })
  return html`<figure class="latency"><div class="scroll" role="group" aria-label="${title}" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${`${title}: ${count(total, 'answer')}; ${marks.map(mark => `${mark.name} ${inMs(mark.ms)}`).join(', ')}.`}">
${y.ticks(3).map(n => html`<path class="axis" d="M${MARGIN.left} ${y(n).toFixed(1)}H${WIDTH - MARGIN.right}"/><text x="${MARGIN.left - 6}" y="${(y(n) + 4).toFixed(1)}" text-anchor="end">${whole(n)}</text>`)}
${buckets.map(({ fromMs, toMs, count: n }) => {
  const from = x(Math.max(lowMs, fromMs))
  return html`<g><title>${`${inMs(fromMs)} to ${inMs(toMs)}: ${count(n, 'answer')}, ${percent(n, total)}`}</title><rect class="bin" x="${(from + 0.5).toFixed(1)}" y="${y(n).toFixed(1)}" width="${Math.max(1, x(toMs) - from - 1).toFixed(1)}" height="${Math.max(1, base - y(n)).toFixed(1)}"/></g>`
})}
${ticksOf(lowMs, last.toMs).map(ms => html`<text x="${x(ms).toFixed(1)}" y="${base + 17}" text-anchor="middle">${inMs(ms)}</text>`)}
${apart(marks).map(mark => html`<path class="mark" d="M${mark.x.toFixed(1)} ${mark.y + 4}V${base}"/><text class="percentile" x="${mark.x.toFixed(1)}" y="${mark.y}" text-anchor="${mark.x > WIDTH - 90 ? 'end' : 'middle'}">${mark.name} ${inMs(mark.ms)}</text>`)}
</svg></div><figcaption>${title}</figcaption></figure>`
}

/** Words that would run into each other stand on two lines. */
function apart<T extends { x: number }>(marks: readonly T[]): (T & { y: number })[] {
  let lastX = Number.NEGATIVE_INFINITY
  let isLow = false
  return marks.map(mark => {
    isLow = mark.x - lastX < 92 && !isLow
    lastX = mark.x
    return { ...mark, y: isLow ? 28 : 13 }
  })
}

/** One, two and five of each power of ten, as many as have room. */
function ticksOf(lowMs: number, highMs: number): number[] {
  const all = Array.from({ length: 12 }, (_, i) => 10 ** (i - 3)).flatMap(power => [
    power,
    2 * power,
    5 * power
  ])
  const inside = all.filter(ms => ms >= lowMs * 0.999 && ms <= highMs * 1.001)
  return inside.length > 9 ? inside.filter(ms => Number.isInteger(Math.log10(ms))) : inside
}

function inMs(ms: number): string {
  if (ms >= 1_000) return `${trimmed(ms / 1_000)} s`
  return `${trimmed(ms)} ms`
}

const trimmed = (n: number): string => String(Number(n.toPrecision(2)))
