import type { MatrixCell, MatrixPort } from '../../verify/verify.ts'
import { html, type Markup, verbatim } from './markup.rules.ts'

/** How large a square is, in the picture's own units. */
export const CELL = 30

/** `passes` and `stops`: what no rule says anything about. */
export type Kind = 'open' | 'blocked' | 'breach' | 'lack' | 'unknown' | 'passes' | 'stops'

const ARROW = verbatim('<path d="M8 15h13M16 9.5l5.5 5.5-5.5 5.5"/>')
const BAR = verbatim('<path d="M11 15h8"/>')
const SIGNS: Record<Kind, Markup> = {
  open: ARROW,
  blocked: BAR,
  breach: ARROW,
  lack: verbatim('<path d="M10 10l10 10M20 10l-10 10"/>'),
  unknown: verbatim('<path d="M11.5 12a3.5 3.5 0 1 1 5 3.2c-1.1.6-1.5 1.2-1.5 2.3M15 21v.1"/>'),
  passes: ARROW,
  stops: BAR
}
const CLASSES: Record<Kind, string> = {
  open: 'cell must open',
  blocked: 'cell blocked',
  breach: 'cell wrong',
  lack: 'cell wrong must',
  unknown: 'cell unknown',
  passes: 'cell free',
  stops: 'cell free'
}
const WORDS: Record<Kind, string> = {
  open: 'open, as it must be',
  blocked: 'blocked, as it must be',
  breach: 'open, must be blocked',
  lack: 'blocked, must be open',
  unknown: 'not known',
  passes: 'open, and no rule says whether',
  stops: 'closed, and no rule says whether'
}
/** Those of every picture; the others are explained where they stand. */
const ALWAYS: readonly Kind[] = ['open', 'blocked', 'breach', 'lack', 'unknown']

export function square(kind: Kind): Markup {
  return html`<g class="${CLASSES[kind]}"><rect x="1" y="1" width="${CELL - 2}" height="${CELL - 2}" rx="6"/>${SIGNS[kind]}</g>`
}

/** What the squares mean. */
export function legend(used: ReadonlySet<Kind>): Markup[] {
  return Object.entries(WORDS)
    .map(([kind, words]) => ({ kind: kind as Kind, words }))
    .filter(({ kind }) => ALWAYS.includes(kind) || used.has(kind))
    .map(
      ({ kind, words }) =>
        html`<span><svg viewBox="0 0 30 30" aria-hidden="true">${square(kind)}</svg>${words}</span>`
    )
}

export function kindOf({ verdict, observed }: MatrixCell): Kind {
  if (verdict === 'unknown' || observed === 'unknown') return 'unknown'
  if (verdict === 'as-expected') return observed
  return observed === 'open' ? 'breach' : 'lack'
}

export function kindOfPort({ state, expected, isUnexpected }: MatrixPort): Kind {
  if (state === 'unknown') return 'unknown'
  if (isUnexpected) return state === 'open' ? 'breach' : 'lack'
  if (expected) return state
  return state === 'open' ? 'passes' : 'stops'
}
