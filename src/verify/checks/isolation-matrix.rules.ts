import { neutralise } from '../untrusted-text.rules.ts'
import { type EdgeVerdict, type IsolationEvidence, judgeEdge, type MatrixEdge } from './isolation.rules.ts'

import { judgePort } from './isolation-ports.rules.ts'

/** One cell of the picture: what had to be, and what was. */
export type MatrixCell = {
  from: string
  to: string
  expected: 'open' | 'blocked'
  observed: 'open' | 'blocked' | 'unknown'
  verdict: EdgeVerdict
  /** The ways that decided, or the reason why nothing is known; fit to be shown. */
  detail: string
}

/** The matrix without what only the judge needs: plain data for tables and pictures. */
export type IsolationMatrix = {
  services: string[]
  /** No cell for a service and itself, nor for pairs that nobody looked at. */
  cells: MatrixCell[]
  /** What the services reach through published ports. */
  published: {
    from: string
    to: string
    port: number
    state: 'open' | 'blocked' | 'unknown'
    /** A rule names it, and it is not so. */
    isUnexpected?: boolean
  }[]
}

export function matrixOf({ services, edges, published, ports }: IsolationEvidence): IsolationMatrix {
  return {
    services: services.map(service => neutralise(service.name, 64)),
    cells: edges.map(cellOf),
    published: published.map(({ from, to, port, state }) => ({
      from: neutralise(from, 64),
      to: neutralise(to, 64),
      port,
      state,
      ...(ports.some(one => isSame(one, { from, to, port }) && judgePort(one) === 'unexpected')
        ? { isUnexpected: true }
        : {})
    }))
  }
}

type Port = { from: string; to: string; port: number }
const isSame = (a: Port, b: Port): boolean => a.from === b.from && a.to === b.to && a.port === b.port

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
