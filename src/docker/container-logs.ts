import type { EngineClient } from './client.ts'
import { readStream } from './read-stream.ts'

const MOST_BYTES = 1024 * 1024

/** The last lines that a container wrote to standard output and standard error; empty when they cannot be had. */
export async function lastLines(client: EngineClient, container: string, count = 12): Promise<string[]> {
  try {
    const stream = await client.stream('GET', `/containers/${container}/logs`, {
      query: { stdout: 1, stderr: 1, tail: count },
      timeoutMs: 10_000
    })
    return demultiplex(await readStream(stream, MOST_BYTES, 'cut'))
      .split('\n')
      .filter(line => line.trim() !== '')
  } catch {
    return []
  }
}

const HEADER_BYTES = 8

/**
 * The text of a container's log stream. Without a terminal each chunk has a header of 8 bytes: the stream's
 * number, three zeros, and the length, big endian (Engine API, "Attach to a container", stream format).
 */
export function demultiplex(bytes: Buffer): string {
  const parts: Buffer[] = []
  let at = 0
  while (at + HEADER_BYTES <= bytes.length) {
    const isFramed = (bytes[at] ?? 3) <= 2 && bytes.readUIntBE(at + 1, 3) === 0
    if (!isFramed) return bytes.toString('utf8')
    const length = bytes.readUInt32BE(at + 4)
    parts.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length))
    at += HEADER_BYTES + length
  }
  return Buffer.concat(parts).toString('utf8')
}
