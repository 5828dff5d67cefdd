import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { registryOf } from '../../../src/actions/registry-of.ts'
import { saveCluster } from '../../../src/cluster/state.ts'
import type { Home } from '../../../src/usecases/requests.ts'
import { sampleCluster } from '../../support/action-samples.ts'

let home: Home
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'registry-of-'))
  home = { cacheDir: folder, stateDir: folder }
  await saveCluster(folder, { ...sampleCluster, name: 'mine' })
})
afterAll(() => rm(home.stateDir, { recursive: true }))

const none = {
  registry: undefined,
  username: undefined,
  password: undefined,
  cluster: undefined,
  dockerHost: undefined
}

test('what the workflow says, else what the cluster has, else Docker Hub', async () => {
  expect(await registryOf({ ...none, registry: 'ghcr.io', cluster: 'mine' }, home)).toBe('ghcr.io')
  expect(await registryOf({ ...none, cluster: 'mine' }, home)).toBe('10.79.0.5:5000')
  expect(await registryOf(none, home)).toBe('docker.io')
})

test('a cluster that is not there', async () => {
  await expect(registryOf({ ...none, cluster: 'gone' }, home)).rejects.toThrow('gone')
})
