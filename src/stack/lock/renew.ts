import { EngineAnswerError, type EngineClient, isGone } from '../../docker/client.ts'
import type { Effects } from '../../effects/effects.ts'
import { isPassing } from '../persist.ts'
import type { ApiConfig } from '../swarm-configs.ts'
import { LEASE_LABEL } from './lease.rules.ts'

type Lease = { client: EngineClient; id: string; ttlMs: number }

/** A renewal that is missed now and then does no harm. */
const RENEWALS_PER_TTL = 6

/**
 * Renews a lock until the signal aborts. `onLost` is called once, when the lock is gone, or when no renewal has come
 * through for so long that others may take it over: measured by this machine's clock alone, as a duration.
 */
export async function keepRenewing(
  lease: Lease,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>,
  onLost: () => void
): Promise<void> {
  const everyMs = lease.ttlMs / RENEWALS_PER_TTL
  let renewedAtMs = fx.clock.now()
  while (!fx.signal.aborted) {
    try {
      await fx.clock.sleep(everyMs, fx.signal)
      const askedAtMs = fx.clock.now()
      await renew(lease, Math.max(1_000, everyMs), fx.signal)
      renewedAtMs = askedAtMs
    } catch (error) {
      if (fx.signal.aborted) return
      const isLost = isGone(error) || fx.clock.now() - renewedAtMs >= lease.ttlMs - everyMs
      if (isLost || !isWorthAnother(error)) {
        onLost()
        return
      }
      fx.log.debug(`the lock could not be renewed, trying again: ${String(error)}`)
    }
  }
}

async function renew({ client, id }: Lease, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const options = { timeoutMs, signal }
  const lock = await client.json<ApiConfig>('GET', `/configs/${id}`, options)
  const renewal = String(Number(lock.Spec.Labels?.[LEASE_LABEL.renewal] ?? 0) + 1)
  await client.json('POST', `/configs/${id}/update`, {
    ...options,
    query: { version: lock.Version.Index },
    body: { ...lock.Spec, Labels: { ...lock.Spec.Labels, [LEASE_LABEL.renewal]: renewal } }
  })
}

/** Anything but a plain refusal; `out of sequence` is a 500 as well. */
const isWorthAnother = (error: unknown): boolean =>
  isPassing(error) || (error instanceof EngineAnswerError && error.status >= 500)
