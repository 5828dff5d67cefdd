import { expect, test } from '@jest/globals'
import {
  judgeSpread,
  type SpreadEvidence
} from '../../../../../src/verify/kinds/routing-mesh/spread.rules.ts'
import type { ReplicasReading } from '../../../../../src/verify/round/measurement.ts'

function running(names: string[], wanted: number | undefined = names.length): ReplicasReading {
  const replica = (hostname: string) => ({ taskId: hostname, nodeId: 'n', containerId: hostname, hostname })
  return { isKnown: true, replicas: { wanted, running: names.map(replica) } }
}
const unread: ReplicasReading = { isKnown: false, reason: 'the engine does not answer' }

function evidence(change: Partial<SpreadEvidence> = {}): SpreadEvidence {
  return {
    minShare: 0.2,
    nodes: [{ byReplica: { a: 60, b: 20, c: 20 } }, { byReplica: { a: 40, b: 30, c: 30 } }],
    before: running(['a', 'b', 'c']),
    after: running(['a', 'b', 'c']),
    ...change
  }
}

test('passes when each replica has its share of all nodes’ answers together', () => {
  expect(judgeSpread(evidence())).toMatchObject({
    status: 'pass',
    observed: 'a 50.0 %, b 25.0 %, c 25.0 %',
    figures: { replicas: 3, wanted: 3, requests: 200, smallestShare: 0.25, largestShare: 0.5, unknown: 0 }
  })
})

test('exactly the least share is enough', () => {
  expect(judgeSpread(evidence({ minShare: 0.25 })).status).toBe('pass')
})

test('a global service wants as many as run', () => {
  const global: ReplicasReading = {
    isKnown: true,
    replicas: { ...known(running(['a', 'b', 'c'])), wanted: undefined }
  }
  expect(judgeSpread(evidence({ before: global, after: global }))).toMatchObject({
    status: 'pass',
    figures: { wanted: 3 }
  })
})

test('who was there at the start or at the end is no stranger', () => {
  const nodes = [{ byReplica: { a: 40, b: 40, c: 20, d: 20 } }]
  const verdict = judgeSpread(evidence({ nodes, after: running(['a', 'b', 'd']) }))
  expect(verdict).toMatchObject({ observed: expect.stringMatching(/^c ended/), figures: { unknown: 0 } })
})

test.each<[string, Partial<SpreadEvidence>, RegExp, RegExp]>([
  [
    'one replica has too little',
    { nodes: [{ byReplica: { a: 60, b: 39, c: 1 } }] },
    /c 1\.0 %/,
    /^c gets too few/
  ],
  ['one replica never answers', { nodes: [{ byReplica: { a: 50, b: 50 } }] }, /c 0\.0 %/, /^c gets too few/],
  [
    'a stranger answers',
    { nodes: [{ byReplica: { a: 30, b: 30, c: 30, x: 10 } }] },
    /x, not a replica of this service, answered 10 requests/,
    /something else/
  ],
  ['a replica is replaced meanwhile', { after: running(['a', 'b', 'd']) }, /^c ended/, /do not stay up/],
  [
    'fewer run than wanted',
    { before: running(['a', 'b', 'c'], 4), after: running(['a', 'b', 'c'], 4) },
    /^3 of 4/,
    /does not run/
  ],
  ['nobody answers', { nodes: [{ byReplica: {} }] }, /no request was answered/, /logs/]
])('fails when %s', (_title, change, observed, hint) => {
  expect(judgeSpread(evidence(change))).toMatchObject({
    status: 'fail',
    observed: expect.stringMatching(observed),
    hint: expect.stringMatching(hint)
  })
})

test.each<[string, Partial<SpreadEvidence>]>([
  ['the engine was lost before', { before: unread }],
  ['the engine was lost meanwhile', { after: unread }],
  ['the least share is more than there is', { minShare: 0.34 }]
])('is inconclusive when %s', (_title, change) => {
  expect(judgeSpread(evidence(change)).status).toBe('inconclusive')
})

function known(reading: ReplicasReading) {
  if (!reading.isKnown) throw new Error('not known')
  return reading.replicas
}
