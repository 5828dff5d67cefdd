// A stack of three services, looked at and judged as its model tells.

import { expectedEdges, parseEdgeRule } from '../../../../../src/verify/kinds/isolation/edges.rules.ts'
import { type IsolationEvidence, judgeIsolation } from '../../../../../src/verify/kinds/isolation/judge.ts'
import { matrixOf } from '../../../../../src/verify/kinds/isolation/matrix.rules.ts'
import { observe, type Sighting } from '../../../../../src/verify/kinds/isolation/observe.rules.ts'
import { portEdges } from '../../../../../src/verify/kinds/isolation/ports.rules.ts'
import { isolationTable } from '../../../../../src/verify/kinds/isolation/table.rules.ts'
import { udpEdges, udpRules } from '../../../../../src/verify/kinds/isolation/udp.rules.ts'
import type { MeshWorld } from '../../../../../src/verify/networks/world.rules.ts'
import type { Ask } from '../../../../../src/verify/probes/asks.rules.ts'
import { aMesh, type Fate, type Rules, sightingsOf } from './mesh-builders.ts'

export const shop = () =>
  aMesh({
    web: { on: ['front'], tasks: 3, published: 8080 },
    api: { on: ['front', 'back'], mode: 'vip' },
    db: { on: ['back'] }
  })

export function evidenceOf(world: MeshWorld, sightings: Sighting[], rules: Rules = {}): IsolationEvidence {
  const { edges, published } = observe(world.services, sightings)
  const parsed = {
    must: (rules.must ?? []).map(parseEdgeRule),
    mustNot: (rules.mustNot ?? []).map(parseEdgeRule)
  }
  const expected = expectedEdges(world.services, parsed)
  return {
    services: world.services.map(({ name, networks }) => ({ name, networks, isOnHost: false })),
    edges: expected.flatMap(edge => {
      const observed = edges.find(one => one.from === edge.from && one.to === edge.to)
      return observed ? [{ expected: edge, observed }] : []
    }),
    published,
    ports: portEdges(world.services, published, parsed),
    udp: udpEdges(world.services, sightings, udpRules(world.services, parsed)),
    rounds: 1,
    lookOuts: sightings.length
  }
}
export const judge = (fate: Fate = {}, rules: Rules = {}) =>
  judgeIsolation(evidenceOf(shop(), sightingsOf(shop(), fate, rules), rules))
export const table = (fate: Fate = {}) =>
  isolationTable(matrixOf(evidenceOf(shop(), sightingsOf(shop(), fate)))).slice(1, -1)

export const isTo = (ask: Ask, start: string) => ask.kind === 'connect' && ask.address.startsWith(start)
