import { withoutUrlSecrets } from './urls.ts'

/**
 * Text that others wrote, for whoever shows it. Services, engines, registries, containers and the authors of stack
 * files write much of what people read: none of it may move a cursor, forge a line, hide or turn words round, give
 * the runner a command, become markup, or lay open what an address carries of secrets. Each medium has one function:
 * `inTerminal`, `inWorkflow`, `inHtml`, `inMarkdown`; `plain`, `oneLine` and `bounded` are what data keeps of a text.
 */

/** What stands where a character is that may not act. */
const SIGN = '\u{fffd}'

/**
 * Control characters (C0, DEL, C1 with U+0085), formats and directions, line and paragraph separators, halves of
 * characters, private and no characters, and all that is ignored by whoever draws text (tags, fillers, joiners), but
 * the two variation selectors by which emoji are chosen. Tabs and line ends stay.
 */
const ACTING =
  /(?!\n|\t|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
/** Colours say nothing once they are gone. All other sequences stay, with their first character as a sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const COLOUR = /\u001b\[[0-9;:]{0,40}m/g

/** Those that `paint` writes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept
const OWN_COLOUR = /(\u001b\[(?:[0-4]|2[2-4]|3\d|9[0-7])m)/

/** Lines of text in which every character is seen; tabs and line ends stay. Any line end is `\n`. */
export function plain(text: string): string {
  return withoutUrlSecrets(text.replace(COLOUR, '').replace(/\r\n?/g, '\n').replace(ACTING, SIGN))
}

/** The same in one line: blanks of whatever kind are one blank. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** One line of at most so many characters, the last of them `…` where some were cut. */
export function bounded(text: string, most = 160): string {
  const characters = [...oneLine(text.slice(0, most * 8))]
  const isCut = characters.length > most || text.length > most * 8
  return isCut ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}

/** No blank of it begins a line: each is looked at once, however many begin one. */
const COMMAND = /((?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*):(?=:)/g

/**
 * The runner takes a line that begins with `::`, behind blanks of whatever kind, and one with `##[` anywhere in it
 * for a command: it is shown, but not obeyed.
 */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, '$1: ').replaceAll('##[', '## [')
}

/** One line for a terminal, which may be the log of a workflow as well. Blanks at its beginning stay. */
export function inTerminal(text: string): string {
  return withoutCommands(plain(text).replace(/[\n\t]/g, ' '))
}

/** Lines for the log of a workflow, or for a terminal. */
export function inWorkflow(text: string): string {
  return withoutCommands(plain(text))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text for the content of an element and for a quoted attribute of HTML or XML. */
export function inHtml(text: string): string {
  return plain(text).replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
}

/** One line of text for Markdown. Entities instead of backslashes: they hold inside tables, HTML and code alike. */
export function inMarkdown(text: string): string {
  return oneLine(text).replace(
    /[&<>"'`*_{}[\]()#|\\~@$!^]|(?<=:)\/\/|^[-+=:]|^\d+(?=[.)])|(?<=www)\./gi,
    sign => [...sign].map(c => `&#${c.codePointAt(0)};`).join('')
  )
}

/** What a program of ours prints as a whole: nothing in it acts but its own colours. Addresses stay as they are. */
export function inOwnColours(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(OWN_COLOUR)
    .map((part, index) => (index % 2 === 0 ? part.replace(ACTING, SIGN) : part))
    .join('')
}

/** A JSON document in which every character that acts is written as its number; for programs it is the same. */
export function inJson(document: string): string {
  return document.replace(ACTING, character =>
    [...Array(character.length).keys()]
      .map(at => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('')
  )
}
