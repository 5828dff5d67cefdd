export type OutputPiece = { source: 'stdout' | 'stderr'; data: Buffer }

const HEADER_BYTES = 8

/**
 * Takes apart the engine's raw stream of a program without a terminal: frames of `[source, 0, 0, 0, length (4
 * bytes, big endian)]` and that many bytes, cut anywhere on their way. Source 2 is standard error; a piece is
 * handed on as soon as it is there, so a frame's size never decides how much is held in memory.
 *
 * Source: Engine API, "Attach to a container", stream format.
 */
export function createDemultiplexer(): { push(chunk: Buffer): OutputPiece[] } {
  let rest = Buffer.alloc(0)
  let source: OutputPiece['source'] = 'stdout'
  let expected = 0
  return {
    push(chunk) {
      const pieces: OutputPiece[] = []
      rest = Buffer.concat([rest, chunk])
      for (;;) {
        if (expected === 0) {
          if (rest.length < HEADER_BYTES) return pieces
          source = rest[0] === 2 ? 'stderr' : 'stdout'
          expected = rest.readUInt32BE(4)
          rest = rest.subarray(HEADER_BYTES)
          continue
        }
        if (rest.length === 0) return pieces
        const data = rest.subarray(0, expected)
        pieces.push({ source, data })
        expected -= data.length
        rest = rest.subarray(data.length)
      }
    }
  }
}
