import { webAddress } from '../origin.rules.ts'
import { html, type Markup } from './markup.rules.ts'

/** A link where the address is one that may be linked to; else its words. */
export function anchor(words: string | Markup, url: string | undefined): Markup {
  const address = webAddress(url)
  return address ? html`<a href="${address}" rel="noreferrer">${words}</a>` : html`${words}`
}

/** A link to a file beside the page, below its folder; else its words. */
export function besideLink(words: string | Markup, file: string): Markup {
  const parts = file.split('/')
  const isBeside =
    file.length <= 400 &&
    parts.every(part => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part))
  return isBeside ? html`<a href="${`./${parts.map(encodePart).join('/')}`}">${words}</a>` : html`${words}`
}

const encodePart = (part: string): string => encodeURIComponent(part.toWellFormed())

/** Ids of elements for names from elsewhere: each its own, and fit to be linked to. */
export function elementIds(prefix: string, names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '')
    const wanted = `${prefix}-${slug || i + 1}`
    const id = taken.has(wanted) ? `${wanted}-${i + 1}` : wanted
    taken.add(id)
    return id
  })
}
