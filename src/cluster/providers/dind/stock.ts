import { connectEngine } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import type { Engine } from '../../../engine/engine.ts'
import { nameOf } from '../../labels.rules.ts'
import type { NodesSpec } from '../../provider.ts'
import { runErrand } from './errand.ts'
import { DATA_ROOT, prepareNodeImage } from './node-image.ts'
import { SKEL_IMAGE } from './skel.rules.ts'
import { SHELVE } from './template-scripts.rules.ts'

/**
 * Moves what a VM of ours was stocked with for its registry into the registry's volume, which must be there and empty.
 * Does nothing where nothing lies ready.
 */
export async function shelveStock(
  spec: Pick<NodesSpec, 'cluster' | 'labels'>,
  engine: Engine,
  fx: Pick<Effects, 'signal'>
): Promise<void> {
  if (engine.nodeSource.kind !== 'usr') return
  const client = connectEngine(engine.socketPath)
  try {
    const store = nameOf.store(spec.cluster)
    const { Mountpoint: folder } = await client.json<{ Mountpoint: string }>('GET', `/volumes/${store}`)
    await prepareNodeImage(client, engine.nodeSource, fx.signal)
    await runErrand(
      client,
      {
        what: "filling the registry's store",
        image: SKEL_IMAGE,
        labels: spec.labels,
        // One mount for both: across two of them it would be a copy.
        folder: '/',
        script: SHELVE,
        args: [`${DATA_ROOT}/registry`, folder]
      },
      fx.signal
    )
  } finally {
    client.close()
  }
}
