import { connectEngine, type EngineClient } from '../../../docker/client.ts'
import { readProgress } from '../../../docker/progress.ts'
import type { Effects } from '../../../effects/effects.ts'
import type { Engine } from '../../../engine/engine.ts'
import { LABEL } from '../../../plain/labels.ts'
import { createContainer, removeContainer, startContainer } from '../../containers.ts'
import { inParallel } from '../../in-parallel.ts'
import { nameOf } from '../../labels.rules.ts'
import { ensureNetwork } from '../../network.ts'
import type { NodesSpec } from '../../provider.ts'
import { TEMPLATE } from './data-folders.ts'
import { engineDeadlineMs, waitForEngine } from './engines-up.ts'
import { runErrand } from './errand.ts'
import { nodeContainer, socketOf } from './node-container.rules.ts'
import { DATA_ROOT, prepareNodeImage } from './node-image.ts'
import { SKEL_IMAGE } from './skel.rules.ts'
import { EMPTY, KEEP, READ } from './template-scripts.rules.ts'
import { whileNodesLive } from './while-alive.ts'

/**
 * Fills a store with images once, so that every node of a VM of ours begins with them: a node for the purpose
 * pulls them from the mirror, and is removed. Does nothing on other engines, and nothing when the template has
 * these references already.
 * @param references of images that the mirror answers for, as the stack names them: `redis:alpine`.
 */
export async function makeTemplate(
  spec: Pick<NodesSpec, 'cluster' | 'addresses' | 'labels' | 'registry' | 'isOffline'>,
  references: readonly string[],
  engine: Engine,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<void> {
  if (engine.nodeSource.kind !== 'usr' || references.length === 0) return
  const client = connectEngine(engine.socketPath)
  const container = nameOf.node(spec.cluster, TEMPLATE)
  const errand = (what: string, script: string, args: readonly string[] = []) =>
    runErrand(
      client,
      { what, script, args, image: SKEL_IMAGE, labels: spec.labels, folder: DATA_ROOT },
      fx.signal
    )
  try {
    await prepareNodeImage(client, engine.nodeSource, fx.signal)
    const wanted = [...references].sort()
    if ((await errand('reading the template', READ)).join() === wanted.join()) return
    await ensureNetwork(client, { ...spec, engine }, fx.signal)
    await errand('making the template', EMPTY)
    await startTemplateNode(client, spec, engine, container, fx.signal)
    const socketPath = await engine.openSocket(socketOf(spec.cluster, TEMPLATE), TEMPLATE)
    await whileNodesLive(client, spec.cluster, [TEMPLATE], fx.signal, async signal => {
      const live = { clock: fx.clock, signal, deadlineMs: engineDeadlineMs(1) }
      await waitForEngine(client, container, TEMPLATE, socketPath, live)
      await pullAll(socketPath, wanted, signal)
    })
    // The engine must end by itself: a store that is cut off in the middle of a write is no template.
    await client.json('POST', `/containers/${container}/stop`, { query: { t: 30 }, timeoutMs: 60_000 })
    await removeContainer(client, container)
    await errand('keeping the template', KEEP, [spec.registry.reference, ...wanted])
  } finally {
    await removeContainer(client, container).catch(() => undefined)
    client.close()
  }
}

async function startTemplateNode(
  client: EngineClient,
  spec: Parameters<typeof makeTemplate>[0],
  engine: Engine,
  container: string,
  signal: AbortSignal
): Promise<void> {
  await removeContainer(client, container)
  const body = nodeContainer({
    ...spec,
    node: { name: TEMPLATE, role: 'worker', address: spec.addresses.template },
    image: { kind: 'usr', skel: SKEL_IMAGE, dataFolder: `${DATA_ROOT}/${TEMPLATE}.new` },
    engine,
    gateway: spec.addresses.gateway
  })
  await createContainer(
    client,
    'the template',
    container,
    { ...body, Labels: { ...spec.labels, [LABEL.node]: TEMPLATE } },
    signal
  )
  await startContainer(client, 'the template', container, signal)
}

async function pullAll(
  socketPath: string,
  references: readonly string[],
  signal: AbortSignal
): Promise<void> {
  const node = connectEngine(socketPath)
  try {
    await inParallel(references, signal, async (reference, s) => {
      const pull = await node.stream('POST', '/images/create', {
        query: pullQuery(reference),
        timeoutMs: 300_000,
        signal: s
      })
      await readProgress(`pulling ${reference}`, pull)
    })
  } finally {
    node.close()
  }
}

/** `name[:tag][@digest]` → what POST /images/create wants. Without a tag it would pull all of them. */
export function pullQuery(reference: string): { fromImage: string; tag: string } {
  const [name = '', digest] = reference.split('@')
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1)
  const base = colon < 0 ? name : name.slice(0, colon)
  return { fromImage: base, tag: digest ?? (colon < 0 ? 'latest' : name.slice(colon + 1)) }
}
