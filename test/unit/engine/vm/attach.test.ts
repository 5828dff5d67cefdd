import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startTimeFromStat } from '../../../../src/engine/process.ts'
import { untilEngine } from '../../../../src/engine/vm/attach.ts'
import { runFolder, type VmState } from '../../../../src/engine/vm/run-folder.ts'
import { fakeClock, fakeEffects } from '../../../support/fake-engine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sl-a-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test("a VM whose engine has ended is given up at once, with the engine's last word", async () => {
  const run = runFolder(folder)
  // Nobody listens there.
  writeFileSync(run.engineSocket, '')
  const state = {
    ...{ kind: 'vm', runDir: folder, acceleration: 'tcg', suite: 'trixie', isOwned: true },
    ...{ pid: process.pid, pidStart: startTimeFromStat(readFileSync('/proc/self/stat', 'utf8')) ?? '' }
  } as VmState
  const says = (line: string) => writeFileSync(run.console, `vm-init [9.01] sshd started\r\n${line}\r\n`)
  says('vm-init [296.92] engine started')
  let looks = 0
  const clock = fakeClock(() => {
    if (++looks === 3) says('vm-init [312.60] engine ended: failed to start daemon: no space')
  })
  const tunnel = { controlPath: '', configPath: '', host: 'vm' }
  await expect(untilEngine(state, run, tunnel, fakeEffects({ clock }))).rejects.toMatchObject({
    code: 'vm-failed',
    message: "the VM's engine ended: failed to start daemon: no space"
  })
  expect(looks).toBe(3)
})
