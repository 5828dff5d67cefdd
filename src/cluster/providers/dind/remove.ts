import { connectEngine, EngineAnswerError, type EngineClient, isGone } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import { waitFor } from '../../../effects/wait-for.ts'
import type { Engine } from '../../../engine/engine.ts'
import { LABEL } from '../../../plain/labels.ts'
import { removeContainer } from '../../containers.ts'
import { inParallel } from '../../in-parallel.ts'
import { type Leftover, listOurs } from '../../leftovers.ts'
import { inWords, isOf, type Whose } from '../../whose.rules.ts'
import { sweepFolders } from './sweep.ts'

type TeardownEffects = Pick<Effects, 'clock' | 'signal' | 'log'>

/**
 * Removes what a cluster (or, without one, every cluster that carries our labels) has on an engine: containers with
 * their anonymous volumes, folders on the engine's machine, networks, volumes. Only what that very run made: what
 * another one has under the same name is left, and named. A second run finds nothing. The engine itself and its
 * connections stay.
 * @returns what was removed.
 */
export async function removeNodes(
  whose: Whose | undefined,
  engine: Engine,
  fx: TeardownEffects
): Promise<Leftover[]> {
  const client = connectEngine(engine.socketPath)
  try {
    const seen = await listOurs(client, whose?.cluster, fx.signal)
    const found = whose ? seen.filter(({ labels }) => isOf(whose, labels)) : seen
    const strangers = seen.filter(each => !found.includes(each))
    if (strangers.length > 0)
      fx.log.warn(`not removed, because another run created it: ${inWords(strangers)}`)
    // The folder of the whole cluster is theirs as well.
    const clusters = strangers.length > 0 ? [] : whose ? [whose.cluster] : found.map(left => left.cluster)
    await removeAll(client, found, [...new Set(clusters)], engine, fx)
    return found
  } finally {
    client.close()
  }
}

async function removeAll(
  client: EngineClient,
  found: readonly Leftover[],
  clusters: readonly string[],
  engine: Engine,
  fx: TeardownEffects
): Promise<void> {
  const of = (kind: Leftover['kind']) => found.filter(left => left.kind === kind)
  const nodes = of('container').filter(left => left.labels[LABEL.node] !== undefined)
  const sweep = await sweepFolders(client, engine, { nodes, clusters }, fx)
  await inParallel(of('container'), fx.signal, left => removeContainer(client, left.id))
  await sweep()
  await inParallel(of('network'), fx.signal, left => removeNetwork(client, left.id, fx))
  await inParallel(of('volume'), fx.signal, left => gone(client.json('DELETE', `/volumes/${left.id}`)))
}

/** A network goes only when the last container has left it, which can be a moment after that was removed. */
async function removeNetwork(client: EngineClient, id: string, fx: TeardownEffects): Promise<void> {
  await waitFor(
    `network ${id.slice(0, 12)} is removed`,
    async () => {
      try {
        await gone(client.json('DELETE', `/networks/${id}`, { signal: fx.signal }))
        return true
      } catch (error) {
        if (error instanceof EngineAnswerError && /active endpoints/i.test(error.message)) return undefined
        throw error
      }
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: 20_000 }
  )
}

async function gone(removal: Promise<unknown>): Promise<void> {
  await removal.catch(error => {
    if (!isGone(error)) throw error
  })
}
