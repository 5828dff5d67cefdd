import * as z from 'zod'
import type { EngineClient } from '../../docker/client.ts'
import type { ApiNode, ApiService, ApiTask } from '../../docker/types.ts'
import { fieldAt } from '../field.rules.ts'
import { securedService } from '../kinds/security.ts'
import { nameInStack, serviceInStack } from '../names.rules.ts'
import { checked, createReads } from '../reads.ts'
import type { PortShape, ServiceShape, StackShape } from './shape.ts'

const TASKS = z.array(z.looseObject({ ServiceID: z.string(), DesiredState: z.string() }))

/**
 * What a stack is, by the word of a manager.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function readShape(
  stack: string,
  manager: EngineClient,
  signal: AbortSignal
): Promise<StackShape> {
  const reads = createReads(manager, stack, signal)
  const [services, nodes, networks, tasks] = await Promise.all([
    reads.services(),
    reads.nodes(),
    manager.json<{ Id: string; Name: string }[]>('GET', '/networks', { signal }),
    manager.json<unknown>('GET', '/tasks', {
      query: { filters: JSON.stringify({ 'desired-state': ['running'] }) },
      signal
    })
  ])
  const wanted = Map.groupBy(
    checked('/tasks', TASKS, tasks) as unknown as ApiTask[],
    ({ ServiceID }) => ServiceID
  )
  const nameOf = new Map(networks.map(({ Id, Name }) => [Id, Name]))
  return {
    stack,
    services: services
      .map(service => shapeOf(service, wanted.get(service.ID)?.length ?? 0, nameOf, stack))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
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

function shapeOf(
  service: ApiService,
  wanted: number,
  nameOf: ReadonlyMap<string, string>,
  stack: string
): ServiceShape {
  const { Spec, Endpoint } = service
  const { Replicated, Global, ReplicatedJob } = Spec.Mode
  const mode = Replicated ? 'replicated' : Global ? 'global' : ReplicatedJob ? 'replicated-job' : 'global-job'
  const attached = Spec.TaskTemplate.Networks ?? []
  const secrets = Spec.TaskTemplate.ContainerSpec?.Secrets ?? []
  const constraints = fieldAt(Spec.TaskTemplate, 'Placement.Constraints')
  const most = fieldAt(Spec.TaskTemplate, 'Placement.MaxReplicas')
  return {
    name: serviceInStack(Spec.Name, stack),
    mode,
    replicas: Replicated?.Replicas,
    // A replicated service means to run what it was asked for, whatever it runs now.
    wanted: Replicated ? (Replicated.Replicas ?? wanted) : wanted,
    networks: attached.map(({ Target }) => nameInStack(nameOf.get(Target) ?? Target, stack)),
    secrets: secrets.map(({ SecretName }) => nameInStack(SecretName, stack)),
    ports: portsOf(Spec.EndpointSpec?.Ports ?? [], Endpoint?.Ports ?? []),
    constraints: Array.isArray(constraints) ? constraints.map(String) : [],
    mostPerNode: typeof most === 'number' ? most : 0,
    security: securedService(service, stack)
  }
}

type Ports = NonNullable<NonNullable<ApiService['Endpoint']>['Ports']>

/** A port that the swarm chose itself stands only at the endpoint, and is another after the next deploy: 0. */
const portsOf = (asked: Ports, given: Ports): PortShape[] =>
  (asked.length > 0 ? asked : given).map(({ Protocol, PublishedPort, TargetPort, PublishMode }) => ({
    protocol: Protocol,
    published: PublishedPort ?? 0,
    target: TargetPort,
    mode: PublishMode
  }))
