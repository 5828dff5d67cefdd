import { expect, test } from '@jest/globals'
import { type CounterEvidence, judgeCounter } from '../../../../../src/verify/kinds/counter/counted.rules.ts'
import type { NodeAnswers } from '../../../../../src/verify/verdict.ts'
import { seen } from '../../round/seen.ts'

/** Two nodes, two answers each: 11 to 14, between 10 and 15. */
function evidence(change: Partial<CounterEvidence> = {}): CounterEvidence {
  return { nodes: [node([12, 11]), node([13, 14])], before: seen(10), after: seen(15), ...change }
}
function node(
  visits: number[],
  failedByKind: NodeAnswers['failedByKind'] = {}
): CounterEvidence['nodes'][number] {
  const failed = Object.values(failedByKind).reduce((sum, n) => sum + n, 0)
  return { answers: { requests: visits.length + failed, failed, failedByKind }, visits }
}

test('passes when the counter rose by exactly the requests', () => {
  expect(judgeCounter(evidence())).toMatchObject({
    status: 'pass',
    observed: 'rose by 4 (10 → 14) over 4 requests',
    figures: { requests: 4, rise: 4, first: 11, last: 14, distinct: 4, unsure: 0 }
  })
})

test('requests that never arrived do not count', () => {
  const nodes = [node([12, 11], { refused: 3 }), node([13, 14], { unreachable: 1 })]
  expect(judgeCounter(evidence({ nodes })).status).toBe('pass')
})

test.each<[string, Partial<CounterEvidence>, RegExp, RegExp]>([
  ['something else counts as well', { after: seen(16) }, /rose by 5/, /health check/],
  [
    'something else counts in between',
    { nodes: [node([12, 11]), node([13, 15])], after: seen(16) },
    /rose by 5/,
    /health check/
  ],
  [
    'visits are lost',
    { nodes: [node([12, 11]), node([13, 14, 12])], after: seen(15) },
    /repeated a number/,
    /INCR/
  ],
  [
    'every answer names the same number',
    { nodes: [node([11, 11, 11])], after: seen(12) },
    /2 answers repeated/,
    /INCR/
  ],
  ['a replica counts for itself', { nodes: [node([11, 12]), node([3, 4])] }, /from 3 to 12/, /same Redis/],
  [
    'the counter starts again',
    { nodes: [node([11, 12]), node([1, 2])], after: seen(3) },
    /from 1 to 12/,
    /volume/
  ],
  ['the counter fell back at the end', { after: seen(13) }, /from 11 to 14/, /volume/],
  [
    'an answer has no number',
    { nodes: [node([11, 12]), { ...node([13, 14]), visits: [13] }] },
    /1 of 4 answers/,
    /reach its Redis/
  ],
  ['nobody answered', { nodes: [node([], { refused: 4 })] }, /no request was answered/, /logs/],
  [
    'the rise is beyond what failures explain',
    { nodes: [node([11, 12], { reset: 1 }), node([13, 14])], after: seen(17) },
    /rose by 6/,
    /health check/
  ]
])('fails when %s', (_title, change, observed, hint) => {
  expect(judgeCounter(evidence(change))).toMatchObject({
    status: 'fail',
    observed: expect.stringMatching(observed),
    hint: expect.stringMatching(hint)
  })
})

test.each(['reset', 'time-out', 'status', 'body'] as const)(
  'is inconclusive when a %s may have counted',
  kind => {
    const nodes = [node([12, 11], { [kind]: 1 }), node([13, 14])]
    expect(judgeCounter(evidence({ nodes })).status).toBe('inconclusive')
    expect(judgeCounter(evidence({ nodes, after: seen(16) })).status).toBe('inconclusive')
  }
)

test.each(['before', 'after'] as const)(
  'says nothing of the counter when the one visit %s the round was told no number',
  when => {
    expect(judgeCounter(evidence({ [when]: seen(undefined) }))).toMatchObject({
      status: 'inconclusive',
      observed: `each answer names its number, but the visit ${when} them was told none: time-out`
    })
  }
)

test.each(['before', 'after'] as const)(
  'a try %s the round that may have counted is no other visitor',
  when => {
    const visits = when === 'before' ? 10 : 16
    expect(judgeCounter(evidence({ after: seen(16), [when]: seen(visits, 1) }))).toMatchObject({
      status: 'inconclusive',
      observed: 'rose by 5 (10 → 15) over 4 requests, and 1 request beside them may have counted, too'
    })
    expect(judgeCounter(evidence({ [when]: seen(when === 'before' ? 10 : 15, 1) })).status).toBe('pass')
  }
)
