import type { EngineClient } from '../../../docker/client.ts'
import { forCleanup } from '../../../effects/cleanup.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import { OUR_LABEL } from '../../../plain/labels.ts'
import { bookName } from '../../../plain/object-names.ts'
import { findConfig, newToken, removeConfig } from '../swarm-configs.ts'
import { type Fence, withFence } from './fence.ts'
import { isOurs } from './foreign.rules.ts'
import { holderOf, type LockHolder } from './lease.rules.ts'
import { isLockLost } from './lost.ts'
import { createLease } from './renew.ts'
import { type LockRequest, TTL_MS, takeLock } from './take.ts'

export { isLockLost } from './lost.ts'
export type { LockRequest } from './take.ts'

type LockEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>

/** There is time for an engine that is away; not so where somebody waits, or where it has been away for long. */
const RELEASE_MS = 65_000
const RELEASE_SOON_MS = 15_000

/**
 * Runs `work` while nobody else does for the same stack of the same swarm, from whatever machine. The lock is a
 * config object, whose name only one can make; it is renewed while `work` runs, given back afterwards in any case,
 * and that of a holder who is gone expires.
 *
 * It is lost when it is seen to be gone, and never because an engine is slow or does not answer. `work` gets effects
 * whose signal aborts then: whoever has it now must not be worked against. It also gets a fence, for every engine that
 * it changes something through: after a stall nothing passes until the lock is confirmed to be still the holder's.
 *
 * @throws `deploy-failed`, naming the holder: it is held (`refuse`), or still is after `wait`; or it was lost;
 *   what `work` throws
 */
export async function withStackLock<T, F extends LockEffects>(
  request: LockRequest,
  fx: F,
  work: (within: F, fence: Fence) => Promise<T>
): Promise<T> {
  const { client, stack } = request
  const ttlMs = request.ttlMs ?? TTL_MS
  const token = newToken()
  const taken = await takeLock(request, token, ttlMs, fx).catch(async error => {
    // The engine may have made it all the same.
    if (fx.signal.aborted) await forget(client, stack, token, fx)
    throw error
  })
  let isEngineLost = false
  const lost = new AbortController()
  const done = new AbortController()
  const signal = AbortSignal.any([fx.signal, lost.signal])
  const lease = createLease({ client, stack, ttlMs, ...taken }, { ...fx, signal: done.signal }, loss =>
    lost.abort(loss)
  )
  const renewing = lease.keep()
  try {
    const within = { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec }
    const result = await withFence(client, lease, fence => work(within, fence))
    if (isLockLost(signal)) throw signal.reason
    return result
  } catch (error) {
    isEngineLost = error instanceof SwarmlineError && error.code === 'engine-lost'
    // Without an engine nobody can see that the lock is gone: what is wrong is the engine.
    throw isLockLost(signal) && !isEngineLost ? signal.reason : error
  } finally {
    done.abort()
    await renewing
    const limitMs = isEngineLost || fx.signal.aborted ? RELEASE_SOON_MS : RELEASE_MS
    if (!lost.signal.aborted) await release(client, stack, taken.id, limitMs, fx)
  }
}

/** Who holds the lock of a stack now; `undefined`: nobody. */
export async function stackLockHolder(
  client: EngineClient,
  stack: string,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<LockHolder | undefined> {
  const lock = await findConfig(client, bookName('lock', stack), fx)
  return lock && isOurs(lock, 'lock') ? holderOf(lock) : undefined
}

async function release(
  client: EngineClient,
  stack: string,
  id: string,
  limitMs: number,
  fx: LockEffects
): Promise<void> {
  try {
    await removeConfig(client, id, forCleanup(fx, limitMs))
  } catch (error) {
    fx.log.warn(`the lock of ${stack} could not be released and will expire by itself: ${explain(error)}`)
  }
}

/** Removes the lock if it is the one that was made with this token. */
async function forget(client: EngineClient, stack: string, token: string, fx: LockEffects): Promise<void> {
  const within = forCleanup(fx, RELEASE_SOON_MS)
  const lock = await findConfig(client, bookName('lock', stack), within).catch(() => undefined)
  if (lock?.Spec.Labels?.[OUR_LABEL.token] === token)
    await release(client, stack, lock.ID, RELEASE_SOON_MS, fx)
}
