import type { EngineClient } from '../../docker/client.ts'
import { fitNodes } from '../../docker/eligible.rules.ts'
import type { ApiNode, ApiServiceSpec } from '../../docker/types.ts'
import { fieldAt } from '../judging/field.rules.ts'
import { securedService } from '../kinds/security/kind.ts'
import { createReads } from '../looking/reads.ts'
import { nameInStack, serviceInStack } from '../names.rules.ts'
import type { Deployed } from '../world.ts'
import type { PortShape, ServiceShape, StackShape } from './shape.ts'

/**
 * What a stack is meant to be: what the last deploy on record asked for and, of a service that none asked for, what it is
 * by the word of a manager.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function readShape(
  stack: string,
  manager: EngineClient,
  deployed: Deployed | undefined,
  signal: AbortSignal
): Promise<StackShape> {
  const reads = createReads(manager, stack, signal)
  const [running, nodes] = await Promise.all([reads.services(), reads.nodes()])
  const asked = running.length > 0 ? (deployed?.services ?? []) : []
  const others = running.map(({ Spec }) => Spec).filter(({ Name }) => asked.every(one => one.Name !== Name))
  const specs = [...asked, ...others]
  const networkName = await reads.networkNames(
    specs.flatMap(({ TaskTemplate }) => (TaskTemplate.Networks ?? []).map(({ Target }) => Target))
  )
  const shapeOf = (spec: ApiServiceSpec): ServiceShape => ({
    ...shapeOfSpec(spec, stack, nodes),
    networks: (spec.TaskTemplate.Networks ?? []).map(({ Target }) => nameInStack(networkName(Target), stack)),
    isDeployed: asked.includes(spec)
  })
  return {
    stack,
    services: specs.map(shapeOf).sort((a, b) => (a.name < b.name ? -1 : 1)),
    deploy: asked.length > 0 ? deployed?.seq : undefined,
    nodes: nodesOf(nodes)
  }
}

function nodesOf(nodes: readonly ApiNode[]): StackShape['nodes'] {
  return {
    count: nodes.length,
    managers: nodes.filter(({ Spec }) => Spec.Role === 'manager').length,
    away: nodes
      .filter(({ Spec }) => Spec.Availability !== 'active')
      .map(({ Description }) => Description.Hostname)
      .sort()
  }
}

function shapeOfSpec(
  spec: ApiServiceSpec,
  stack: string,
  nodes: readonly ApiNode[]
): Omit<ServiceShape, 'networks' | 'isDeployed'> {
  const { Replicated, Global, ReplicatedJob } = spec.Mode
  const { ContainerSpec } = spec.TaskTemplate
  const constraints = fieldAt(spec.TaskTemplate, 'Placement.Constraints')
  const most = fieldAt(spec.TaskTemplate, 'Placement.MaxReplicas')
  const replicas = Replicated && (Replicated.Replicas ?? 1)
  // A node that is down is meant to run its task, too.
  const isTaking = ({ Spec }: ApiNode): boolean => Spec.Availability === 'active'
  return {
    name: serviceInStack(spec.Name, stack),
    mode: Replicated ? 'replicated' : Global ? 'global' : ReplicatedJob ? 'replicated-job' : 'global-job',
    replicas,
    wanted: Global ? fitNodes(spec.TaskTemplate, nodes).filter(isTaking).length : (replicas ?? 0),
    secrets: (ContainerSpec?.Secrets ?? []).map(({ SecretName }) => nameInStack(SecretName, stack)),
    configs: (ContainerSpec?.Configs ?? []).map(({ ConfigName }) => nameInStack(ConfigName, stack)),
    ports: (spec.EndpointSpec?.Ports ?? []).map(
      ({ Protocol, PublishedPort, TargetPort, PublishMode }): PortShape => ({
        ...{ protocol: Protocol, published: PublishedPort ?? 0, target: TargetPort, mode: PublishMode }
      })
    ),
    constraints: Array.isArray(constraints) ? constraints.map(String) : [],
    mostPerNode: typeof most === 'number' ? most : 0,
    security: securedService({ Spec: spec }, stack)
  }
}
