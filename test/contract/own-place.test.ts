// Folders and files of a real file system, whose owner and mode decide whether they are believed. Other users' are made
// by root, as which the whole of the tests runs on a Debian machine.
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { withLock } from '../../src/cluster/lock.ts'
import { listClusters, readClusterIfAny, saveCluster } from '../../src/cluster/state.ts'
import { makeOwn, requireOwn, strangerAt } from '../../src/effects/own-place.ts'
import { run } from '../support/cli.ts'
import { describeIf } from '../support/requires.ts'
import { aCluster } from '../unit/cluster/builders.ts'

const root = mkdtempSync(path.join(tmpdir(), 'sl-own-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'one-'))
})
const at = (...names: string[]): string => path.join(folder, ...names)
const isRoot = process.getuid?.() === 0
const NOBODY = 65534

test('a folder that is made is for this user alone', () => {
  makeOwn(at('a', 'b'))
  expect(statSync(at('a', 'b')).mode & 0o777).toBe(0o700)
  makeOwn(at('a', 'b'))
  expect(strangerAt(at('nowhere'))).toBeUndefined()
})

test.each([0o770, 0o707, 0o720, 0o702])('one of mode %o is not believed', mode => {
  mkdirSync(at('a'))
  chmodSync(at('a'), mode)
  expect(() => requireOwn(at('a'))).toThrow(
    expect.objectContaining({ code: 'input', hint: expect.stringContaining(`chmod go-w ${at('a')}`) })
  )
  expect(() => makeOwn(at('a'))).toThrow('other users can write to')
})

test.each([0o700, 0o755, 0o500])('one of mode %o is', mode => {
  mkdirSync(at('a'))
  chmodSync(at('a'), mode)
  expect(strangerAt(at('a'))).toBeUndefined()
})

describe('the command line', () => {
  const ls = () =>
    run('swarmline', ['ls'], {
      cwd: folder,
      env: { SWARMLINE_STATE: at('state'), SWARMLINE_CACHE: at('cache') }
    })

  test.each(['state', 'cache'])('refuses a %s folder that others may write to', async name => {
    mkdirSync(at(name))
    chmodSync(at(name), 0o777)
    const { exitCode, stderr } = await ls()
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining(`other users can write to ${at(name)}`)
    })
    // Nor does Node keep there what it would run the next time.
    if (name === 'cache') expect(existsSync(at('cache', 'node'))).toBe(false)
  })

  test('makes its folders for this user alone', async () => {
    expect((await ls()).exitCode).toBe(0)
    for (const name of ['state', 'cache', 'cache/node']) expect(statSync(at(name)).mode & 0o777).toBe(0o700)
  })
})

describeIf(isRoot, 'not root', 'of another user', () => {
  const give = (...names: string[]) => chownSync(at(...names), NOBODY, NOBODY)

  test('a folder, a file and a link are not believed', () => {
    mkdirSync(at('dir'), { mode: 0o700 })
    give('dir')
    writeFileSync(at('file'), '', { mode: 0o600 })
    give('file')
    mkdirSync(at('ours'), { mode: 0o700 })
    symlinkSync(at('ours'), at('link'))
    lchownSync(at('link'), NOBODY, NOBODY)
    for (const name of ['dir', 'file', 'link'])
      expect(strangerAt(at(name))).toBe(`${at(name)} belongs to another user (uid ${NOBODY})`)
    symlinkSync(at('dir'), at('to-theirs'))
    expect(strangerAt(at('to-theirs'))).toContain('another user')
  })

  test('what another user says of a cluster decides nothing', async () => {
    const cluster = aCluster()
    await saveCluster(at('state'), cluster)
    expect(await readClusterIfAny(at('state'), cluster.name)).toEqual(cluster)
    give('state', cluster.name, 'cluster.json')
    await expect(readClusterIfAny(at('state'), cluster.name)).rejects.toMatchObject({ code: 'input' })
    expect(await listClusters(at('state'))).toMatchObject({
      clusters: [],
      damaged: [{ name: cluster.name, reason: expect.stringContaining('another user') }]
    })
    give('state')
    await expect(saveCluster(at('state'), cluster)).rejects.toMatchObject({ code: 'input' })
    await expect(withLock(at('state'), cluster.name, async () => 1)).rejects.toMatchObject({ code: 'input' })
  })
})
