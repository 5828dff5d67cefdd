import type { MeshSlice } from '../../networks/read-world.ts'
import { type LookOut, lookOuts } from '../../networks/ways.rules.ts'
import type { MeshService, MeshWorld } from '../../networks/world.rules.ts'
import type { Answer, Listener } from '../../probes/asks.rules.ts'
import { exposedBy } from '../../probes/exposed-ports.ts'
import { runProbes } from '../../probes/probe-run.ts'
import { type Errand, type Exposed, errandsOf, type Wanted } from './asks.rules.ts'
import type { UdpRule } from './edges.rules.ts'
import type { MatrixEdge } from './judge.ts'
import { observe, type PublishedEdge, type Sighting } from './observe.rules.ts'
import { type UdpEdge, udpEdges } from './udp.rules.ts'
import { udpErrandsOf } from './udp-asks.rules.ts'

type Looked = {
  edges: MatrixEdge['observed'][]
  published: PublishedEdge[]
  /** In the order of the rules. */
  udp: UdpEdge[]
  lookOuts: number
}

/** One look at every edge that is wanted: a probe in each look-out, all at once. */
export async function look(
  world: MeshWorld,
  slice: MeshSlice,
  asked: { wanted: Wanted; udp: readonly UdpRule[]; labels: Record<string, string> | undefined }
): Promise<Looked> {
  const { wanted, udp, labels } = asked
  const byUdp = new Set(udp.flatMap(rule => [rule.from, rule.to]))
  const concerned = (service: MeshService) =>
    byUdp.has(service.name) ||
    world.services.some(other => wanted(service.name, other.name) || wanted(other.name, service.name))
  const outs = lookOuts(world).filter(out => concerned(out.service))
  const sightings = await sightingsFrom(
    outs,
    slice,
    (listeners, exposed) =>
      new Map(
        outs.map(out => [
          out.key,
          [
            ...errandsOf(out, world, listeners, wanted, slice.hasMesh, exposed),
            ...udpErrandsOf(out, world, udp, slice.hasMesh)
          ]
        ])
      ),
    labels
  )
  return {
    ...observe(world.services, sightings, wanted),
    udp: udpEdges(world.services, sightings, udp),
    lookOuts: outs.length
  }
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
