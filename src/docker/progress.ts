import { SwarmlineError } from '../errors.ts'

const LONGEST_LINE = 1024 * 1024

/**
 * Reads a stream of progress lines (pull, push, load, import) to its end. The engine answers 200 before it
 * begins, so a failure is a line of the stream.
 * @param what for the message: `pulling redis:alpine`.
 * @throws `cluster-failed` with the engine's words.
 */
export async function readProgress(what: string, stream: AsyncIterable<unknown>): Promise<void> {
  let rest = ''
  let failure: string | undefined
  const look = (line: string): void => {
    failure ??= parse(line)?.error
  }
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(look)
    if (rest.length > LONGEST_LINE)
      throw new SwarmlineError(
        'cluster-failed',
        `${what}: the engine answered with something other than lines`
      )
  }
  look(rest)
  if (failure) throw new SwarmlineError('cluster-failed', `${what}: ${failure}`)
}

function parse(line: string): { error?: string } | undefined {
  // What is no JSON makes an error each, with a trace of the stack: a second for a hundred kilobytes of short lines.
  if (!line.includes('"error"')) return undefined
  try {
    const said: unknown = JSON.parse(line)
    const error = typeof said === 'object' && said !== null && 'error' in said ? said.error : undefined
    return error ? { error: String(error) } : undefined
  } catch {
    return undefined
  }
}
