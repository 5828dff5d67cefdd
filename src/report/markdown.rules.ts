import { inMarkdown } from '../plain/text.ts'
import { cutText } from './bounds.rules.ts'
import { webAddress } from './origin.rules.ts'
import { oneLine } from './text.rules.ts'

/**
 * The parts of Markdown that a summary page is made of. Cells are Markdown: untrusted text becomes
 * text by `text` or `code` first.
 */

export function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

export function details(title: string, ...parts: string[]): string {
  return `<details><summary>${text(title)}</summary>\n\n${parts.join('\n\n')}\n\n</details>`
}

/** A cell that is longer than this is read by nobody. */
const MOST_CHARACTERS = 600

/** Text where GitHub looks for names of people, issues and commits, too: it finds none. */
export function text(value: string, most = MOST_CHARACTERS): string {
  // It looks in what the entities have become; a space without width after the sign ends the name before it begins.
  return inMarkdown(cutText(oneLine(value), most)).replace(/&#(?:64|35);(?=[\p{L}\p{N}])/gu, '$&&#8203;')
}

/** GitHub looks for no names in code. */
export function code(value: string, most = MOST_CHARACTERS): string {
  return `<code>${inMarkdown(cutText(oneLine(value), most))}</code>`
}

/** A link where the address is one that may be linked to; its text is anybody's. */
export function link(title: string, url: string | undefined): string {
  const address = webAddress(url)
  if (!address) return text(title)
  const inert = address.replace(/[^\w.~:/?#@&=+,;%-]/g, sign =>
    encodeURIComponent(sign).replace(/[!'()*]/g, hex)
  )
  return `[${text(title)}](${inert})`
}

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** Lines as they are, in a type of even width. No line of them becomes anything else. */
export function preformatted(lines: readonly string[], most = 2_000): string {
  return `<pre>${lines.map(line => inMarkdown(cutText(line, most))).join('\n')}</pre>`
}
