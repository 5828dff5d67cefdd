import { expect, test } from '@jest/globals'
import { makerOf, prefixOf } from '../../../src/effects/own-folder.rules.ts'

const maker = { pid: 4_194_304, start: 987_654_321, space: 4_026_531_836 }

test('the name of a folder says who made it', () => {
  expect(makerOf(`${prefixOf('swl', maker)}aB3xYz`)).toEqual(maker)
  expect(makerOf(`${prefixOf('swarmline-build', maker)}aB3xYz`)).toEqual(maker)
})

test('it is short: a unix socket has room in it, in the folder of a runner', () => {
  expect(
    Buffer.byteLength(`/home/runner/actions-runner/_work/_temp/${prefixOf('swl', maker)}123456/engine.ctl`)
  ).toBeLessThan(104 - 17)
})

test.each([
  'swl',
  'swarmline-',
  'swarmline-build-1-2-3-abc',
  'swarmline-build-1-2-abcdef',
  'x-1-2-3-abcdef',
  'swl-1-2-3-../../'
])('%j is nobody’s', name => expect(makerOf(name)).toBeUndefined())
