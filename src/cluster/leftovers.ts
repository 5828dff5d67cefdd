import { connectEngine, type EngineClient } from '../docker/client.ts'
import type { ApiContainer, ApiNetwork } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import type { Engine } from '../engine/engine.ts'
import { SwarmlineError } from '../errors.ts'
import { LABEL } from '../plain/labels.ts'
import { isExpired, ownFilter } from './labels.rules.ts'
import { inWords, isOf, type Whose } from './whose.rules.ts'

/** Something on an engine that carries our labels. */
export type Leftover = {
  kind: 'container' | 'network' | 'volume' | 'machine'
  /** What the Engine API takes: an id, a volume's name; of a machine its name. */
  id: string
  name: string
  cluster: string
  labels: Record<string, string>
}

/** What one cluster (or, without a name, every cluster of ours) has on an engine now. */
export async function findLeftovers(
  engine: Pick<Engine, 'socketPath'>,
  options: { cluster?: string; signal?: AbortSignal } = {}
): Promise<Leftover[]> {
  const client = connectEngine(engine.socketPath)
  try {
    return await listOurs(client, options.cluster, options.signal)
  } finally {
    client.close()
  }
}

/** The same over a connection that is open. */
export async function listOurs(
  client: EngineClient,
  cluster: string | undefined,
  signal?: AbortSignal
): Promise<Leftover[]> {
  const ask = <T>(path: string, query: Record<string, string | boolean> = {}) =>
    client.json<T>('GET', path, {
      query: { filters: ownFilter(cluster), ...query },
      ...(signal ? { signal } : {})
    })
  const [containers, networks, volumes] = await Promise.all([
    ask<ApiContainer[]>('/containers/json', { all: true }),
    ask<ApiNetwork[]>('/networks'),
    ask<{ Volumes: { Name: string; Labels: Record<string, string> | null }[] | null }>('/volumes')
  ])
  const of = (kind: Leftover['kind'], id: string, name: string, labels: Record<string, string> | null) => ({
    kind,
    id,
    name,
    cluster: labels?.[LABEL.cluster] ?? '',
    labels: labels ?? {}
  })
  return [
    ...containers.map(c => of('container', c.Id, c.Names[0]?.slice(1) ?? c.Id, c.Labels)),
    ...networks.map(n => of('network', n.Id, n.Name, n.Labels ?? null)),
    ...(volumes.Volumes ?? []).map(v => of('volume', v.Name, v.Name, v.Labels))
  ]
}

/**
 * On an engine that others use as well somebody may have a cluster of the same name: none is made beside it, for what the
 * two have would have one name.
 *
 * @throws `cluster-failed` that names what is there, and whose it is
 */
export async function refuseStrangers(
  whose: Whose,
  engine: Pick<Engine, 'socketPath'>,
  { signal }: Pick<Effects, 'signal'>
): Promise<void> {
  const found = await findLeftovers(engine, { cluster: whose.cluster, signal })
  const strangers = found.filter(({ labels }) => !isOf(whose, labels))
  if (strangers.length === 0) return
  throw new SwarmlineError(
    'cluster-failed',
    `another run has a cluster ${whose.cluster} on this engine: ${inWords(strangers)}`,
    { hint: 'choose another name with --name; its owner can remove it with: swarmline down' }
  )
}

/** The clusters whose things have all outlived their time at `now`. */
export function expired(leftovers: readonly Leftover[], now: number): string[] {
  const clusters = [...new Set(leftovers.map(left => left.cluster))]
  return clusters.filter(
    name => name !== '' && leftovers.filter(l => l.cluster === name).every(l => isExpired(l.labels, now))
  )
}
