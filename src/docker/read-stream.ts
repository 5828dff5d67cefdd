/** Thrown for a stream that is longer than it may be. */
export class TooLong extends Error {
  constructor(mostBytes: number) {
    super(`it is longer than ${mostBytes / 1024 / 1024} MiB`)
  }
}

/**
 * A stream to its end, of which no more is read than it may have.
 *
 * @param whenLonger `refuse` throws `TooLong`; `cut` gives what there is
 */
export async function readStream(
  stream: AsyncIterable<unknown>,
  mostBytes: number,
  whenLonger: 'refuse' | 'cut'
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop ends the stream.
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    chunks.push(bytes)
    size += bytes.length
    if (size <= mostBytes) continue
    if (whenLonger === 'refuse') throw new TooLong(mostBytes)
    break
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}
