import type { EngineClient } from '../../../docker/client.ts'
import { SwarmlineError } from '../../../errors.ts'
import { bookName } from '../../../plain/object-names.ts'
import type { ApiConfig } from '../swarm-configs.ts'
import { isOurs } from './foreign.rules.ts'
import { holderInWords, holderOf, type LockHolder } from './lease.rules.ts'

/** Why the signal of a work aborts whose lock is gone: it was seen that it is not there any more. */
export class LockLost extends SwarmlineError {
  constructor(stack: string, holder: LockHolder | undefined) {
    const how = holder
      ? `${holderInWords(holder)} has it since ${holder.since}`
      : 'it was removed, and nobody holds it now'
    super('deploy-failed', `the lock of ${stack} was lost while it was being deployed: ${how}`, {
      hint: `look at what runs with: docker stack ps ${stack}; then deploy again`
    })
  }
}

/** Is it the lock's loss that ended the work, and not a wish to cancel it? */
export const isLockLost = (signal: AbortSignal): boolean =>
  signal.aborted && signal.reason instanceof LockLost

const ANSWER_MS = 10_000

/** The loss of a lock that is gone, with whoever has one of that name now; one question, since it is only for people. */
export async function lockLost(client: EngineClient, stack: string): Promise<LockLost> {
  const path = `/configs/${encodeURIComponent(bookName('lock', stack))}`
  const now = await client.json<ApiConfig>('GET', path, { timeoutMs: ANSWER_MS }).catch(() => undefined)
  return new LockLost(stack, now && isOurs(now, 'lock') ? holderOf(now) : undefined)
}
