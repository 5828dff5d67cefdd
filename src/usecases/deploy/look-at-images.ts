import type { ApiVersion } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import { configInRegistry, configOnEngines, type ImageConfig, registryLogin } from '../../images/images.ts'
import { isHealthOfImage, knownImage } from '../../stack/lint/lint.rules.ts'
import type { KnownImage } from '../../stack/lint/lint.ts'
import { isPinned } from '../../stack/plan/plan.rules.ts'
import { serviceEntries, text } from '../../stack/read/read.rules.ts'
import type { Model, StackPlan } from '../../stack/read/read.ts'
import type { OpenSwarm } from '../swarm.ts'

/** A deploy waits no longer for a registry that is only asked for the sake of a warning. */
const REGISTRY_MS = 3_000

type Asked = Pick<OpenSwarm, 'manager' | 'dockerConfigDir'>

/**
 * What can be known of a plan's images, by the names that the plan has for them: from the engines that have them, else
 * from a registry, which is only asked where a rule depends on it (a published service without a healthcheck of its
 * own). A cluster of ours has a registry behind its engine: what its nodes do not have yet is not known.
 *
 * @param pinned the plan's model with the images by digest
 * @throws `cancelled`
 */
export async function lookAtImages(
  { model, services }: Pick<StackPlan, 'model' | 'services'>,
  pinned: Model,
  swarm: Asked & Pick<OpenSwarm, 'nodes' | 'cluster'>,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<Record<string, KnownImage>> {
  const clients = [...new Set([swarm.manager, ...swarm.nodes.map(node => node.client)])]
  const byDigest = new Map(serviceEntries(pinned).map(([name, { image }]) => [name, text(image)]))
  const definitions = new Map(serviceEntries(model))
  const asked = new Map<string, { reference: string; isWanted: boolean }>()
  for (const { name, image, ports } of services) {
    const isWanted = ports.length > 0 && isHealthOfImage(definitions.get(name) ?? {})
    const reference = byDigest.get(name) ?? image
    asked.set(image, { reference, isWanted: isWanted || (asked.get(image)?.isWanted ?? false) })
  }
  const known = await Promise.all(
    [...asked].map(async ([image, { reference, isWanted }]): Promise<[string, ImageConfig | undefined]> => {
      const config = await configOnEngines(clients, reference, fx)
      const isAsked = config === undefined && isWanted && !swarm.cluster && isPinned(reference)
      return [image, isAsked ? await fromRegistry(reference, swarm, fx) : config]
    })
  )
  return Object.fromEntries(known.flatMap(([image, config]) => (config ? [[image, knownImage(config)]] : [])))
}

/** No engine that is away, and no registry, makes a deploy fail here. */
async function fromRegistry(
  reference: string,
  { manager, dockerConfigDir }: Asked,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<ImageConfig | undefined> {
  const version = await manager
    .json<ApiVersion>('GET', '/version', { signal: fx.signal })
    .catch((error: unknown) => {
      if (fx.signal.aborted) throw error
    })
  if (!version) return undefined
  const login = await registryLogin(dockerConfigDir, reference, fx, REGISTRY_MS)
  return configInRegistry({ reference, architecture: version.Arch, login, timeoutMs: REGISTRY_MS }, fx)
}
