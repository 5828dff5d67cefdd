import { isDeepStrictEqual } from 'node:util'
import type { EngineClient } from '../docker/client.ts'
import type { ApiService } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import { postSpec } from './post-spec.ts'
import type { Seen } from './seen.ts'
import { type Nudged, nudgesDue, otherwise } from './standstill.rules.ts'

/** SwarmKit writes down that its new updater has begun, which is a new version of the service, while we read it. */
const TRIES = 5
const TIMEOUT_MS = 10_000

/**
 * Sets SwarmKit going again where its update waits for a task that nobody will ever hear of (see `standstill`), at
 * each look. SwarmKit takes the same spec for the update that it is at, and leaves it to the updater that waits; so
 * the service is given one that differs by a label, and at the next look its own again: not at once, when the updater
 * that this ends may be about to make a task that the next one does not see. Should the watch end between the two, a
 * label of ours stays that nothing compares. Tasks of its spec are as good for the
 * one as for the other: none is restarted. A service that somebody changed meanwhile is left alone, and a failure is
 * no matter: the next look tells. What SwarmKit itself would roll back to from here is the new spec; the way back of
 * a deploy knows the old one from before.
 *
 * Source: swarmkit, manager/orchestrator/update/updater.go (`Supervisor.Update`), manager/orchestrator/task.go.
 */
export function createNudge(
  client: EngineClient,
  fx: Pick<Effects, 'log' | 'signal'>
): (seen: Seen, nowMs: number) => Promise<void> {
  let nudged: Nudged = new Map()
  const owed = new Map<string, { service: ApiService; given: ApiService['Spec'] }>()
  return async (seen, nowMs) => {
    for (const [id, { service, given }] of owed) {
      owed.delete(id)
      await giveBack(client, service, given).catch(error =>
        fx.log.debug(`${service.Spec.Name}: ${String(error)}`)
      )
    }
    for (const { service, what, node } of nudgesDue(seen, nudged, nowMs)) {
      const { ID, Spec } = service
      try {
        const given = otherwise(Spec)
        await postSpec(client, service, given, { signal: fx.signal })
        nudged = new Map([...nudged, [ID, [...(nudged.get(ID) ?? []), what]]])
        fx.log.info(
          `${Spec.Name}: its update waits for a task on ${node}, which is down, and is started again`
        )
        owed.set(ID, { service, given })
      } catch (error) {
        fx.log.debug(`${Spec.Name}: ${String(error)}`)
      }
    }
  }
}

/** Not ended by a signal: the label would stay. */
async function giveBack(
  client: EngineClient,
  { ID, Spec }: ApiService,
  given: ApiService['Spec']
): Promise<void> {
  for (let left = TRIES; ; left--) {
    const now = await client.json<ApiService>('GET', `/services/${ID}`, { timeoutMs: TIMEOUT_MS })
    if (!isDeepStrictEqual(now.Spec, given)) return
    try {
      await postSpec(client, now, Spec, { timeoutMs: TIMEOUT_MS })
      return
    } catch (error) {
      if (left <= 1) throw error
    }
  }
}
