import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../src/errors.ts'
import { explainRun } from '../../../src/usecases/failed-run.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { aCluster } from '../cluster/builders.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sl-fr-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const seen = new SwarmlineError('engine-lost', 'nothing answers', { hint: 'see: swarmline ls' })

/** A failure on a VM that has ended; `stop`: the run was cancelled. */
async function explained(stop?: AbortSignal) {
  const runDir = path.join(folder, 's/demo/vm')
  mkdirSync(runDir, { recursive: true })
  writeFileSync(path.join(runDir, 'console.log'), 'out of memory')
  const engine = {
    ...{ kind: 'vm' as const, runDir, acceleration: 'tcg' as const, suite: 'trixie', isOwned: true as const },
    ...{ pid: 2 ** 22 - 1, pidStart: '1' }
  }
  const home = { stateDir: path.join(folder, 's'), cacheDir: path.join(folder, 'c'), dockerConfigDir: folder }
  const fx = fakeEffects(stop ? { signal: stop } : {})
  return { error: await explainRun(seen, aCluster({ engine }), home, fx), lines: fx.lines }
}

test('of a VM that ended that is said, and its console outlives it', async () => {
  const { error, lines } = await explained()
  const kept = path.join(folder, 'c/failed/demo')
  expect(error).toMatchObject({
    code: 'vm-failed',
    message: 'the VM of the swarm demo ended by itself',
    hint: expect.stringContaining(path.join(kept, 'console.log')),
    cause: seen
  })
  expect(readFileSync(path.join(kept, 'console.log'), 'utf8')).toBe('out of memory')
  expect(lines).toContain(`The last logs of its engine and containers are kept in ${kept}`)
})

test('a run that was cancelled has nothing to explain', async () => {
  expect((await explained(AbortSignal.abort())).error).toBe(seen)
  expect(existsSync(path.join(folder, 'c'))).toBe(false)
})
