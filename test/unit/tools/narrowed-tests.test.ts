import { expect, test } from '@jest/globals'
import { narrowed } from '../../../tools/test-steps.mjs'

const STEP = ['node', 'jest.js', '--runInBand', 'test/unit/', 'test/contract/', 'test/contract/a.test.ts']
const JEST = ['node', 'jest.js', '--runInBand']

test.each([
  [[], STEP],
  [
    ['-t', 'x'],
    [...STEP, '-t', 'x']
  ],
  [['hostile'], [...JEST, 'test/unit/.*hostile', 'test/contract/.*hostile']],
  [
    ['a', '-t', 'x'],
    [...JEST, 'test/unit/.*a', 'test/contract/.*a', 'test/contract/a.test.ts', '-t', 'x']
  ],
  [['test/unit/cli'], [...JEST, 'test/unit/cli', 'test/contract/.*test/unit/cli']]
])('%j', (given, argv) => {
  expect(narrowed(STEP, given)).toEqual(argv)
})
