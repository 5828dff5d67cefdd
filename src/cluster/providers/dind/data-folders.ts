import type { EngineClient } from '../../../docker/client.ts'
import { runErrand } from './errand.ts'
import { DATA_ROOT } from './node-image.ts'
import { SKEL_IMAGE } from './skel.rules.ts'

/** The folder of the filled image store that new nodes begin with, when there is one. */
export const TEMPLATE = 'template'

/**
 * Layers are never written to after they were pulled, so hard links do; the index beside them is, so it is
 * copied. A folder of that name, left by a node that is gone, goes first.
 */
const PREPARE = `set -e
cd /machine
for node in "$@"; do
  rm -rf "./$node"; mkdir "./$node"
  if [ -d template ]; then cp -al template/overlay2 "./$node/"; cp -a template/image "./$node/"; fi
done`

/** Makes the data folders of new `usr` nodes on the engine's machine, with the template's images in them. */
export async function prepareDataFolders(
  client: EngineClient,
  nodes: readonly string[],
  labels: Record<string, string>,
  signal: AbortSignal
): Promise<void> {
  await runErrand(
    client,
    {
      what: "preparing the nodes' data folders",
      image: SKEL_IMAGE,
      labels,
      folder: DATA_ROOT,
      script: PREPARE,
      args: nodes
    },
    signal
  )
}
