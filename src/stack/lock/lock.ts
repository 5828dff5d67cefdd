import type { EngineClient } from '../../docker/client.ts'
import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { OUR_LABEL } from '../labels.rules.ts'
import { bookName } from '../object-names.rules.ts'
import { createConfig, findConfig, newToken, removeConfig } from '../swarm-configs.ts'
import {
  holderInWords,
  holderOf,
  isExpired,
  LEASE_LABEL,
  type LockHolder,
  type LockOwner,
  leaseLabels
} from './lease.rules.ts'
import { keepRenewing } from './renew.ts'
import { swarmTime } from './swarm-time.ts'

export type LockRequest = {
  /** A manager's engine. */
  client: EngineClient
  stack: string
  owner: LockOwner
  /** How many milliseconds to wait for another holder; `refuse`: not at all. */
  wait: number | 'refuse'
  /** How long the lock outlives a holder who is gone; default 90 s, longer than a connection may be lost. */
  ttlMs?: number
}

type LockEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>

const TTL_MS = 90_000
const LOOK_EVERY_MS = 1_000
/** There is time for an engine that is away; not so where somebody waits, or where it has been away for long. */
const RELEASE_MS = 65_000
const RELEASE_SOON_MS = 15_000

/**
 * Runs `work` while nobody else does for the same stack of the same swarm, from whatever machine. The lock is a
 * config object, whose name only one can make; it is renewed while `work` runs, given back afterwards in any case,
 * and that of a holder who is gone expires.
 *
 * `work` gets effects whose signal aborts when the lock is lost: whoever has it now must not be worked against.
 *
 * @throws `deploy-failed`, naming the holder: it is held (`refuse`), or still is after `wait`; or it was lost;
 *   what `work` throws
 */
export async function withStackLock<T, F extends LockEffects>(
  request: LockRequest,
  fx: F,
  work: (within: F) => Promise<T>
): Promise<T> {
  const { client, stack } = request
  const ttlMs = request.ttlMs ?? TTL_MS
  const token = newToken()
  const id = await take(request, token, ttlMs, fx).catch(async error => {
    // The engine may have made it all the same.
    if (fx.signal.aborted) await forget(client, stack, token, fx)
    throw error
  })
  let isEngineLost = false
  const lost = new AbortController()
  const done = new AbortController()
  const signal = AbortSignal.any([fx.signal, lost.signal])
  const renewing = keepRenewing({ client, id, ttlMs }, { ...fx, signal: done.signal }, () =>
    lost.abort(new LockLost(stack))
  )
  try {
    const result = await work({ ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec })
    if (isLockLost(signal)) throw signal.reason
    return result
  } catch (error) {
    isEngineLost = error instanceof SwarmlineError && error.code === 'engine-lost'
    // Without an engine no renewal comes through either: what is wrong is the engine.
    throw isLockLost(signal) && !isEngineLost ? signal.reason : error
  } finally {
    done.abort()
    await renewing
    const limitMs = isEngineLost || fx.signal.aborted ? RELEASE_SOON_MS : RELEASE_MS
    if (!lost.signal.aborted) await release(client, stack, id, limitMs, fx)
  }
}

/** Who holds the lock of a stack now; `undefined`: nobody. */
export async function stackLockHolder(
  client: EngineClient,
  stack: string,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<LockHolder | undefined> {
  const lock = await findConfig(client, bookName('lock', stack), fx)
  return lock && holderOf(lock)
}

async function take(request: LockRequest, token: string, ttlMs: number, fx: LockEffects): Promise<string> {
  const { client, stack, owner, wait } = request
  const name = bookName('lock', stack)
  const labels = { ...leaseLabels(stack, owner, ttlMs), [LEASE_LABEL.renewal]: '0' }
  const giveUpAtMs = fx.clock.now() + (wait === 'refuse' ? 0 : wait)
  let told: string | undefined
  for (;;) {
    const id = await createConfig(client, { name, kind: 'lock', labels, data: 'lock', token }, fx)
    if (id !== undefined) return id
    const lock = await findConfig(client, name, fx)
    if (!lock) continue
    const now = await swarmTime(client, stack, fx)
    if (now !== undefined && isExpired(lock, now, TTL_MS)) {
      fx.log.warn(`the lock of ${stack} has expired: ${holderInWords(holderOf(lock))} gave no sign of life`)
      // By its id: of two who take over, the second deletes nothing, and not the lock that the first then makes.
      await removeConfig(client, lock.ID, fx)
      continue
    }
    const leftMs = giveUpAtMs - fx.clock.now()
    // Without the swarm's time nobody knows yet whether it is held: that is worth another look.
    if (leftMs <= 0 && now !== undefined) throw held(stack, holderOf(lock), wait)
    if (told !== lock.ID && now !== undefined) {
      told = lock.ID
      fx.log.info(
        `${stack} is being deployed by ${holderInWords(holderOf(lock))} since ${lock.CreatedAt}: waiting`
      )
    }
    await fx.clock.sleep(Math.max(100, Math.min(LOOK_EVERY_MS, leftMs)), fx.signal)
  }
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
    fx.log.warn(`the lock of ${stack} could not be given back and will expire by itself: ${explain(error)}`)
  }
}

/** Removes the lock if it is the one that was made with this token. */
async function forget(client: EngineClient, stack: string, token: string, fx: LockEffects): Promise<void> {
  const within = forCleanup(fx, RELEASE_SOON_MS)
  const lock = await findConfig(client, bookName('lock', stack), within).catch(() => undefined)
  if (lock?.Spec.Labels?.[OUR_LABEL.token] === token)
    await release(client, stack, lock.ID, RELEASE_SOON_MS, fx)
}

function held(stack: string, holder: LockHolder, wait: LockRequest['wait']): SwarmlineError {
  const still = wait === 'refuse' ? '' : 'still '
  return new SwarmlineError(
    'deploy-failed',
    `${stack} is ${still}being deployed by ${holderInWords(holder)} since ${holder.since}`,
    {
      hint:
        wait === 'refuse'
          ? 'deploy again when that has ended, or let this one wait for it'
          : `deploy again when that has ended; if nobody is there any more: docker config rm ${bookName('lock', stack)}`
    }
  )
}

/** Why the signal of a work aborts whose lock is gone. */
class LockLost extends SwarmlineError {
  constructor(stack: string) {
    super('deploy-failed', `the lock of ${stack} was lost while it was being deployed`, {
      hint: 'somebody else may be deploying it now: look with docker stack ps, and deploy again'
    })
  }
}

/** Is it the lock's loss that ended the work, and not a wish to cancel it? */
export const isLockLost = (signal: AbortSignal): boolean =>
  signal.aborted && signal.reason instanceof LockLost
