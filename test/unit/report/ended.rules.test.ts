import { expect, test } from '@jest/globals'
import { afterwards, endInWords } from '../../../src/report/ended.rules.ts'
import type { ReportedDeploy } from '../../../src/report/run-report.ts'

const restored = (isComplete: boolean): ReportedDeploy['undone'] => ({ kind: 'restored', isComplete })

test.each<[ReportedDeploy['undone'], string]>([
  [
    undefined,
    'paused during its update, and stays that way: deploy a corrected file, or roll back with docker service rollback'
  ],
  [
    { kind: 'kept' },
    'paused during its update, and stays that way: deploy a corrected file, or roll back with docker service rollback'
  ],
  [{ kind: 'removed' }, 'paused during its update'],
  [restored(true), 'paused during its update'],
  [restored(false), 'paused during its update']
])('a pause that was followed by %j: %s', (undone, words) => {
  expect(endInWords({ outcome: 'paused', undone })).toBe(words)
})

test('only a stack that was left rolled back runs the old version', () => {
  expect(endInWords({ outcome: 'rolled-back', undone: undefined })).toBe(
    'was rolled back: the old version runs'
  )
  expect(endInWords({ outcome: 'rolled-back', undone: { kind: 'removed' } })).toBe('was rolled back')
})

test('the others are the same whatever was done', () => {
  for (const outcome of ['converged', 'failed', 'timed-out', 'cancelled'] as const)
    expect(endInWords({ outcome, undone: restored(true) })).toBe(endInWords({ outcome, undone: undefined }))
})

test('what became of the whole stack', () => {
  expect(afterwards({ undone: undefined })).toBeUndefined()
  expect(afterwards({ undone: { kind: 'kept' } })).toMatch(/left as it is/)
  expect(afterwards({ undone: { kind: 'removed' } })).toMatch(/removed again/)
  expect(afterwards({ undone: restored(true) })).toBe('The whole stack runs as it did before.')
  expect(afterwards({ undone: restored(false) })).toMatch(/not exactly/)
})
