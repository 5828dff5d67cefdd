// Cancelled or robbed of its engine at any moment, a run leaves nothing behind, and says so in one line.
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { run, start } from '../support/cli.ts'
import { type Footprint, footprint, leftSince } from '../support/leftovers.ts'

const MINUTE = 60_000
const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const env = { SWARMLINE_STATE: stateDir, DOCKER_HOST: undefined }
let before: Footprint

beforeAll(() => {
  before = footprint(stateDir)
})
afterEach(async () => {
  await run('swarmline', ['down'], { env })
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Starts the demo, and acts once its output shows `moment`. */
async function demoUntil(moment: RegExp, act: (child: { pid: number }) => void) {
  let hasActed = false
  const demo = start('demo', ['--report-dir', path.join(base, 'report')], {
    env,
    timeoutMs: 12 * MINUTE,
    onOutput: text => {
      if (hasActed || !moment.test(text) || demo.child.pid === undefined) return
      hasActed = true
      act({ pid: demo.child.pid })
    }
  })
  const result = await demo.done
  expect(hasActed).toBe(true)
  return result
}

describe('a cancelled demo', () => {
  test.each([
    ['while it looks for an engine', /done: Look at this machine/],
    ['when the VM has woken or booted', /done: .*(waking|starting) the VM/],
    ['while it builds', /done: Raise the swarm \(/],
    ['while the stack converges', /done: .*Hand workshop to the swarm/]
  ])(
    '%s',
    async (_, moment) => {
      const result = await demoUntil(moment, ({ pid }) => process.kill(pid, 'SIGINT'))
      expect({ exitCode: result.exitCode, end: result.stderr.slice(-800) }).toMatchObject({ exitCode: 130 })
      expect(result.stderr).not.toMatch(/^\s+at .*[:(]\d+/m)
      expect(await leftSince(before, stateDir)).toEqual([])
    },
    13 * MINUTE
  )
})

test(
  'a published port that somebody else has: one line that names it, status 1, nothing left',
  async () => {
    const other = createServer().listen(80, '127.77.0.12')
    await once(other, 'listening')
    try {
      const result = await run('demo', ['--report-dir', path.join(base, 'report')], {
        env,
        timeoutMs: 12 * MINUTE
      })
      const lines = result.stderr.split('\n').filter(line => line.startsWith('swarmline: '))
      expect({ exitCode: result.exitCode, lines }).toMatchObject({
        exitCode: 1,
        lines: [expect.stringMatching(/127\.77\.0\.12:80 — /)]
      })
    } finally {
      other.close()
      await once(other, 'close')
    }
    expect(await leftSince(before, stateDir)).toEqual([])
  },
  13 * MINUTE
)

test(
  'an engine that is gone in the middle: one line that says so and where its log is, status 1, nothing left',
  async () => {
    const result = await demoUntil(/done: .*Hand workshop to the swarm/, () => {
      process.kill(Number(readFileSync(path.join(stateDir, 'swarmline/vm/qemu.pid'), 'utf8')), 'SIGKILL')
    })
    const lines = result.stderr.split('\n').filter(line => line.startsWith('swarmline: '))
    expect({ exitCode: result.exitCode, lines }).toMatchObject({
      exitCode: 1,
      lines: [expect.stringMatching(/the VM of the swarm swarmline ended by itself — its console is in \S+;/)]
    })
    expect(result.stderr).toMatch(/^Nothing of it is left running; /m)
    expect(existsSync(/its console is in (\S+);/.exec(result.stderr)?.[1] ?? '')).toBe(true)
    expect(await leftSince(before, stateDir)).toEqual([])
  },
  13 * MINUTE
)
