import { expect, test } from '@jest/globals'
import { deployReportText, rollbackText } from '../../../src/cli/deploy-text.ts'
import { sampleDeploy } from '../../support/action-samples.ts'

const plain = { hasColor: false, hasUnicode: true, width: Number.POSITIVE_INFINITY }
const cut = { ...sampleDeploy('cancelled'), services: [], failures: [] }
const left = ['s_app: has its spec from before the deploy, 1 of 3 tasks run by it']

test('a deploy that was cut short and is back says so, and shows no empty table', () => {
  const text = deployReportText({ ...cut, undone: { kind: 'removed' } }, plain)
  expect(text.split('\n')).toEqual([
    expect.stringMatching(/^The stack workshop was cancelled \(/),
    'It was removed again: nothing of it is left.'
  ])
})

test('one that is not back shows how each service stands, in text that cannot forge a line', () => {
  const undone = {
    kind: 'restored' as const,
    ...{ services: [], result: undefined, removed: [], left: [], isComplete: false }
  }
  const text = deployReportText({ ...cut, undone, leftBehind: [...left, 's_b\n::error::x'] }, plain)
  expect(text).toContain(`Current state:\n  ${left[0]}\n  s_b`)
  expect(text).not.toMatch(/^::error::/m)
  expect(text).toContain('The stack is not exactly as it was before.')
})

test('a rollback that was cut short does not say that it is back', () => {
  const result = { ...cut, leftBehind: left }
  const text = rollbackText({ to: 4, seq: 6, services: [], result }, plain)
  expect(text).toMatch(/^Cut short on the way back to deploy 4, recorded as deploy 6\./)
  expect(text).toContain(`Current state:\n  ${left[0]}`)
})
