import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { EdgeVerdict, IsolationMatrix, MatrixCell, MatrixPort } from '../../verdict.ts'
import { type IsolationEvidence, judgeEdge, type MatrixEdge } from './judge.ts'
import { judgePort, type PortEdge } from './ports.rules.ts'
import { judgeUdp, seenOf as seenOfUdp } from './udp.rules.ts'

export function matrixOf({ services, edges, published, ports, udp }: IsolationEvidence): IsolationMatrix {
  const isRuled = (edge: Port) => ports.some(one => isSame(one, edge))
  return {
    services: services.map(service => neutralise(service.name, 64)),
    cells: edges.map(cellOf),
    published: [
      ...published.filter(edge => !isRuled(edge)).map(edge => portOf(edge, edge.state)),
      ...ports.map(edge => portOf(edge, seenOfPort(edge), { ...edge, verdict: judgePort(edge) }))
    ],
    ...(udp.length > 0
      ? { udp: udp.map(edge => portOf(edge, seenOfUdp(edge), { ...edge, verdict: judgeUdp(edge) })) }
      : {})
  }
}

type Port = { from: string; to: string; port: number }
const isSame = (a: Port, b: Port): boolean => a.from === b.from && a.to === b.to && a.port === b.port

function portOf(
  { from, to, port }: Port,
  state: MatrixPort['state'],
  ruled?: { expected: 'open' | 'blocked'; verdict: EdgeVerdict }
): MatrixPort {
  return {
    from: neutralise(from, 64),
    to: neutralise(to, 64),
    port,
    state,
    ...(ruled ? { expected: ruled.expected } : {}),
    ...(ruled?.verdict === 'unexpected' ? { isUnexpected: true } : {})
  }
}

/** What nobody publishes is blocked; what nobody at all got through is not known to be. */
function seenOfPort(edge: PortEdge): MatrixPort['state'] {
  if (judgePort(edge) === 'unknown') return 'unknown'
  return edge.seen === 'not-published' ? 'blocked' : edge.seen
}

function cellOf(edge: MatrixEdge): MatrixCell {
  const { expected, observed } = edge
  const verdict = judgeEdge(edge)
  // A way that is not as it must be decides, though others may be.
  const seen =
    verdict === 'unknown'
      ? 'unknown'
      : (verdict === 'as-expected') === (expected.expected === 'open')
        ? 'open'
        : 'blocked'
  const ways = { open: observed.openBy, blocked: observed.blockedBy, unknown: observed.unknownBecause }[seen]
  return {
    from: neutralise(expected.from, 64),
    to: neutralise(expected.to, 64),
    expected: expected.expected,
    observed: seen,
    verdict,
    detail: neutralise(ways.slice(0, 3).join(', '), 200)
  }
}
