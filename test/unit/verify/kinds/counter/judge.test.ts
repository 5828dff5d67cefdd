import { expect, test } from '@jest/globals'
import { judgeCounter } from '../../../../../src/verify/kinds/counter/judge.ts'
import { answers } from '../../builders.ts'
import { seen } from '../../round/seen.ts'

const round = {
  requestsPerNode: 2,
  nodes: [{ answers: answers({ requests: 2 }), visits: [11, 12], firstAnswers: {}, firstFailure: undefined }],
  nodesWithoutTask: [],
  replicasBefore: { isKnown: false, reason: '' } as const,
  replicasAfter: { isKnown: false, reason: '' } as const,
  visitsBefore: seen(10),
  visitsAfter: seen(13),
  unsettledBefore: 0
}
type Looks = { before: number | undefined; after: number | undefined; unsettled?: number }
const judged = (idle: Looks | undefined, pause = 5000) =>
  judgeCounter(
    { service: 'web', idle: pause },
    {
      round,
      idle: idle && { unsettled: idle.unsettled ?? 0, before: seen(idle.before), after: seen(idle.after) }
    }
  )

test.each([
  ['stands still', { before: 13, after: 14 }, 'pass', /by 0 in 5 s/],
  ['rises by itself', { before: 13, after: 16 }, 'fail', /by 2 in 5 s/],
  [
    'rises by what was not answered before',
    { before: 13, after: 16, unsettled: 2 },
    'inconclusive',
    /beside it may have counted/
  ],
  ['rises by more than that', { before: 13, after: 16, unsettled: 1 }, 'fail', /by 2 in 5 s/],
  ['falls though some were not answered', { before: 13, after: 2, unsettled: 99 }, 'fail', /by -12/],
  ['falls', { before: 13, after: 2 }, 'fail', /by -12 in 5 s/],
  ['is gone', { before: 13, after: undefined }, 'inconclusive', /named no number/],
  ['was not read', undefined, 'inconclusive', /no pause was made/]
])('a counter that %s in a pause', (_how, idle, status, words) => {
  const { status: is, observed } = judged(idle)
  expect([is, observed]).toEqual([status, expect.stringMatching(words)])
})

test('without a pause only the round counts', () => {
  expect(judged(undefined, 0).status).toBe('pass')
})

test.each([
  [
    'as many as were not answered before',
    3,
    'inconclusive',
    /rose by 5 .*3 requests beside them may have counted, too/
  ],
  ['more than that', 2, 'fail', /rose by 5/]
])('a round in which %s counted besides', (_what, unsettledBefore, status, words) => {
  const shown = { ...round, visitsBefore: seen(10), visitsAfter: seen(16), unsettledBefore }
  const { status: is, observed } = judgeCounter(
    { service: 'web', idle: 0 },
    { round: shown, idle: undefined }
  )
  expect([is, observed]).toEqual([status, expect.stringMatching(words)])
})

test('two answers of one number are a fault, whatever was not answered before', () => {
  const [node] = round.nodes
  const twice = { ...round, nodes: node ? [{ ...node, visits: [11, 11] }] : [], unsettledBefore: 99 }
  expect(judgeCounter({ service: 'web', idle: 0 }, { round: twice, idle: undefined })).toMatchObject({
    status: 'fail',
    observed: expect.stringContaining('repeated a number')
  })
})
