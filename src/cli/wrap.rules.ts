import { columnsOf } from './columns.rules.ts'

/** Plain text as lines of at most `width` columns: broken at blanks, and within words that are wider than a line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap(each => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columnsOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  if (columnsOf(word) <= width) return [word]
  const parts = ['']
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`
    if (columnsOf(longer) <= Math.max(width, 2)) parts[parts.length - 1] = longer
    else parts.push(character)
  }
  return parts
}
