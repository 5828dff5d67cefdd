// ssh is played by a function, and time by a clock that passes by sleeping.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Effects, ExecResult } from '../../../src/effects/effects.ts'
import { openTunnel } from '../../../src/engine/ssh.ts'
import type { SshTarget } from '../../../src/engine/ssh-target.rules.ts'
import { SwarmlineError } from '../../../src/errors.ts'

const vm: SshTarget = {
  kind: 'pinned',
  alias: 'swarmline-vm',
  address: '127.77.0.2',
  port: 2222,
  user: 'root',
  identityPath: '/run/id',
  hostKey: 'ssh-ed25519 AAAA',
  title: 'the VM',
  logPath: '/run/console.log'
}
const HANGS_UP = 'kex_exchange_identification: Connection closed by remote host'

let folder: string
let now: number
let attemptsAtMs: number[]
let lines: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swarmline-tunnel-'))
  now = 0
  attemptsAtMs = []
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** @param answer what an attempt at this time says on standard error; `undefined`: it succeeds */
function effects(
  answer: (atMs: number) => string | undefined,
  signal = new AbortController().signal
): Effects {
  let isOpen = false
  const result = (exitCode: number, stderr = ''): ExecResult => ({ exitCode, stdout: '', stderr })
  return {
    exec: async (_file, args) => {
      if (args.includes('-O')) return result(isOpen ? 0 : 255)
      attemptsAtMs.push(now)
      const stderr = answer(now)
      isOpen = stderr === undefined
      return result(isOpen ? 0 : 255, stderr)
    },
    clock: {
      now: () => now,
      sleep: async ms => {
        now += ms
      }
    },
    signal,
    log: {
      info: line => void lines.push(line),
      debug: () => undefined,
      warn: () => undefined,
      step: (_, run) => run(() => undefined)
    }
  }
}
const open = (fx: Effects, more: { patienceMs?: number; requireThere?: () => Promise<void> } = {}) =>
  openTunnel(vm, { folder, name: 'vm', ...more }, fx)

describe('a connection by ssh', () => {
  test('to a machine that is there takes one greeting', async () => {
    await open(effects(() => undefined))
    expect(attemptsAtMs).toEqual([0])
  })

  test.each([HANGS_UP, 'ssh: connect to host h port 22: Connection refused', 'Not allowed at this time'])(
    'that is refused for 30 s comes all the same, and does not hammer: %s',
    async said => {
      await open(effects(atMs => (atMs < 30_000 ? said : undefined)))
      expect(now).toBeGreaterThanOrEqual(30_000)
      expect(attemptsAtMs.length).toBeLessThanOrEqual(8)
      expect(lines).toEqual([`no ssh connection to the VM yet, trying again: ${said}`])
    }
  )

  test('that never comes is given up with what was said last and where to look', async () => {
    const failed = open(
      effects(() => HANGS_UP),
      { patienceMs: 60_000 }
    )
    await expect(failed).rejects.toMatchObject({
      code: 'no-engine',
      message: `no connection to the VM by ssh: its ssh server closes the connection (ssh said: ${HANGS_UP}), tried again for 60 s`,
      hint: 'see its log: /run/console.log'
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test('that no waiting would bring fails at once', async () => {
    const failed = open(effects(() => 'root@h: Permission denied (publickey).'))
    await expect(failed).rejects.toMatchObject({ message: expect.stringContaining('refuses the login') })
    expect(attemptsAtMs).toHaveLength(1)
  })

  test('is not waited for where somebody only looks', async () => {
    await expect(
      open(
        effects(() => HANGS_UP),
        { patienceMs: 0 }
      )
    ).rejects.toThrow('closes the connection')
    expect(attemptsAtMs).toHaveLength(1)
  })

  test('to a machine that has ended is not waited for', async () => {
    const requireThere = async () => {
      throw new SwarmlineError('engine-lost', 'the VM is no longer running')
    }
    await expect(
      open(
        effects(() => HANGS_UP),
        { requireThere }
      )
    ).rejects.toThrow('is no longer running')
    expect(attemptsAtMs).toHaveLength(1)
  })
})
