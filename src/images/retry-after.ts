import type { Effects } from '../effects/effects.ts'
import { retryAfterMs } from './push-retry.rules.ts'
import { parseReference } from './references.rules.ts'
import { originOf } from './registry-config.ts'
import { withRegistryFetch } from './registry-fetch.ts'

const TIMEOUT_MS = 5_000

/**
 * How long a busy registry wants its clients to wait: docker's client does not hand the header on, so it is asked for
 * here, with no login. `undefined` where it says nothing, or cannot be reached from this machine.
 */
export async function askedPause(
  reference: string,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>
): Promise<number | undefined> {
  const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(TIMEOUT_MS)])
  const url = new URL('/v2/', originOf(parseReference(reference).domain))
  try {
    return await withRegistryFetch(async fetch => {
      const answer = await fetch(url, { signal, redirect: 'manual' })
      await answer.body?.cancel()
      const isBusy = answer.status === 429 || answer.status === 503
      return isBusy ? retryAfterMs(answer.headers.get('retry-after'), fx.clock.now()) : undefined
    })
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.debug(`${url.host} could not be asked how long to wait: ${String(error)}`)
    return undefined
  }
}
