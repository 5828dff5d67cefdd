import { expect, test } from '@jest/globals'
import { deployHistoryText, driftText } from '../../../src/cli/history-text.ts'
import type { ServiceChange } from '../../../src/stack/plan/plan.ts'
import { servicesInWords } from '../../../src/stack/plan/words.rules.ts'

const plain = { hasColor: false, hasUnicode: true, width: Number.POSITIVE_INFINITY }
const change: ServiceChange = {
  ...{ name: 'web', fullName: 's_web', kind: 'updated', tasks: 'replaced', refusal: undefined },
  fields: [{ field: 'image', from: 'app:v1', to: 'app:v2\u001b[2J' }]
}
const LINES = servicesInWords([change])
const deploy = {
  ...{ at: '2026-01-01T12:00:00.5Z', owner: 'ada, run 17', version: '1', hasSpecs: true },
  ...{ rollbackTo: undefined, failure: undefined, undone: undefined, changes: undefined, summary: undefined }
}

test('each deploy says what it changed, why it failed, and what became of the stack', () => {
  const deploys = [
    { ...deploy, seq: 3, outcome: 'converged', rollbackTo: 1, summary: [] },
    {
      ...deploy,
      seq: 2,
      outcome: 'failed',
      failure: 'exit 3\n::error::x',
      undone: 'restored',
      summary: LINES
    },
    { ...deploy, seq: 1, outcome: 'converged' }
  ]
  expect(deployHistoryText({ stack: 's', deploys }, plain).split('\n')).toEqual([
    'Deploy 3, 2026-01-01 12:00:00, by ada, run 17: converged, back to deploy 1',
    '  no service changed',
    '',
    'Deploy 2, 2026-01-01 12:00:00, by ada, run 17: failed',
    expect.stringMatching(/^ {2}why: exit 3.*::error::x$/),
    '  the stack was restored',
    '  ~ service web: updated, its tasks are replaced',
    expect.not.stringContaining('\u001b'),
    '',
    'Deploy 1, 2026-01-01 12:00:00, by ada, run 17: converged',
    '  what it changed is not on record'
  ])
})

test('drift is said with the deploy that it counts from', () => {
  expect(driftText({ kind: 'known', since: 4, services: [change], summary: LINES })).toMatch(
    /^Changed by hand since deploy 4:\n {2}~ service web: updated/
  )
  expect(driftText({ kind: 'known', since: 4, services: [], summary: [] })).toBe(
    'Nothing was changed by hand since deploy 4.'
  )
  expect(driftText({ kind: 'unknown', why: 'deploy 3 was recorded without its specs', summary: [] })).toBe(
    'Cannot tell what was changed by hand: deploy 3 was recorded without its specs.'
  )
})
