import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { waitFor } from '../effects/wait-for.ts'
import type { Engine } from '../engine/engine.ts'
import { SwarmlineError } from '../errors.ts'
import { failIfStopped } from './last-words.ts'
import type { RegistryLogin } from './registry-login.ts'

const UP_DEADLINE_MS = 60_000

/** Where a registry that the engine's networks know as `address:port` answers on this machine. */
export async function urlOf(engine: Engine, reference: string): Promise<string> {
  const [address = '', port] = reference.split(':')
  const here = await engine.openPort(address, Number(port))
  return `http://${here.host}:${here.port}/v2/`
}

/**
 * Waits until the registry answers `status` to this login (or to none).
 * @throws `timed-out` with what it answers instead; `cluster-failed` when its container ends.
 */
export async function waitUntil(
  what: string,
  url: string,
  login: RegistryLogin | undefined,
  status: number,
  watched: { client: EngineClient; container: string; fx: Pick<Effects, 'clock' | 'signal'> }
): Promise<void> {
  const { client, container, fx } = watched
  const headers: Record<string, string> = login
    ? { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` }
    : {}
  let last = 'it does not answer'
  const look = async () => {
    await failIfStopped(client, container, 'the registry', fx.signal)
    try {
      const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(10_000)])
      const answer = await fetch(url, { headers, signal })
      await answer.arrayBuffer()
      last = `it answers ${answer.status}`
      return answer.status === status || undefined
    } catch {
      return undefined
    }
  }
  try {
    await waitFor(what, look, { clock: fx.clock, deadlineMs: UP_DEADLINE_MS, signal: fx.signal })
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== 'timed-out') throw error
    throw new SwarmlineError('timed-out', `${error.message} (${last})`, { cause: error })
  }
}
