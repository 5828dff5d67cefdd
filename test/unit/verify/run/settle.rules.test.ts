import { expect, test } from '@jest/globals'
import { type Meanwhile, settle } from '../../../../src/verify/run/settle.rules.ts'

const quiet: Meanwhile = { overload: undefined, isSlow: false, changes: [] }
const busy: Meanwhile = { ...quiet, overload: 'the engine took 2.0 s to answer' }

test.each([
  ['what passed', 'pass', busy, false, 'keep'],
  ['a failure on a quiet swarm', 'fail', quiet, false, 'keep'],
  ['a failure on a slow one', 'fail', { ...quiet, isSlow: true }, false, 'again'],
  ['a failure on a busy one', 'fail', busy, false, 'again'],
  ['a failure on one that is busy still', 'fail', busy, true, 'inconclusive'],
  [
    'failed requests, which other checks may have caused',
    'fail',
    { ...quiet, isVisiting: true },
    false,
    'again'
  ],
  ['requests that say nothing', 'inconclusive', { ...quiet, isVisiting: true }, false, 'again'],
  ['requests that fail alone as well', 'fail', { ...quiet, isVisiting: true }, true, 'keep'],
  ['what could not be measured on a quiet swarm', 'inconclusive', quiet, false, 'keep'],
  ['what was not asked', 'skipped', busy, false, 'keep']
] as const)('%s', (_title, status, meanwhile, isLast, kind) => {
  expect(settle(status, meanwhile, isLast).kind).toBe(kind)
})
