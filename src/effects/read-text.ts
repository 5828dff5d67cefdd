import { open } from 'node:fs/promises'
import { SwarmlineError } from '../errors.ts'

/**
 * A file's text, of which no more is read than it may have: what it names may be a device that never ends.
 *
 * @param shownAs how people see its path
 * @throws `input` for a file that is longer; what the file system throws for one that cannot be read
 */
export async function readText(file: string, maxBytes: number, shownAs = file): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const chunks: Buffer[] = []
    let length = 0
    while (length <= maxBytes) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(64 * 1024) })
      if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8')
      chunks.push(buffer.subarray(0, bytesRead))
      length += bytesRead
    }
  } finally {
    await handle.close()
  }
  throw new SwarmlineError('input', `${shownAs}:1:1: longer than ${maxBytes / 1024} KiB`, {
    hint: 'split it'
  })
}
