import { inHtml } from '../../plain/text.ts'

/** HTML that may stand as it is. Only `html` and `verbatim` make it, so text cannot become it unescaped. */
export type Markup = { readonly markup: string }
type Value = string | number | Markup | undefined | false | readonly Value[]

/** HTML with values: markup stays, lists are joined, `undefined` and `false` are nothing, all else is text. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: strings.reduce((whole, piece, i) => whole + markupOf(values[i - 1]) + piece) }
}

/** Our own constants only: style sheets, pictures. */
export function verbatim(markup: string): Markup {
  return { markup }
}

function markupOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return inHtml(value)
  return 'markup' in value ? value.markup : value.map(markupOf).join('')
}
