import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startTimeOf } from '../../../../src/engine/process.ts'
import { untilSshd } from '../../../../src/engine/vm/boot.ts'
import type { VmState } from '../../../../src/engine/vm/run-folder.ts'
import { recordedEffects } from '../../../support/effects.ts'

let folder: string
let now: number
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swarmline-boot-'))
  now = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

/** This process plays QEMU. */
const running = async (): Promise<VmState> => ({
  ...{ kind: 'vm', runDir: folder, acceleration: 'tcg', suite: 'trixie', isOwned: true },
  ...{ pid: process.pid, pidStart: (await startTimeOf(process.pid, recordedEffects().fx)) ?? '' }
})
/** What the console says, at which time of the boot. */
async function boot(state: VmState, says: readonly (readonly [number, string])[]): Promise<void> {
  const console = path.join(folder, 'console.log')
  const left = [...says]
  const sleep = async (ms: number): Promise<void> => {
    now += ms
    while (left[0] && left[0][0] <= now) appendFileSync(console, left.shift()?.[1] ?? '')
  }
  await untilSshd({ console }, state, { ...recordedEffects().fx, clock: { now: () => now, sleep } })
}

test('a boot of 44 s is followed on the console: nobody knocks at its sshd', async () => {
  let knocks = 0
  const sshd = net.createServer(socket => {
    knocks++
    socket.destroy()
  })
  await new Promise<void>(resolve => sshd.listen(0, '127.0.0.1', resolve))
  await boot(await running(), [
    [3_000, '\u001b[0mvm-init [2.91] mounted\r\n'],
    [44_000, 'vm-init [43.80] sshd started\r\n']
  ])
  expect(now).toBeGreaterThanOrEqual(44_000)
  expect(now).toBeLessThan(46_000)
  expect(knocks).toBe(0)
  await new Promise(resolve => sshd.close(resolve))
})

test('a VM that hangs is given up with the last that it said', async () => {
  const hanging = boot(await running(), [[1_000, 'vm-init [2.91] mounted\r\nvm-init [3.1] modules']])
  await expect(hanging).rejects.toMatchObject({
    code: 'timed-out',
    message: "the VM's sshd starts: timed out after 600 s; last seen: vm-init [3.1] modules"
  })
})

test('a VM that ends is noticed at once', async () => {
  const ended = boot({ ...(await running()), pidStart: 'another' }, [])
  await expect(ended).rejects.toMatchObject({ code: 'vm-failed' })
  expect(now).toBe(0)
})
