import type { EngineClient } from '../docker/client.ts'
import type { ApiService } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import { postSpec } from './post-spec.ts'

/** SwarmKit puts it right by itself within a moment, when it does. */
const LASTS_MS = 2_000

export type Reminder = (services: readonly ApiService[], nowMs: number) => Promise<void>

/**
 * Has SwarmKit look again at services in which it forgot tasks that are too many (see `forgottenSurplus`), at each
 * look: the same spec once more restarts nothing, and lets it see them. A service that somebody changed meanwhile
 * is left alone, and a failure is no matter: the next look tells.
 */
export function createReminder(client: EngineClient, fx: Pick<Effects, 'log' | 'signal'>): Reminder {
  let sinceMs: ReadonlyMap<string, number> = new Map()
  const said = new Set<string>()
  return async (services, nowMs) => {
    const due = services.filter(({ ID }) => nowMs - (sinceMs.get(ID) ?? nowMs) >= LASTS_MS)
    sinceMs = new Map(services.map(s => [s.ID, due.includes(s) ? nowMs : (sinceMs.get(s.ID) ?? nowMs)]))
    for (const { ID, Version, Spec } of due) {
      if (!said.has(ID))
        fx.log.info(`${Spec.Name}: the swarm left one task too many in a slot, and is asked to look again`)
      said.add(ID)
      await postSpec(client, { ID, Version }, Spec, { signal: fx.signal }).catch(error =>
        fx.log.debug(`${Spec.Name}: ${String(error)}`)
      )
    }
  }
}
