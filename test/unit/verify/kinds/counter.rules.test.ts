import { expect, test } from '@jest/globals'
import { judgeCounter } from '../../../../src/verify/kinds/counter.rules.ts'
import { answers } from '../builders.ts'

const round = {
  requestsPerNode: 2,
  nodes: [{ answers: answers({ requests: 2 }), visits: [11, 12], firstAnswers: {}, firstFailure: undefined }],
  nodesWithoutTask: [],
  replicasBefore: { isKnown: false, reason: '' } as const,
  replicasAfter: { isKnown: false, reason: '' } as const,
  visitsBefore: 10,
  visitsAfter: 13
}
const judged = (idle: { before: number | undefined; after: number | undefined } | undefined, pause = 5000) =>
  judgeCounter({ service: 'web', idle: pause }, { round, idle })

test.each([
  ['stands still', { before: 13, after: 14 }, 'pass', /by 0 in 5 s/],
  ['rises by itself', { before: 13, after: 16 }, 'fail', /by 2 in 5 s/],
  ['falls', { before: 13, after: 2 }, 'fail', /by -12 in 5 s/],
  ['is gone', { before: 13, after: undefined }, 'inconclusive', /named no number/],
  ['was not read', undefined, 'inconclusive', /named no number/]
])('a counter that %s in a pause', (_how, idle, status, words) => {
  const { status: is, observed } = judged(idle)
  expect([is, observed]).toEqual([status, expect.stringMatching(words)])
})

test('without a pause only the round counts', () => {
  expect(judged(undefined, 0).status).toBe('pass')
})
