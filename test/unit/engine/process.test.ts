import { expect, test } from '@jest/globals'
import { startTimeFromStat } from '../../../src/engine/process.ts'

const stat = (name: string, state: string) =>
  `4242 (${name}) ${state} 1 4242 4242 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 3 0 987654 1000 200`

test.each([
  ['qemu-system-x86', 'S', '987654'],
  ['a) S 1 (b', 'R', '987654'],
  ['qemu', 'Z', undefined],
  ['qemu', 'X', undefined]
])('a process called %s in state %s', (name, state, expected) => {
  expect(startTimeFromStat(stat(name, state))).toBe(expected)
})
