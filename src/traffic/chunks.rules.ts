// The chunked coding of HTTP/1.1 (RFC 9112, section 7.1), byte by byte only where lines are.
const MAX_LINE = 256
const MAX_TRAILER = 8 * 1024
const [CR, LF] = [13, 10]

export type ChunkReader = {
  /**
   * Reads on from `at`, and hands on what is body. Stops behind the last chunk's trailer.
   *
   * @returns where it stopped reading, whether the body is whole, or in words what is wrong
   */
  read(bytes: Buffer, at: number, end: number): { at: number; isWhole: boolean } | string
}

/** @param onBody a stretch of the body: from and to, in the bytes that `read` was given */
export function createChunkReader(onBody: (bytes: Buffer, from: number, to: number) => void): ChunkReader {
  let state: 'size' | 'data' | 'data-end' | 'trailer' = 'size'
  let line = ''
  let left = 0
  let trailer = 0

  /** What a whole line means in the state we are in; `true` behind the last one. */
  const endOfLine = (): boolean | string => {
    const text = line
    line = ''
    if (state === 'data-end') {
      if (text !== '') return 'a chunk longer than its size'
      state = 'size'
      return false
    }
    if (state === 'trailer') return text === ''
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text)?.[1]
    if (size === undefined) return 'a chunk without a size'
    left = Number.parseInt(size, 16)
    state = left === 0 ? 'trailer' : 'data'
    return false
  }

  return {
    read(bytes, from, end) {
      let at = from
      while (at < end) {
        if (state === 'data') {
          const to = Math.min(end, at + left)
          onBody(bytes, at, to)
          left -= to - at
          at = to
          if (left === 0) state = 'data-end'
          continue
        }
        const byte = bytes[at++]
        if (state === 'trailer' && ++trailer > MAX_TRAILER) return 'a trailer without end'
        if (byte === LF) {
          const ended = endOfLine()
          if (typeof ended === 'string') return ended
          if (ended) return { at, isWhole: true }
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== 'trailer') return 'a chunk without a size'
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0)
        }
      }
      return { at, isWhole: false }
    }
  }
}
