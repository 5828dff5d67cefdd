import type { AnswersMatrix } from '../answers.rules.ts'
import { count, oneLine, whole } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'

/** How many hues the style sheet has for replicas; further ones share them. */
const HUES = 6
export const hue = (column: number) => `hue${column % HUES}`

/** More boxes than this on a side and the bands are no picture any more; the table says the same. */
const MOST = 10

/** Measures in the picture's own units; `letters` is how much of a name fits into a box. */
type Frame = { kind: 'wide' | 'narrow'; width: number; boxWidth: number; letters: number }
const FRAMES: readonly Frame[] = [
  { kind: 'wide', width: 720, boxWidth: 176, letters: 18 },
  { kind: 'narrow', width: 380, boxWidth: 124, letters: 12 }
]
const BOX = { height: 44, gap: 20 }
/** All bands at one box together; a little less than the box is high. */
const WIDEST = 32

/**
 * The routing mesh as it was measured: a band from each node that was asked to each replica that answered, as
 * wide as its number of answers; failed requests end in the open. Once for wide and once for narrow screens:
 * the style sheet shows one.
 */
export function meshPicture(matrix: AnswersMatrix): Markup | undefined {
  const { replicas, rows } = matrix
  if (rows.length === 0 || rows.length > MOST || replicas.length > MOST) return undefined
  return html`<figure class="mesh">
${FRAMES.map(frame => picture(matrix, frame))}
<figcaption><span>Asked node</span><span>Replica that answered</span></figcaption>
</figure>`
}

function picture(matrix: AnswersMatrix, frame: Frame): Markup {
  const { replicas, rows, totals } = matrix
  const height = Math.max(rows.length, replicas.length) * (BOX.height + BOX.gap) - BOX.gap + 2
  const nodeY = rows.map((_, i) => middle(i, rows.length, height))
  const replicaY = replicas.map((_, i) => middle(i, replicas.length, height))
  const most = Math.max(1, ...totals, ...rows.map(({ answers, answered }) => answered + answers.failed))
  const width = (n: number) => (n / most) * WIDEST

  // Bands lie side by side at both ends: for each box, where the next one begins.
  const nodeEdge = rows.map(
    ({ answers, answered }, r) => (nodeY[r] ?? 0) - width(answered + answers.failed) / 2
  )
  const replicaEdge = totals.map((n, c) => (replicaY[c] ?? 0) - width(n) / 2)
  const take = (edges: number[], i: number, n: number) => {
    const start = edges[i] ?? 0
    edges[i] = start + width(n)
    return start + width(n) / 2
  }
  const bands = rows.map(({ answers: { failed }, counts, answered }, r) => [
    counts.map(
      (n, c) => n > 0 && band(frame, hue(c), width(n), take(nodeEdge, r, n), take(replicaEdge, c, n))
    ),
    failed > 0 &&
      failure(
        frame,
        take(nodeEdge, r, failed),
        width(failed),
        answered === 0 ? `${whole(failed)} failed` : ''
      )
  ])

  return html`<svg class="${frame.kind}" viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${described(matrix)}">
${bands}
${rows.map(({ answers, answered }, r) => box(frame, 1, nodeY[r] ?? 0, answers.node, `${whole(answered)} of ${whole(answers.requests)}`, answers.failed > 0 ? 'bad' : ''))}
${replicas.map((name, c) => box(frame, frame.width - frame.boxWidth - 1, replicaY[c] ?? 0, name, count(totals[c] ?? 0, 'answer'), `mono ${hue(c)}`))}
</svg>`
}

function middle(i: number, of: number, height: number): number {
  const used = of * (BOX.height + BOX.gap) - BOX.gap
  return (height - used) / 2 + i * (BOX.height + BOX.gap) + BOX.height / 2
}

function band(frame: Frame, kind: string, width: number, from: number, to: number): Markup {
  const [left, right] = [frame.boxWidth + 1, frame.width - frame.boxWidth - 1]
  const bend = Math.round((right - left) * 0.45)
  const [y0, y1] = [from.toFixed(1), to.toFixed(1)]
  return html`<path class="flow ${kind}" stroke-width="${stroke(width)}" d="M${left} ${y0}C${left + bend} ${y0} ${right - bend} ${y1} ${right} ${y1}"/>`
}

/** The words stand beside it only where no band would run through them. */
function failure(frame: Frame, y: number, width: number, words: string): Markup {
  const left = frame.boxWidth + 1
  const end = left + 24
  return html`<g class="failure"><path stroke-width="${stroke(width)}" d="M${left} ${y.toFixed(1)}H${end}"/><path class="cross" d="M${end + 5} ${(y - 5).toFixed(1)}l10 10m0-10l-10 10"/><text x="${end + 22}" y="${(y + 5).toFixed(1)}">${words}</text></g>`
}

/** One request in thousands is still a line that can be seen. */
function stroke(width: number): string {
  return Math.max(1.5, width).toFixed(1)
}

function box(frame: Frame, x: number, y: number, name: string, detail: string, kind: string): Markup {
  const label = oneLine(name)
  const shown = label.length > frame.letters ? `${label.slice(0, frame.letters - 1)}…` : label
  const top = y - BOX.height / 2
  return html`<g class="box ${kind}"><rect x="${x}" y="${top}" width="${frame.boxWidth}" height="${BOX.height}" rx="9"/><text class="name" x="${x + 12}" y="${y - 3}">${shown}</text><text class="detail" x="${x + 12}" y="${y + 14}">${detail}</text></g>`
}

function described({ replicas, rows }: AnswersMatrix): string {
  const said = rows.map(({ answers, counts }) => {
    const by = counts.map((n, i) => `${n} by ${oneLine(replicas[i] ?? '')}`).join(', ')
    return `${oneLine(answers.node)}: ${by || 'nothing answered'}${answers.failed ? `, ${answers.failed} failed` : ''}`
  })
  return `Who answered whom. ${said.join('. ')}.`
}
