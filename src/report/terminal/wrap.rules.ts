/**
 * A text in lines of at most `width` characters, broken between words, and within one that is longer. It takes time
 * by the length of the text: whoever wrote it may have written much.
 */
export function wrapped(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = word.match(new RegExp(`[\\s\\S]{1,${width}}`, 'gu')) ?? ['']
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}
