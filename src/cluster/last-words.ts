import type { EngineClient } from '../docker/client.ts'
import { lastLines } from '../docker/container-logs.ts'
import { SwarmlineError } from '../errors.ts'
import { inspectContainer } from './containers.ts'

/**
 * @throws `cluster-failed` when the container has ended or is gone, with the last lines that it wrote.
 * @param what for the message: `node worker1`.
 */
export async function failIfStopped(
  client: EngineClient,
  name: string,
  what: string,
  signal: AbortSignal
): Promise<void> {
  const state = await inspectContainer(client, name, signal)
  if (state?.isRunning) return
  if (!state)
    throw new SwarmlineError('cluster-failed', `${what} is gone: its container was removed`, {
      hint: 'take the cluster down, then create it again'
    })
  throw new SwarmlineError(
    'cluster-failed',
    `${what} has stopped (exit status ${state.exitCode})${await lastWords(client, name)}`,
    { hint: 'take the cluster down, then create it again' }
  )
}

/** `; its last output: …` in one line, or nothing. Join tokens never reach a message. */
export async function lastWords(client: EngineClient, name: string): Promise<string> {
  const lines = (await lastLines(client, name, 8)).map(line => line.trim())
  if (lines.length === 0) return ''
  return `; its last output: ${lines
    .slice(-4)
    .join(' | ')
    .replace(/SWMTKN-[\w-]+/g, 'SWMTKN-…')
    .slice(-600)}`
}
