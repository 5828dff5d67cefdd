import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { FAILED_CONSOLE, failureOf } from '../../../../src/engine/vm/clear-run.ts'
import { runFolder } from '../../../../src/engine/vm/run-folder.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import { fakeEffects } from '../../../support/fake-engine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sl-failure-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const why = new SwarmlineError('no-engine', 'no connection to the VM by ssh', { hint: 'see its log: gone' })
const failure = (error: unknown, signal?: AbortSignal) =>
  failureOf(error, runFolder(folder), folder, fakeEffects(signal ? { signal } : {}))

test('a VM that failed is told with the last that its console said, and where all of it is kept', async () => {
  const console = 'one\r\ntwo\r\n\u001b[31mthree\u001b[0m\r\nvm-init: no disk\r\n'
  writeFileSync(path.join(folder, 'console.log'), console)
  const kept = path.join(folder, FAILED_CONSOLE)
  expect(await failure(why)).toMatchObject({
    code: 'vm-failed',
    message:
      'the VM did not come up: no connection to the VM by ssh; its console says: two | three | vm-init: no disk',
    hint: `its whole console is in ${kept}; see what this machine can do: swarmline doctor`
  })
  expect(readFileSync(kept, 'utf8')).toBe(console)
})

test('of a kernel that panicked the reason is told, which stands above a trace', async () => {
  const trace = ['CPU: 0', '<TASK>', ' panic+0x6c/0x6c', '</TASK>']
  const panic = "[    0.07] Kernel panic - not syncing: IO-APIC + timer doesn't work!"
  writeFileSync(path.join(folder, 'console.log'), [panic, ...trace].join('\r\n'))
  expect((await failure(why)).message).toMatch(
    /ssh; its console says: .*panic.*IO-APIC \+ timer doesn't work!$/
  )
})

test('one that has said nothing has no log to look at', async () => {
  expect(await failure(why)).toMatchObject({
    message: 'the VM did not come up: no connection to the VM by ssh; its console has said nothing yet',
    hint: 'see what this machine can do: swarmline doctor'
  })
})

test('a wish to cancel and a full disk are told as they are', async () => {
  expect(await failure(why, AbortSignal.abort())).toMatchObject({ code: 'cancelled' })
  const full = new SwarmlineError('disk-full', 'no space left')
  expect(await failure(full)).toBe(full)
})
