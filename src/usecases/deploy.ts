import { readCluster } from '../cluster/state.ts'
import type { Effects } from '../effects/effects.ts'
import { servedDigest } from '../images/served-digest.ts'
import type { DeployResult } from '../rollout/outcome.ts'
import { readBaseline } from '../rollout/snapshot.ts'
import { watchStack } from '../rollout/watch.ts'
import { deployStack } from '../stack/deploy.ts'
import { loadStack } from '../stack/load.ts'
import type { StackPlan } from '../stack/stack-plan.ts'
import { dockerCommand } from './docker-command.ts'
import type { DeployRequest, Home } from './requests.ts'
import { type OpenSwarm, openSwarm } from './swarm.ts'

/**
 * Deploys a stack and waits until it has converged, or has not. Every outcome is a result; what never began (a
 * stack file that does not hold, a port that is taken, no engine) is an error.
 *
 * @throws what `loadStack`, `deployStack` and `openSwarm` throw
 */
export async function deploy(request: DeployRequest, home: Home, fx: Effects): Promise<DeployResult> {
  const { stack, composeFiles, withRegistryAuth, isPruning, timeoutMs, target } = request
  const { variables, dockerConfigDir } = await own(request, home)
  const docker = await dockerCommand(dockerConfigDir, home, fx)
  // First of all: a stack file that does not hold is told before any engine is asked.
  const plan = await loadStack({ composeFiles, variables, docker }, fx)
  const swarm = await openSwarm(target, home, fx)
  try {
    const client = swarm.manager
    await openPublished(swarm, plan)
    const digests = await pin(swarm, plan, fx)
    const baseline = await readBaseline(client, stack, fx.signal)
    const deployed = await fx.log.step(`Hand ${stack} to the swarm`, () =>
      deployStack(
        {
          docker,
          client,
          stack,
          plan,
          variables,
          digests,
          labels: {},
          // Of a swarm that is not ours it is not for us to say: it is deployed as its files ask.
          hasMesh: swarm.cluster?.hasMesh ?? true,
          withRegistryAuth,
          isPruning
        },
        fx
      )
    )
    for (const name of deployed.withoutDigest)
      fx.log.warn(`${name}: its image has no digest, so nodes may come to run different versions`)
    return await watchStack({ client, stack, services: deployed.services, baseline, timeoutMs }, fx)
  } finally {
    await swarm.close()
  }
}

/**
 * Each image's digest, asked for once: a tag that moves in the middle of a deploy must not move the deploy. What
 * cannot be asked for is left to docker.
 */
async function pin(swarm: OpenSwarm, plan: StackPlan, fx: Effects): Promise<Record<string, string>> {
  const { manager, dockerConfigDir, cluster } = swarm
  const known = new Map((cluster?.standIns ?? []).map(made => [made.reference, made.digest]))
  const images = [...new Set(plan.services.map(service => service.image))].filter(
    image => !image.includes('@')
  )
  const found = await Promise.all(
    images.map(async image => {
      const digest = known.get(image) ?? (await servedDigest(manager, dockerConfigDir, image, fx))
      return digest ? [[image, digest] as const] : []
    })
  )
  return Object.fromEntries(found.flat())
}

/**
 * Makes the published ports answer on this machine, at every node: before the deploy, so that a port which
 * somebody else has is an error while nothing has changed yet.
 */
async function openPublished({ cluster, nodes, openPort }: OpenSwarm, plan: StackPlan): Promise<void> {
  if (!cluster) return
  const ports = plan.services.flatMap(service => service.ports).filter(port => port.protocol === 'tcp')
  for (const { published } of ports)
    if (published !== undefined) for (const node of nodes) await openPort(node.address, published)
}

/** A cluster of ours has a registry with a login and an address, which the stack file asks for as `REGISTRY`. */
async function own(
  { target, variables }: DeployRequest,
  { stateDir }: Home
): Promise<{ variables: Record<string, string>; dockerConfigDir: string | undefined }> {
  if (target.kind === 'existing') return { variables, dockerConfigDir: target.dockerConfigDir }
  const { registry } = await readCluster(stateDir, target.name)
  return {
    variables: { REGISTRY: registry.reference, ...variables },
    dockerConfigDir: registry.dockerConfigDir
  }
}
