import { type EngineClient, isGone } from '../../../docker/client.ts'
import { importImage } from '../../../docker/import-image.ts'
import type { NodeSource } from '../../../engine/engine.ts'
import { SwarmlineError } from '../../../errors.ts'
import type { NodeImage } from './node-container.rules.ts'
import { SKEL_IMAGE, skelEntries } from './skel.rules.ts'

/** Where an engine's machine keeps the data of `usr` nodes: one file system, so that hard links work. */
export const DATA_ROOT = '/data'

/**
 * Makes sure that what nodes are made from is on the engine.
 * @returns the image of a node, given the node's name.
 * @throws `not-found` when the engine has no image of that reference.
 */
export async function prepareNodeImage(
  client: EngineClient,
  source: NodeSource,
  signal: AbortSignal
): Promise<(node: string) => NodeImage> {
  if (source.kind === 'usr') {
    if (!(await inspectImage(client, SKEL_IMAGE, signal)))
      await importImage(client, SKEL_IMAGE, skelEntries(), { signal })
    return node => ({ kind: 'usr', skel: SKEL_IMAGE, dataFolder: `${DATA_ROOT}/${node}` })
  }
  const { reference } = source
  const image = await inspectImage(client, reference, signal)
  if (!image)
    throw new SwarmlineError('not-found', `the engine has no image ${reference} to make nodes from`, {
      hint: `load or pull it first: docker pull ${reference}`
    })
  return () => ({ kind: 'image', reference, entrypoint: image.Config.Entrypoint ?? [] })
}

export async function inspectImage(
  client: EngineClient,
  reference: string,
  signal: AbortSignal
): Promise<{ Id: string; Config: { Entrypoint?: string[] | null } } | undefined> {
  try {
    return await client.json('GET', `/images/${reference}/json`, { signal })
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}
