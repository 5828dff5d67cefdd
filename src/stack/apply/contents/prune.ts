import type { EngineClient } from '../../../docker/client.ts'
import { persist } from '../../../docker/persist.ts'
import { removeUnused } from '../../../docker/remove-unused.ts'
import { specsOf, usesOf } from '../../../docker/service-uses.rules.ts'
import type { ApiService } from '../../../docker/types.ts'
import type { Effects } from '../../../effects/effects.ts'
import { isBook } from '../../../plain/labels.ts'
import { readRecords, readSpecs } from '../../kept/kept.ts'
import { ofStack } from '../../plan/plan.ts'
import type { ContentKind } from '../../read/read.ts'
import { type Generation, outdated } from './outdated.rules.ts'

type PruneEffects = Pick<Effects, 'clock' | 'log' | 'signal' | 'awayMs'>
type Listed = {
  ID: string
  CreatedAt: string
  Spec: { Name: string; Labels?: Record<string, string> | null }
}

/**
 * Removes what earlier contents left: of each secret and config the newest `keep` generations stay (the one in use
 * among them), and all that any service of the swarm, its previous spec or a recorded deploy still names. To be
 * called once a deploy has converged, with the stack's lock held.
 *
 * @returns the names that were removed
 * @throws those of the engine client; an object that turns out to be in use is left, which is no error
 */
export async function pruneContents(
  client: EngineClient,
  stack: string,
  { keep }: { keep: number },
  fx: PruneEffects
): Promise<string[]> {
  const generations = [
    ...(await list(client, stack, 'secret', fx)),
    ...(await list(client, stack, 'config', fx))
  ]
  const removed: string[] = []
  for (const { kind, id, name } of outdated(stack, generations, {
    keep,
    inUse: await inUse(client, stack, fx)
  })) {
    // A service may take it in the meantime.
    if (await removeUnused(client, { kind, id }, fx)) removed.push(name)
  }
  if (removed.length > 0) fx.log.debug(`removed, since nothing uses them: ${removed.join(', ')}`)
  return removed
}

async function list(
  client: EngineClient,
  stack: string,
  kind: ContentKind,
  fx: PruneEffects
): Promise<Generation[]> {
  const ask = () =>
    client.json<Listed[] | null>('GET', `/${kind}s`, { query: ofStack(stack), signal: fx.signal })
  return ((await persist(ask, fx)) ?? [])
    .filter(({ Spec }) => !isBook(Spec.Labels))
    .map(({ ID, CreatedAt, Spec }) => ({
      kind,
      id: ID,
      name: Spec.Name,
      labels: Spec.Labels ?? {},
      createdAt: CreatedAt
    }))
}

/** Secrets and configs share one set: their ids never meet. */
async function inUse(client: EngineClient, stack: string, fx: PruneEffects): Promise<Set<string>> {
  const services = await persist(
    () => client.json<ApiService[] | null>('GET', '/services', { signal: fx.signal }),
    fx
  )
  const recorded = (await readRecords(client, stack, fx)).flatMap(record => readSpecs(record)?.services ?? [])
  const specs = [...(services ?? []).flatMap(specsOf), ...recorded]
  return new Set(specs.map(usesOf).flatMap(({ secrets, configs }) => [...secrets, ...configs]))
}
