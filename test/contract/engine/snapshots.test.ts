import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type RunFolder, runFolder } from '../../../src/engine/vm/run-folder.ts'
import {
  addSnapshot,
  findSnapshot,
  layerName,
  snapshotShelf,
  unpackSnapshot
} from '../../../src/engine/vm/snapshots.ts'

let cacheDir: string
let run: RunFolder

beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'swarmline-snap-'))
  run = runFolder(join(cacheDir, 'run'))
  mkdirSync(run.folder)
  for (const name of ['id', 'host_key.pub', 'initrd', layerName(0)])
    writeFileSync(join(run.folder, name), name)
})
afterEach(() => rmSync(cacheDir, { recursive: true }))

const nameOf = (key: string, fingerprint = 'f') => ({ cacheDir, filesKey: 'trixie-1', fingerprint, key })
const add = (key: string, save: (path: string) => Promise<void> = async path => writeFileSync(path, key)) =>
  addSnapshot(nameOf(key), run, [join(run.folder, layerName(0))], save)

test('what was saved comes back, and only to the machine that it fits', async () => {
  await add('ready/../x')
  const snapshot = await findSnapshot(nameOf('ready/../x'))
  expect(snapshot && readFileSync(snapshot.statePath, 'utf8')).toBe('ready/../x')
  expect(await findSnapshot(nameOf('ready/../x', 'other'))).toBeUndefined()
  expect(await findSnapshot(nameOf('ready'))).toBeUndefined()

  const next = runFolder(join(cacheDir, 'next'))
  const layers = snapshot && (await unpackSnapshot(snapshot, next))
  expect(layers).toEqual([join(next.folder, layerName(0))])
  expect(readFileSync(next.identity, 'utf8')).toBe('id')
})

test('nobody else may read it', async () => {
  await add('ready')
  const snapshot = await findSnapshot(nameOf('ready'))
  expect(statSync(snapshot?.folder ?? '').mode & 0o777).toBe(0o700)
  expect(statSync(snapshot?.statePath ?? '').mode & 0o777).toBe(0o600)
})

test('one that is not completely saved is none, and leaves the older one', async () => {
  await add('ready')
  await expect(add('ready', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
  const snapshot = await findSnapshot(nameOf('ready'))
  expect(snapshot && readFileSync(snapshot.statePath, 'utf8')).toBe('ready')
  expect(readdirSync(snapshotShelf(cacheDir, 'trixie-1'))).toHaveLength(1)
})

test('the four that were used last are kept', async () => {
  for (const [i, key] of ['a', 'b', 'd', 'e'].entries()) {
    await add(key)
    utimesSync((await findSnapshot(nameOf(key)))?.folder ?? '', i + 1, i + 1)
  }
  const a = await findSnapshot(nameOf('a'))
  if (a) await unpackSnapshot(a, runFolder(join(cacheDir, 'next')))
  await add('c')
  const kept = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map(async key => (await findSnapshot(nameOf(key))) !== undefined)
  )
  expect(kept).toEqual([true, false, true, true, true])
})
