import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { EdgeVerdict } from '../../verdict.ts'
import type { ExpectedEdge } from './edges.rules.ts'
import type { ObservedEdge, PublishedEdge } from './observe.rules.ts'
import { judgePort, type PortEdge, portWords } from './ports.rules.ts'
import { judgeUdp, type UdpEdge, udpWords } from './udp.rules.ts'

/** What was seen of a stack's isolation: plain data, for the judge, the table and the picture. */
export type IsolationEvidence = {
  services: { name: string; networks: string[]; isOnHost: boolean }[]
  /** Every pair that is looked at, with what it must be and what it was. */
  edges: MatrixEdge[]
  published: PublishedEdge[]
  /** Published ports that rules name. */
  ports: PortEdge[]
  /** Ports by UDP that rules name. */
  udp: UdpEdge[]
  /** 2 when edges that surprised were looked at again. */
  rounds: number
  lookOuts: number
}
export type MatrixEdge = { expected: ExpectedEdge; observed: ObservedEdge }

/**
 * One edge. To be open it needs its name and every way by TCP; to be blocked neither. Unknown is no verdict,
 * unless what is known is already against it. A rule that an edge must be open asks for somebody who listens.
 */
export function judgeEdge({ expected, observed }: MatrixEdge): EdgeVerdict {
  const { tcp, name, blockedBy } = observed
  if (expected.expected === 'blocked') {
    if (tcp === 'open' || name === 'open') return 'unexpected'
    return tcp === 'blocked' && name === 'blocked' ? 'as-expected' : 'unknown'
  }
  if (blockedBy.length > 0) return 'unexpected'
  if (observed.isQuiet && expected.isRuled) return 'unknown'
  return tcp === 'open' && name === 'open' ? 'as-expected' : 'unknown'
}

/** How many edges are named in a verdict's line; the table has them all. */
const MOST_NAMED = 5

/** All edges as they must be; a look that could not be had makes the verdict inconclusive, never passed. */
export function judgeIsolation(evidence: IsolationEvidence): Judgement {
  const { edges, services } = evidence
  const open = edges.filter(edge => edge.expected.expected === 'open').length
  const expected = `${open} of ${count(edges.length, 'edge')} between ${count(services.length, 'service')} open, the others blocked`
  const judged = edges.map(edge => ({ edge, verdict: judgeEdge(edge) }))
  const wrong = judged.filter(one => one.verdict === 'unexpected').map(one => one.edge)
  const unknown = judged.filter(one => one.verdict === 'unknown').map(one => one.edge)
  const figures = {
    services: services.length,
    edges: edges.length,
    asExpected: edges.length - wrong.length - unknown.length,
    unexpected: wrong.length,
    unknown: unknown.length,
    lookOuts: evidence.lookOuts,
    rounds: evidence.rounds
  }
  const wrongPorts = evidence.ports.filter(port => judgePort(port) === 'unexpected')
  const unknownPorts = evidence.ports.filter(port => judgePort(port) === 'unknown')
  const [first] = wrong
  const wrongUdp = evidence.udp.filter(edge => judgeUdp(edge) === 'unexpected')
  const unknownUdp = evidence.udp.filter(edge => judgeUdp(edge) === 'unknown')
  const surprises = [
    ...(first ? [named(wrong, surprise)] : []),
    ...(wrongPorts.length > 0 ? [named(wrongPorts, portWords)] : []),
    ...(wrongUdp.length > 0 ? [named(wrongUdp, udpWords)] : [])
  ].join('; ')
  if (first) return fail(expected, surprises, hintFor(first), figures)
  const [firstPort] = wrongPorts
  if (firstPort) return fail(expected, surprises, portHint(firstPort), figures)
  const [firstUdp] = wrongUdp
  if (firstUdp) return fail(expected, surprises, udpHint(firstUdp), figures)
  if (edges.length === 0)
    return inconclusive(expected, 'there are no two services to look at', 'deploy the stack first', figures)
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${count(unknown.length, 'edge')} not known: ${named(unknown, doubt)}`,
      'check that every service runs and listens, then look again',
      figures
    )
  if (unknownPorts.length > 0)
    return inconclusive(
      expected,
      `${count(unknownPorts.length, 'published port')} not known: ${named(unknownPorts, portWords)}`,
      'check that the service runs, listens and is published, then look again',
      figures
    )
  if (unknownUdp.length > 0)
    return inconclusive(
      expected,
      `${count(unknownUdp.length, 'edge')} by UDP not known: ${named(unknownUdp, udpWords)}`,
      'only an answer shows that a port of UDP is there: let the target send back what comes, then look again',
      figures
    )
  return pass(expected, `${open} open and ${edges.length - open} blocked, as they must be`, figures)
}

function named<Edge>(edges: readonly Edge[], words: (edge: Edge) => string): string {
  const rest = edges.length - MOST_NAMED
  const shown = edges.slice(0, MOST_NAMED).map(words).join('; ')
  return rest > 0 ? `${shown}; and ${rest} more` : shown
}

const plain = (name: string) => neutralise(name, 64)
const arrow = ({ expected: { from, to } }: MatrixEdge) => `${plain(from)} -> ${plain(to)}`

function surprise(edge: MatrixEdge): string {
  const { openBy, blockedBy } = edge.observed
  const isOpen = edge.expected.expected === 'blocked'
  const ways = (isOpen ? openBy : blockedBy).slice(0, 2).join(', ')
  return `${arrow(edge)} is ${isOpen ? 'open' : 'blocked'}: ${neutralise(ways)}`
}

function doubt(edge: MatrixEdge): string {
  return `${arrow(edge)} (${neutralise(edge.observed.unknownBecause[0] ?? 'nothing was heard')})`
}

function portHint({ expected, to, port }: PortEdge): string {
  return expected === 'blocked'
    ? `a published port is open to every service that reaches a node: stop publishing ${port} of ${plain(to)}`
    : `publish ${port} of ${plain(to)}, and see that the sources’ networks are not internal`
}

function udpHint({ expected, from, to, port }: UdpEdge): string {
  const [source, target] = [plain(from), plain(to)]
  return expected === 'blocked'
    ? `take ${source} or ${target} off the network that both are on, or allow ${port}/udp`
    : `attach both running services to one network, and see that nothing on it turns ${port}/udp away`
}

/** The kernel drops a VXLAN packet whose sender is not the node that it knows, and counts it nowhere. */
const BETWEEN_NODES =
  'Between nodes, UDP 4789 must pass with the sender’s own address: look for a firewall, or a rule that masquerades it'

/** Names the network to leave or to join. */
function hintFor({ expected, observed }: MatrixEdge): string {
  const { shared } = expected
  const [from, to] = [plain(expected.from), plain(expected.to)]
  if (expected.expected === 'blocked') {
    const through = observed.openOn.length > 0 ? observed.openOn : shared
    const networks = through.map(one => neutralise(one, 80)).join(', ')
    return networks
      ? `take ${from} or ${to} off the network ${networks}, or allow the edge`
      : `see which network ${from} and ${to} share: \`docker service inspect\``
  }
  if (shared.length === 0) return `put ${from} and ${to} on a network of their own, or remove the rule`
  const idle = [from, to].filter(name => observed.unknownBecause.includes(`${name} has no running task`))
  if (idle.length > 0) return `see why ${idle.join(' and ')} does not run: \`docker service ps --no-trunc\``
  const network = shared.map(one => neutralise(one, 80)).join(', ')
  return observed.tcp === 'open'
    ? `both are on ${network}, and one way is open while another is not: see the tasks and the nodes named. ${BETWEEN_NODES}`
    : `attach both running services to the network ${network}. If they are, let UDP 7946 pass between the nodes. ${BETWEEN_NODES}`
}
