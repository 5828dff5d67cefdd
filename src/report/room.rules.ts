/** A part of a page, by the name that a reader looks for. */
export type Part = { name: string; text: string }

const bytesOf = (text: string): number => Buffer.byteLength(text)
const BETWEEN = '\n\n'

/**
 * The parts one after the other, as far as there is room; those that there is none for are named at the end. A part is
 * there whole or not at all: half a table is none.
 */
export function withinRoom(parts: readonly Part[], mostBytes: number): string {
  const leftOut: string[] = []
  const note = (names: readonly string[]): string =>
    names.length > 0
      ? `${BETWEEN}_Left out here for lack of space: ${names.join(', ')}. The page of the report has it._`
      : ''
  // Whatever is left out later is named, too: its room is kept from the start.
  const reserved = bytesOf(note(parts.map(part => part.name)))
  let page = ''
  for (const { name, text } of parts) {
    const next = page === '' ? text : `${page}${BETWEEN}${text}`
    if (bytesOf(next) + reserved + 1 <= mostBytes) page = next
    else leftOut.push(name)
  }
  return `${page}${note(leftOut)}\n`
}
