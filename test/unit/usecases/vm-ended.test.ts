import { expect, test } from '@jest/globals'
import type { EngineState } from '../../../src/engine/engine-state.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { endingWithVm } from '../../../src/usecases/vm-ended.ts'
import { realEffects } from '../../support/real-effects.ts'
import { fakeEngine } from '../verify/builders.ts'

const fx = realEffects()
const vm = (pid: number, pidStart: string): EngineState => ({
  ...{ kind: 'vm', runDir: '/run', acceleration: 'tcg', suite: 'trixie', isOwned: true },
  ...{ pid, pidStart }
})
const silent = fakeEngine({
  'GET /info': () => {
    throw new SwarmlineError('engine-lost', 'nothing answers')
  },
  'GET /nodes': () => {
    throw new SwarmlineError('cancelled', 'cancelled')
  }
})
const asked = (engine: EngineState, path = '/info') =>
  endingWithVm(silent, { name: 'mine', engine }, fx).json('GET', path)

test('a VM that has ended is said at once, with the way out', async () => {
  await expect(asked(vm(2 ** 22 - 1, '1'))).rejects.toMatchObject({
    code: 'vm-failed',
    hint: expect.stringContaining('swarmline down mine')
  })
})

test('one whose number another process has now has ended as well', async () => {
  await expect(asked(vm(process.pid, 'never'))).rejects.toMatchObject({ code: 'vm-failed' })
})

test('one that runs and says nothing is only slow', async () => {
  const { readFileSync } = await import('node:fs')
  const start =
    readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19] ?? ''
  await expect(asked(vm(process.pid, start))).rejects.toMatchObject({ code: 'engine-lost' })
})

test('other errors stay what they are', async () => {
  await expect(asked(vm(2 ** 22 - 1, '1'), '/nodes')).rejects.toMatchObject({ code: 'cancelled' })
})
