import type { EngineClient } from '../../../docker/client.ts'
import { AWAY_MS } from '../../../docker/persist.ts'
import type { Effects } from '../../../effects/effects.ts'
import { SwarmlineError } from '../../../errors.ts'
import { bookName } from '../../../plain/object-names.ts'
import { type ApiConfig, createConfig, findConfig, removeConfig } from '../swarm-configs.ts'
import { requireOurs } from './foreign.rules.ts'
import {
  holderInWords,
  holderOf,
  isExpired,
  LEASE_LABEL,
  type LockHolder,
  type LockOwner,
  leaseLabels
} from './lease.rules.ts'
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

type TakeEffects = Pick<Effects, 'clock' | 'log' | 'signal'>

export const TTL_MS = 90_000
const LOOK_EVERY_MS = 1_000
const LOOK_AT_MOST_MS = 5_000
/** A look that takes longer was made of an engine that did not answer: its holder could not renew either. */
const SILENCE_MS = 10_000
/** Of its lifetime: how long an expired lock is watched, while the engine answers, before it is taken over. */
const WATCH_PART = 2

/**
 * @returns the id of the lock, and when its holder can first have been certain of it
 * @throws `deploy-failed`: it is held, or somebody else's config has its name
 */
export async function takeLock(
  request: LockRequest,
  token: string,
  ttlMs: number,
  given: TakeEffects
): Promise<{ id: string; heldSinceMs: number }> {
  const { client, stack, owner, wait } = request
  // Whoever has time for another holder has it for an engine, too.
  const fx = { ...given, awayMs: Math.max(AWAY_MS, wait === 'refuse' ? 0 : wait) }
  const name = bookName('lock', stack)
  const labels = { ...leaseLabels(stack, owner, ttlMs), [LEASE_LABEL.renewal]: '0' }
  const startedAtMs = fx.clock.now()
  const giveUpAtMs = startedAtMs + (wait === 'refuse' ? 0 : wait)
  const unrenewedFor = createLifeWatch(fx)
  let told: string | undefined
  let doubted: string | undefined
  for (;;) {
    const askedAtMs = fx.clock.now()
    const id = await createConfig(client, { name, kind: 'lock', labels, data: 'lock', token }, fx)
    if (id !== undefined) return { id, heldSinceMs: askedAtMs }
    const lock = await findConfig(client, name, fx)
    if (!lock) continue
    requireOurs(lock, 'lock', stack)
    const now = await swarmTime(client, stack, fx)
    const watchedMs = unrenewedFor(lock, askedAtMs)
    const isStale = now !== undefined && isExpired(lock, now, TTL_MS)
    const graceMs = lifetimeOf(lock) / WATCH_PART
    if (isStale && watchedMs >= graceMs) {
      fx.log.warn(`the lock of ${stack} has expired: ${holderInWords(holderOf(lock))} gave no sign of life`)
      // By its id: of two who take over, the second deletes nothing, and not the lock that the first then makes.
      await removeConfig(client, lock.ID, fx)
      continue
    }
    const leftMs = giveUpAtMs - fx.clock.now()
    // Without the swarm's time nobody knows yet whether it is held: that is worth another look. So is an expired one.
    if (leftMs <= 0 && now !== undefined && !isStale) throw held(stack, holderOf(lock), wait)
    if (told !== lock.ID && now !== undefined && !isStale) {
      told = lock.ID
      fx.log.info(
        `${stack} is being deployed by ${holderInWords(holderOf(lock))} since ${lock.CreatedAt}: waiting`
      )
    }
    if (doubted !== lock.ID && isStale) {
      doubted = lock.ID
      const inS = Math.round((graceMs - watchedMs) / 1000)
      fx.log.info(
        `${holderInWords(holderOf(lock))} holds the lock of ${stack} and gives no sign of life: it is taken over in ${inS} s unless it does`
      )
    }
    await fx.clock.sleep(
      pauseMs(fx.clock.now() - startedAtMs, isStale ? graceMs - watchedMs : leftMs),
      fx.signal
    )
  }
}

/** Less often the longer it lasts; not beyond what is left of the wait. */
const pauseMs = (waitedMs: number, leftMs: number): number =>
  Math.max(100, Math.min(Math.max(LOOK_EVERY_MS, waitedMs / 10), LOOK_AT_MOST_MS, leftMs))

/**
 * For how long the lock has not been renewed before our eyes, while the engine answered. An engine that was away kept
 * its holder from renewing it: when it is back it is the holder's turn first.
 */
function createLifeWatch(fx: TakeEffects): (lock: ApiConfig, askedAtMs: number) => number {
  let seen: { key: string; sinceMs: number } | undefined
  return (lock, askedAtMs) => {
    const key = `${lock.ID} ${lock.Version.Index}`
    const nowMs = fx.clock.now()
    if (seen?.key !== key || nowMs - askedAtMs > SILENCE_MS) seen = { key, sinceMs: nowMs }
    return nowMs - seen.sinceMs
  }
}

function lifetimeOf(lock: ApiConfig): number {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs])
  return ttlMs > 0 ? ttlMs : TTL_MS
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
