import type { EngineClient } from '../../../docker/client.ts'
import { persist } from '../../../docker/persist.ts'
import { removeUnused } from '../../../docker/remove-unused.ts'
import { usesOf } from '../../../docker/service-uses.rules.ts'
import type { ApiService } from '../../../docker/types.ts'
import { isBook } from '../../../plain/labels.ts'
import { stackObjects } from '../../plan/plan.ts'
import type { RestoreEffects } from './restore.ts'
import type { StackSnapshot } from './snapshot.ts'

const AGAIN_MS = 300

type Created = { kind: 'network' | 'secret' | 'config'; id: string; name: string }

/**
 * Removes the networks, secrets and configs that a stack has and did not have in the snapshot. To be called when the
 * restored services have converged, since SwarmKit may yet go back to the spec that names them. A network is free
 * only when the last task on it has ended, so it is asked again until `deadlineMs` has passed. What any service's
 * spec in force names stays.
 *
 * @returns the names of what was removed, and of what is left because something uses it
 */
export async function removeCreated(
  { client, snapshot, deadlineMs }: { client: EngineClient; snapshot: StackSnapshot; deadlineMs: number },
  fx: RestoreEffects
): Promise<{ removed: string[]; left: string[] }> {
  const startedAtMs = fx.clock.now()
  const untilMs = startedAtMs + deadlineMs
  const removed = new Set<string>()
  for (;;) {
    const created = await createdSince(client, snapshot, fx)
    const used = created.length > 0 ? await inForce(client, fx) : new Set()
    const unused = created.filter(({ id }) => !used.has(id))
    if (unused.length === 0 || fx.clock.now() >= untilMs) {
      const left = created.map(({ name }) => name)
      return { removed: [...removed].filter(name => !left.includes(name)), left }
    }
    // A network is on its nodes for a while after the manager has let go of it: it is listed until it is gone.
    for (const object of unused) if (await removeUnused(client, object, fx)) removed.add(object.name)
    await fx.clock.sleep(Math.max(AGAIN_MS, (fx.clock.now() - startedAtMs) / 10), fx.signal)
  }
}

async function createdSince(
  client: EngineClient,
  snapshot: StackSnapshot,
  fx: RestoreEffects
): Promise<Created[]> {
  const now = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx)
  const all: Created[] = [
    ...now.secrets.map(s => ({ kind: 'secret' as const, id: s.ID, name: s.Spec.Name })),
    ...now.configs
      .filter(c => !isBook(c.Spec.Labels))
      .map(c => ({ kind: 'config' as const, id: c.ID, name: c.Spec.Name })),
    ...now.networks.map(n => ({ kind: 'network' as const, id: n.Id, name: n.Name }))
  ]
  const before = new Set([...snapshot.networkIds, ...snapshot.secretIds, ...snapshot.configIds])
  return all.filter(({ id }) => !before.has(id))
}

async function inForce(client: EngineClient, fx: RestoreEffects): Promise<Set<string>> {
  const ask = () => client.json<ApiService[] | null>('GET', '/services', { signal: fx.signal })
  const services = (await persist(ask, fx)) ?? []
  return new Set(
    services
      .map(({ Spec }) => usesOf(Spec))
      .flatMap(({ secrets, configs, networks }) => [...secrets, ...configs, ...networks])
  )
}
