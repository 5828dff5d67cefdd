import { demultiplex } from '../../docker/container-logs.ts'
import type { World } from '../world.ts'

const MAX_BYTES = 2 * 1024 * 1024

/**
 * The last lines that a service's tasks wrote, as a manager collects them from all nodes; at most 2 MiB of them.
 * `undefined` when there is no such service.
 *
 * @throws the engine's own error, also when a node's logs cannot be had
 */
export async function readLogs(service: string, lines: number, world: World): Promise<string | undefined> {
  const found = await world.reads.service(service)
  if (!found) return undefined
  const stream = await world.manager.stream('GET', `/services/${found.ID}/logs`, {
    query: { stdout: 1, stderr: 1, tail: lines },
    signal: world.signal,
    timeoutMs: 30_000
  })
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk as Uint8Array))
      size += (chunk as Uint8Array).length
      if (size > MAX_BYTES) break
    }
  } finally {
    stream.destroy()
  }
  return demultiplex(Buffer.concat(chunks))
}
