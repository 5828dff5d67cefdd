import { expect, test } from '@jest/globals'
import { answersMatrix } from '../../../src/report/answers.rules.ts'
import { failingReport } from '../../support/sample-report.ts'

test('nodes × replicas, with a zero where a replica never answered', () => {
  const matrix = answersMatrix(failingReport().verify?.nodes ?? [])
  expect(matrix).toMatchObject({
    replicas: ['4be1d0c77a52', '8f20c96b13de'],
    totals: [101, 98],
    requests: 220,
    answered: 199,
    failed: 21
  })
  expect(matrix.rows.map(row => [row.counts, row.answered])).toEqual([
    [[51, 49], 100],
    [[50, 49], 99],
    [[0, 0], 0]
  ])
})

test('a replica named like a property of objects is counted only where it answered', () => {
  const [first, second] = failingReport().verify?.nodes ?? []
  if (!first || !second) throw new Error('no nodes')
  const odd = { ...first, byReplica: { constructor: 4 } } as unknown as typeof first
  expect(answersMatrix([odd, { ...second, byReplica: { a: 1 } }])).toMatchObject({
    replicas: ['a', 'constructor'],
    totals: [1, 4]
  })
})
