import { type MeshSlice, readMeshWorld } from '../../networks/read-world.ts'
import { isAbsent, type MeshWorld } from '../../networks/world.rules.ts'
import type { Wanted } from './asks.rules.ts'
import { type EdgeRules, type ExpectedEdge, expectedEdges } from './edges.rules.ts'
import { type IsolationEvidence, judgeEdge, type MatrixEdge } from './judge.ts'
import { look } from './look.ts'
import { judgePort, portEdges } from './ports.rules.ts'
import { judgeUdp, type UdpEdge, udpRules } from './udp.rules.ts'

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
  const ruledUdp = udpRules(world.services, request.rules)
  const asked = { wanted: isAmong([...expected, ...ruledPorts]), udp: ruledUdp, labels: request.labels }
  const first = await look(world, slice, asked)
  let edges = pairUp(expected, first.edges)
  let ports = portEdges(world.services, first.published, request.rules)
  const odd = edges.filter(edge => judgeEdge(edge) !== 'as-expected').map(edge => edge.expected)
  const oddPorts = ports.filter(edge => judgePort(edge) !== 'as-expected')
  let udp = first.udp
  const hasOddUdp = udp.some(isOddUdp)
  const isOdd = odd.length > 0 || oddPorts.length > 0 || hasOddUdp
  if (isOdd) {
    await slice.clock.sleep(request.settleMs ?? 2000, slice.signal)
    // Read again: a task that was replaced in between has other addresses, and another namespace.
    const now = await readMeshWorld(slice)
    // Who else gets through a port is a control: all who were asked before are asked again.
    const second = await look(now, slice, {
      wanted: isAmong([...odd, ...(oddPorts.length > 0 ? ports : [])]),
      udp: hasOddUdp ? ruledUdp : [],
      labels: request.labels
    })
    udp = udp.map((edge, i) => (isOddUdp(edge) ? (second.udp[i] ?? edge) : edge))
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
    udp,
    rounds: isOdd ? 2 : 1,
    lookOuts: first.lookOuts
  }
}

const isOddUdp = (edge: UdpEdge): boolean => judgeUdp(edge) !== 'as-expected'

/**
 * A service on its node's own network is apart from nobody, and one that has to run nothing is not there: they are looked
 * at only where a rule asks.
 */
function expectedFor(world: MeshWorld, { rules, declared }: IsolationRequest): ExpectedEdge[] {
  const placed = world.services.map(({ name, networks }) => ({
    name,
    networks: declared?.[name] ?? networks
  }))
  const left = world.services
    .filter(one => one.networks.includes('host') || isAbsent(one))
    .map(({ name }) => name)
  return expectedEdges(placed, rules).filter(
    edge => edge.isRuled || !(left.includes(edge.from) || left.includes(edge.to))
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
