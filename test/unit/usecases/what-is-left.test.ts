import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { saveCluster } from '../../../src/cluster/state.ts'
import { leftOf } from '../../../src/usecases/what-is-left.ts'
import { aCluster } from '../cluster/builders.ts'

let stateDir: string
beforeEach(async () => {
  stateDir = await mkdtemp(path.join(tmpdir(), 'sl-left-'))
})
afterEach(() => rm(stateDir, { recursive: true }))

const left = (wasUp = true) => leftOf('demo', wasUp, { stateDir })

test('nothing, and how a swarm that failed can be looked at', async () => {
  expect(await left()).toBe(
    'Nothing of it is left running; with --keep the swarm of a demo that fails stays up.'
  )
  expect(await left(false)).toBe('Nothing of it is left running.')
})

test('a swarm, and part of one, with the command that removes it', async () => {
  await saveCluster(stateDir, aCluster())
  expect(await left()).toBe('The swarm demo is still up; remove it with: swarmline down demo')
  await saveCluster(stateDir, aCluster({ nodes: [] }))
  expect(await left()).toBe('Part of the swarm demo is left; remove it with: swarmline down demo')
})

test('where that cannot be read, the command that looks', async () => {
  await mkdir(path.join(stateDir, 'demo'), { mode: 0o700 })
  await writeFile(path.join(stateDir, 'demo/cluster.json'), '{', { mode: 0o600 })
  expect(await left()).toBe('Something of the swarm demo may be left; see: swarmline ls')
})
