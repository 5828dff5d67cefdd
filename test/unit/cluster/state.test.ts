import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { listClusters, readCluster, readClusterIfAny, saveCluster } from '../../../src/cluster/state.ts'
import { aCluster, aHostEngine } from './builders.ts'

let stateDir: string
beforeEach(async () => {
  stateDir = await mkdtemp(path.join(tmpdir(), 'swarmline-state-'))
})
afterEach(() => rm(stateDir, { recursive: true }))

test.each([aCluster(), aCluster({ name: 'Host-2', engine: aHostEngine })])(
  'what was saved is read again: $engine.kind',
  async cluster => {
    await saveCluster(stateDir, cluster)
    expect(await readCluster(stateDir, cluster.name)).toEqual(JSON.parse(JSON.stringify(cluster)))
  }
)

test('only the owner can read it, and no draft is left', async () => {
  await saveCluster(stateDir, aCluster())
  const mode = async (name: string) => (await stat(path.join(stateDir, name))).mode & 0o777
  expect([await mode('demo'), await mode('demo/cluster.json')]).toEqual([0o700, 0o600])
  expect(await readdir(path.join(stateDir, 'demo'))).toEqual(['cluster.json'])
})

test('a cluster that is not there has a way out', async () => {
  expect(await readClusterIfAny(stateDir, 'demo')).toBeUndefined()
  await expect(readCluster(stateDir, 'demo')).rejects.toMatchObject({
    code: 'not-found',
    hint: expect.stringMatching(/swarmline ls/)
  })
})

test.each(['../evil', 'a/b', '', '-a', 'a-', '.', 'x'.repeat(21)])('%j is no name', async name => {
  await expect(readCluster(stateDir, name)).rejects.toMatchObject({ code: 'input' })
})

test('the list is sorted; a damaged file is named and hides no other', async () => {
  for (const name of ['b', 'a', 'broken']) await saveCluster(stateDir, aCluster({ name }))
  await writeFile(path.join(stateDir, 'broken/cluster.json'), '{"schema":1,')
  const { clusters, damaged } = await listClusters(stateDir)
  expect(clusters.map(c => c.name)).toEqual(['a', 'b'])
  expect(damaged).toEqual([{ name: 'broken', reason: expect.stringMatching(/is damaged: it is not JSON/) }])
  expect(await listClusters(path.join(stateDir, 'nowhere'))).toEqual({ clusters: [], damaged: [] })
})

test('a file under another name is refused', async () => {
  await saveCluster(stateDir, aCluster({ name: 'a' }))
  await saveCluster(stateDir, aCluster({ name: 'b' }))
  await writeFile(
    path.join(stateDir, 'b/cluster.json'),
    await readFile(path.join(stateDir, 'a/cluster.json'))
  )
  await expect(readCluster(stateDir, 'b')).rejects.toMatchObject({
    code: 'input',
    message: expect.stringMatching(/another cluster: a/)
  })
})
