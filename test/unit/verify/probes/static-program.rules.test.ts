import { expect, test } from '@jest/globals'
import { isStaticProgram } from '../../../../src/verify/probes/static-program.rules.ts'

function elf(machine: number, segments: number[]): Buffer {
  const file = Buffer.alloc(64 + segments.length * 56)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  file.writeUInt16LE(machine, 18)
  file.writeBigUInt64LE(64n, 32)
  file.writeUInt16LE(56, 54)
  file.writeUInt16LE(segments.length, 56)
  for (const [i, type] of segments.entries()) file.writeUInt32LE(type, 64 + i * 56)
  return file
}

const LOAD = 1
const INTERP = 3

test.each([
  ['static, of the machine', elf(62, [LOAD, LOAD]), 'amd64', true],
  ['of another machine', elf(183, [LOAD]), 'amd64', false],
  ['of another machine, rightly', elf(183, [LOAD]), 'arm64', true],
  ['with an interpreter', elf(62, [LOAD, INTERP]), 'amd64', false],
  ['on a machine that nobody knows', elf(62, [LOAD]), 'vax', false],
  ['cut short', elf(62, [LOAD, LOAD]).subarray(0, 100), 'amd64', false],
  ['a script', Buffer.from(`#!/bin/sh\n${' '.repeat(100)}`), 'amd64', false],
  ['empty', Buffer.alloc(0), 'amd64', false]
])('%s', (_title, file, architecture, isStatic) => {
  expect(isStaticProgram(file, architecture)).toBe(isStatic)
})
