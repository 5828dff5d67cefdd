import * as z from 'zod'
import type { ApiService, ApiTask } from '../../docker/types.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import { nameInStack } from '../../verify/verify.rules.ts'
import {
  type Ask,
  checked,
  type Listener,
  type ProbeOutcome,
  type ProbeSource,
  runProbes,
  type World
} from '../../verify/verify.ts'
import type { Heard, Role, ServiceFacts, SwarmFacts } from './role.ts'
import { asksOf } from './ways.rules.ts'

const NODES = z.array(
  z.looseObject({
    ID: z.string(),
    Spec: z.looseObject({ Availability: z.string() }),
    Description: z.looseObject({ Hostname: z.string() }),
    Status: z.looseObject({ State: z.string() })
  })
)
const SERVICES = z.array(
  z.looseObject({
    ID: z.string(),
    Spec: z.looseObject({ Name: z.string(), TaskTemplate: z.looseObject({}) })
  })
)
const TASKS = z.array(
  z.looseObject({ ID: z.string(), ServiceID: z.string(), Status: z.looseObject({ State: z.string() }) })
)
/** A server that listens on more ports than this is asked on the first ones. */
const MOST_PORTS = 8

export type FactsWorld = Pick<World, 'manager' | 'nodes' | 'clock' | 'signal'>

/**
 * What the swarm’s services are, and what they answer when they are asked from inside: one task of each, in its own
 * network namespace, so nothing needs to be published, and no program in the image is needed.
 *
 * @param images references that the swarm’s registry has
 * @throws `engine-lost`, `cancelled`
 */
export async function gatherFacts(
  roles: readonly Role[],
  images: readonly string[],
  world: FactsWorld
): Promise<SwarmFacts> {
  const { manager, signal } = world
  const get = async <T>(path: string, form: z.ZodType, filters?: object): Promise<T> =>
    checked(
      path,
      form,
      await manager.json('GET', path, {
        signal,
        ...(filters ? { query: { filters: JSON.stringify(filters) } } : {})
      })
    ) as T
  const [nodes, services, tasks] = await Promise.all([
    get<z.output<typeof NODES>>('/nodes', NODES),
    get<ApiService[]>('/services', SERVICES),
    get<ApiTask[]>('/tasks', TASKS, { 'desired-state': ['running'] })
  ])
  const running = Map.groupBy(
    tasks.filter(task => task.Status.State === 'running'),
    task => task.ServiceID
  )
  const nameOf = new Map(nodes.map(({ ID, Description }) => [ID, Description.Hostname]))
  const heard = await hear(roles, running, world)
  return {
    nodes: nodes
      .filter(({ Spec, Status }) => Spec.Availability === 'active' && Status.State === 'ready')
      .map(({ Description }) => Description.Hostname),
    services: services.map(service =>
      factsOf(service, running.get(service.ID) ?? [], nameOf, heard.get(service.ID) ?? [])
    ),
    images
  }
}

function factsOf(
  { Spec, Endpoint }: ApiService,
  tasks: readonly ApiTask[],
  nameOf: ReadonlyMap<string, string>,
  heard: readonly Heard[]
): ServiceFacts {
  const stack = Spec.Labels?.[STACK_LABEL] ?? ''
  const container: Partial<NonNullable<ApiService['Spec']['TaskTemplate']['ContainerSpec']>> =
    Spec.TaskTemplate.ContainerSpec ?? {}
  const ports = Endpoint?.Ports ?? Spec.EndpointSpec?.Ports ?? []
  return {
    name: stack !== '' && Spec.Name.startsWith(`${stack}_`) ? Spec.Name.slice(stack.length + 1) : Spec.Name,
    stack,
    image: (container.Image ?? '').replace(/@sha256:.*$/, ''),
    running: tasks.length,
    nodes: [...new Set(tasks.flatMap(task => nameOf.get(task.NodeID ?? '') ?? []))],
    // What a container calls itself unless its service says otherwise: the first twelve signs of its id.
    hostnames: tasks.flatMap(task => task.Status.ContainerStatus?.ContainerID?.slice(0, 12) ?? []),
    ports: ports.flatMap(port => port.PublishedPort ?? []),
    secrets: secretsOf(container, stack),
    heard
  }
}

type Mounted = { SecretName?: unknown; File?: { Name?: unknown } | null }

function secretsOf(container: object, stack: string): ServiceFacts['secrets'] {
  const { Secrets } = container as { Secrets?: Mounted[] | null }
  return (Secrets ?? []).flatMap(({ SecretName, File }) => {
    if (typeof SecretName !== 'string' || typeof File?.Name !== 'string') return []
    const file = File.Name.startsWith('/') ? File.Name : `/run/secrets/${File.Name}`
    return [{ name: nameInStack(SecretName, stack), file }]
  })
}

/** By the services’ ids. A service without a task that can be reached from here says nothing. */
async function hear(
  roles: readonly Role[],
  running: ReadonlyMap<string, readonly ApiTask[]>,
  { nodes, clock, signal }: FactsWorld
): Promise<Map<string, Heard[]>> {
  const asks = asksOf(roles)
  const sources = [...running].flatMap(([service, tasks]): ProbeSource[] => {
    for (const task of tasks) {
      const engine = nodes.find(node => node.id === task.NodeID)?.engine
      const containerId = task.Status.ContainerStatus?.ContainerID
      if (engine && containerId) return [{ key: service, engine, containerId }]
    }
    return []
  })
  if (sources.length === 0) return new Map()
  const outcomes = await runProbes(sources, listeners => plan(asks, listeners), { clock, signal })
  return new Map([...outcomes].map(([service, outcome]) => [service, heardIn(outcome)]))
}

function plan(
  { http, protocols }: ReturnType<typeof asksOf>,
  listeners: ReadonlyMap<string, readonly Listener[]>
): Map<string, Ask[]> {
  return new Map(
    [...listeners].map(([service, found]) => {
      const ports = [...new Set(found.map(({ port }) => port))].slice(0, MOST_PORTS)
      return [
        service,
        [
          ...http
            .filter(({ port }) => ports.includes(port))
            .map(({ port, path }): Ask => ({ kind: 'fetch', port, path })),
          ...(protocols.includes('redis') ? ports.map((port): Ask => ({ kind: 'redis', port })) : [])
        ]
      ]
    })
  )
}

function heardIn(outcome: ProbeOutcome): Heard[] {
  if (!outcome.isRun) return []
  return outcome.asks.flatMap((ask, at): Heard[] => {
    const answer = outcome.answers[at]
    if (answer?.kind !== 'said') return []
    if (ask.kind === 'fetch') return [{ kind: 'http', port: ask.port, path: ask.path, text: answer.text }]
    return ask.kind === 'redis' ? [{ kind: 'redis', port: ask.port }] : []
  })
}
