const UNITS = 'bkmgtp'
const SIZE = /^(\d+(?:\.\d+)?) ?([bkmgtp])?(?:i?b)?$/i

/** `128M`, `1.5gb`, `1024`, in bytes, by powers of 1024 (go-units RAMInBytes); 0 when it is no size. */
export function bytesOf(text: string): number {
  const [, count, unit = 'b'] = SIZE.exec(text.trim()) ?? []
  return count === undefined ? 0 : Math.floor(Number(count) * 1024 ** UNITS.indexOf(unit.toLowerCase()))
}

/** `128M`, or bytes where that would not be exact. */
export function showBytes(bytes: number): string {
  for (const unit of ['T', 'G', 'M', 'K'])
    if (bytes >= 1024 ** UNITS.indexOf(unit.toLowerCase())) {
      const count = bytes / 1024 ** UNITS.indexOf(unit.toLowerCase())
      if (Number.isInteger(count)) return `${count}${unit}`
    }
  return String(bytes)
}

/**
 * A command line as words, as docker splits it (google/shlex): blanks part words, quotes and backslashes keep them
 * together, `#` at the beginning of a word begins a comment. Nothing is expanded.
 */
export function shellWords(line: string): string[] {
  const words: string[] = []
  const pattern = /\s+|#[^\n]*|((?:\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s'"\\])+)/g
  for (const [, word] of line.matchAll(pattern)) if (word !== undefined) words.push(unquoted(word))
  return words
}

const unquoted = (word: string): string =>
  word.replace(/\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"/g, (_, escaped, single, double) =>
    escaped !== undefined ? escaped : single !== undefined ? single : double.replace(/\\([\s\S])/g, '$1')
  )
