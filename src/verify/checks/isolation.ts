import type { EngineClient } from '../../docker/client.ts'
import type { ApiNetwork, ApiService, ApiTask } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import type { VerifyEffects } from '../plan.ts'
import type { Answer, Listener } from '../probes/asks.rules.ts'
import { exposedBy } from '../probes/exposed-ports.ts'
import { runProbes } from '../probes/probe-run.ts'
import { type IsolationEvidence, judgeEdge, type MatrixEdge } from './isolation.rules.ts'
import {
  type Errand,
  type Exposed,
  errandsOf,
  type LookOut,
  lookOuts,
  type Wanted
} from './isolation-asks.rules.ts'
import { type EdgeRules, type ExpectedEdge, expectedEdges } from './isolation-edges.rules.ts'
import { observe, type PublishedEdge, type Sighting } from './isolation-observe.rules.ts'
import { judgePort, portEdges } from './isolation-ports.rules.ts'
import { type MeshService, type MeshWorld, meshWorld, STACK_LABEL } from './isolation-world.rules.ts'

/** What gathering needs to know of a swarm. */
export type MeshSlice = {
  stack: string
  manager: EngineClient
  /** `engine` is missing where nobody can ask it: what runs there stays unknown. */
  nodes: readonly { id: string; name: string; address: string; engine?: EngineClient | undefined }[]
  hasMesh: boolean
} & Pick<VerifyEffects, 'clock' | 'signal'>

export type IsolationRequest = {
  rules: EdgeRules
  /**
   * The networks of each service as the stack file has them, by short names. Without it the running services'
   * own networks say what must be open, and only rules, or an attachment by other means, can be broken.
   */
  declared?: Readonly<Record<string, readonly string[]>>
  /** Between the first look and the second one at what surprised; default 2 s. */
  settleMs?: number
  /** More labels for the probes. */
  labels?: Record<string, string>
}

/**
 * Looks at every edge between a stack's services: one probe in the namespace of one task for each service and
 * node, all at once; then once more, after a moment, at the edges that are not as they must be.
 *
 * @throws `not-found` when the stack has no services; `input` for rules that name others; `engine-lost` when no
 * manager answers; `cancelled`
 */
export async function gatherIsolation(
  slice: MeshSlice,
  request: IsolationRequest
): Promise<IsolationEvidence> {
  const world = await readMeshWorld(slice)
  const expected = expectedFor(world, request)
  const ruledPorts = portEdges(world.services, [], request.rules)
  const first = await look(world, slice, isAmong([...expected, ...ruledPorts]), request.labels)
  let edges = pairUp(expected, first.edges)
  let ports = portEdges(world.services, first.published, request.rules)
  const odd = edges.filter(edge => judgeEdge(edge) !== 'as-expected').map(edge => edge.expected)
  const oddPorts = ports.filter(edge => judgePort(edge) !== 'as-expected')
  if (odd.length > 0 || oddPorts.length > 0) {
    await slice.clock.sleep(request.settleMs ?? 2000, slice.signal)
    // Read again: a task that was replaced in between has other addresses, and another namespace.
    const now = await readMeshWorld(slice)
    // Who else gets through a port is a control: all who were asked before are asked again.
    const second = await look(
      now,
      slice,
      isAmong([...odd, ...(oddPorts.length > 0 ? ports : [])]),
      request.labels
    )
    if (oddPorts.length > 0) ports = portEdges(now.services, second.published, request.rules)
    const again = pairUp(odd, second.edges)
    edges = edges.map(edge => again.find(one => one.expected === edge.expected) ?? edge)
  }
  return {
    services: world.services.map(({ name, networks }) => ({
      name,
      networks,
      isOnHost: networks.includes('host')
    })),
    edges,
    published: first.published,
    ports,
    rounds: odd.length > 0 || oddPorts.length > 0 ? 2 : 1,
    lookOuts: first.lookOuts
  }
}

/** A service on its node's own network is apart from nobody: it is looked at only where a rule asks. */
function expectedFor(world: MeshWorld, { rules, declared }: IsolationRequest): ExpectedEdge[] {
  const placed = world.services.map(({ name, networks }) => ({
    name,
    networks: declared?.[name] ?? networks
  }))
  const onHost = world.services.filter(one => one.networks.includes('host')).map(one => one.name)
  return expectedEdges(placed, rules).filter(
    edge => edge.isRuled || !(onHost.includes(edge.from) || onHost.includes(edge.to))
  )
}

function isAmong(edges: readonly { from: string; to: string }[]): Wanted {
  const keys = new Set(edges.map(edge => `${edge.from} ${edge.to}`))
  return (from, to) => keys.has(`${from} ${to}`)
}

function pairUp(
  expected: readonly ExpectedEdge[],
  observed: readonly MatrixEdge['observed'][]
): MatrixEdge[] {
  const byPair = new Map(observed.map(edge => [`${edge.from} ${edge.to}`, edge]))
  return expected.flatMap(edge => {
    const seen = byPair.get(`${edge.from} ${edge.to}`)
    return seen ? [{ expected: edge, observed: seen }] : []
  })
}

/** The stack's services, tasks and networks as a manager knows them: three calls. */
export async function readMeshWorld(slice: MeshSlice): Promise<MeshWorld> {
  const { stack, manager, signal } = slice
  const ofStack = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
  const running = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`], 'desired-state': ['running'] })
  const [services, tasks, networks] = await Promise.all([
    manager.json<ApiService[]>('GET', '/services', { query: { filters: ofStack }, signal }),
    manager.json<ApiTask[]>('GET', '/tasks', { query: { filters: running }, signal }),
    manager.json<ApiNetwork[]>('GET', '/networks', { signal })
  ])
  if (services.length === 0)
    throw new SwarmlineError('not-found', `the swarm has no services of the stack ${stack}`, {
      hint: 'deploy the stack first'
    })
  return meshWorld(stack, services, tasks, networks, slice.nodes)
}

async function look(
  world: MeshWorld,
  slice: MeshSlice,
  wanted: Wanted,
  labels: Record<string, string> | undefined
): Promise<{ edges: MatrixEdge['observed'][]; published: PublishedEdge[]; lookOuts: number }> {
  const concerned = (service: MeshService) =>
    world.services.some(other => wanted(service.name, other.name) || wanted(other.name, service.name))
  const outs = lookOuts(world).filter(out => concerned(out.service))
  const sightings = await sightingsFrom(
    outs,
    slice,
    (listeners, exposed) =>
      new Map(outs.map(out => [out.key, errandsOf(out, world, listeners, wanted, slice.hasMesh, exposed)])),
    labels
  )
  return { ...observe(world.services, sightings, wanted), lookOuts: outs.length }
}

/** Sends each look-out on its errands, and pairs the answers with them. */
export async function sightingsFrom(
  outs: readonly LookOut[],
  slice: MeshSlice,
  plan: (listeners: ReadonlyMap<string, Listener[]>, exposed: Exposed) => ReadonlyMap<string, Errand[]>,
  labels?: Record<string, string>
): Promise<Sighting[]> {
  const engines = new Map(slice.nodes.map(node => [node.id, node.engine]))
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId)
    return engine ? [{ key, engine, containerId: task.containerId }] : []
  })
  let errands: ReadonlyMap<string, Errand[]> = new Map()
  const outcomes = await runProbes(
    sources,
    async listeners => {
      const quiet = sources.filter(source => listeners.get(source.key)?.length === 0)
      errands = plan(listeners, await exposedBy(quiet, slice.signal))
      return new Map([...errands].map(([key, own]) => [key, own.map(errand => errand.ask)]))
    },
    slice,
    labels
  )
  return outs.map((from): Sighting => {
    const outcome = outcomes.get(from.key)
    if (!outcome) return { from, isRun: false, reason: 'the engine of its node cannot be asked' }
    if (!outcome.isRun) return { from, isRun: false, reason: outcome.reason }
    const heard = (errands.get(from.key) ?? []).flatMap((errand, i) => {
      const answer: Answer | undefined = outcome.answers[i]
      return answer ? [{ errand, answer }] : []
    })
    return { from, isRun: true, heard }
  })
}
