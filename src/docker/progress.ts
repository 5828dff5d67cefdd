import { SwarmlineError } from '../errors.ts'

/**
 * Reads a stream of progress lines (pull, push, load, import) to its end. The engine answers 200 before it
 * begins, so a failure is a line of the stream.
 * @param what for the message: `pulling redis:alpine`.
 * @throws `cluster-failed` with the engine's words.
 */
export async function readProgress(what: string, stream: AsyncIterable<unknown>): Promise<void> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  for (const line of text.split('\n').filter(l => l.trim() !== '')) {
    const said = parse(line)
    if (said?.error) throw new SwarmlineError('cluster-failed', `${what}: ${said.error}`)
  }
}

function parse(line: string): { error?: string } | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
