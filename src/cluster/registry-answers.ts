import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { waitFor } from '../effects/wait-for.ts'
import type { Engine } from '../engine/engine.ts'
import { failIfStopped } from './last-words.ts'
import type { RegistryLogin } from './registry-login.ts'

/** For a registry that hangs; one whose container ends is noticed at once. */
export const UP_DEADLINE_MS = 300_000

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
  const look = async (see: (seen: string) => void) => {
    await failIfStopped(client, container, 'the registry', fx.signal)
    try {
      const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(60_000)])
      const answer = await fetch(url, { headers, signal, redirect: 'manual' })
      await answer.body?.cancel()
      see(`it answers ${answer.status}`)
      return answer.status === status || undefined
    } catch (error) {
      if (fx.signal.aborted) throw error
      see(`it does not answer: ${(error as Error).message}`)
      return undefined
    }
  }
  await waitFor(what, look, { clock: fx.clock, deadlineMs: UP_DEADLINE_MS, signal: fx.signal })
}
