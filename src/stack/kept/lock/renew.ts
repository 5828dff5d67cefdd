import { type EngineClient, isGone } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import type { ApiConfig } from '../swarm-configs.ts'
import { LEASE_LABEL } from './lease.rules.ts'
import { type LockLost, lockLost } from './lost.ts'

type LeaseRequest = {
  client: EngineClient
  stack: string
  /** The lock's own: whoever takes it over makes another one. */
  id: string
  ttlMs: number
  /** When it was last certain that it is ours; by this machine's clock, which is only ever compared with itself. */
  heldSinceMs: number
}

/** A lock as its holder has it. */
export type Lease = {
  /**
   * Resolves once it is certain that the lock is still the holder's, at once where that was seen a moment ago. An
   * engine that does not answer is waited for: that is no word on the lock.
   *
   * @throws the loss; `timed-out` when the engine does not answer within `limitMs`; `cancelled` when the signal aborts
   */
  confirm(limitMs: number, signal?: AbortSignal): Promise<void>
  /** Renews it until `fx.signal` aborts or the lock is lost. */
  keep(): Promise<void>
}

/** A renewal that is missed now and then does no harm. */
const RENEWALS_PER_TTL = 6
/** Others wait for a whole `ttlMs`: what begins before half of it has passed has the other half to come through. */
const CERTAIN_PART = 2
/** Shorter than what is certain: an answer that took all of this time is still worth something. */
const ANSWER_PART = 3
const AGAIN_PART = 18

/** `onLost` is called once, when it is seen that the lock is gone. */
export function createLease(
  { client, stack, id, ttlMs, heldSinceMs }: LeaseRequest,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>,
  onLost: (loss: LockLost) => void
): Lease {
  const { clock, log } = fx
  const everyMs = ttlMs / RENEWALS_PER_TTL
  const againMs = ttlMs / AGAIN_PART
  let certainAtMs = heldSinceMs
  let loss: Promise<LockLost> | undefined
  let isSilenceTold = false
  let flight: Promise<void> | undefined

  const isCertain = (): boolean => clock.now() - certainAtMs < ttlMs / CERTAIN_PART

  const renewOnce = async (): Promise<void> => {
    try {
      certainAtMs = await renew(client, id, Math.max(1_000, ttlMs / ANSWER_PART), fx)
      if (isSilenceTold) log.info(`the lock of ${stack} is renewed again`)
      isSilenceTold = false
    } catch (error) {
      if (!isGone(error)) throw error
      // From here on nothing passes, also while it is asked who has the lock now.
      loss ??= lockLost(client, stack)
      onLost(await loss)
    }
  }
  /** One attempt, which whoever needs it shares. What it throws is no word on the lock: it is tried again. */
  const attempt = async (): Promise<void> => {
    flight ??= renewOnce().finally(() => {
      flight = undefined
    })
    try {
      await flight
    } catch (error) {
      if (fx.signal.aborted) return
      log.debug(`the lock of ${stack} could not be renewed, trying again: ${explain(error)}`)
      const silentMs = clock.now() - certainAtMs
      if (isSilenceTold || silentMs < ttlMs) return
      isSilenceTold = true
      log.info(
        `the lock of ${stack} could not be renewed for ${Math.round(silentMs / 1000)} s, and nothing is changed until it is: ${explain(error)}`
      )
    }
  }

  return {
    confirm: async (limitMs, signal) => {
      const endMs = clock.now() + limitMs
      for (;;) {
        if (loss !== undefined) throw await loss
        if (isCertain()) return
        await unlessAborted(attempt(), signal)
        if (loss !== undefined || isCertain()) continue
        if (clock.now() >= endMs)
          throw new SwarmlineError('timed-out', `the engine did not confirm the lock of ${stack} in time`)
        await clock.sleep(Math.max(1, Math.min(againMs, endMs - clock.now())), signal)
      }
    },
    keep: async () => {
      let inMs = everyMs
      while (!fx.signal.aborted && loss === undefined) {
        const certainBeforeMs = certainAtMs
        // Cancelled: the condition above tells.
        await clock.sleep(inMs, fx.signal).catch(() => undefined)
        if (fx.signal.aborted) return
        await attempt()
        inMs = certainAtMs > certainBeforeMs ? everyMs : againMs
      }
    }
  }
}

/** The work goes on for whoever else waits for it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  const cancelled = (): SwarmlineError =>
    new SwarmlineError('cancelled', 'cancelled', { cause: signal.reason })
  work.catch(() => undefined)
  if (signal.aborted) throw cancelled()
  let stop = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled())
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** @returns when it was asked for: the lock is the holder's from then on for as long as others wait */
async function renew(
  client: EngineClient,
  id: string,
  timeoutMs: number,
  { clock, signal }: Pick<Effects, 'clock' | 'signal'>
): Promise<number> {
  const options = { timeoutMs, signal }
  const lock = await client.json<ApiConfig>('GET', `/configs/${id}`, options)
  const renewal = String(Number(lock.Spec.Labels?.[LEASE_LABEL.renewal] ?? 0) + 1)
  const askedAtMs = clock.now()
  await client.json('POST', `/configs/${id}/update`, {
    ...options,
    query: { version: lock.Version.Index },
    body: { ...lock.Spec, Labels: { ...lock.Spec.Labels, [LEASE_LABEL.renewal]: renewal } }
  })
  return askedAtMs
}
