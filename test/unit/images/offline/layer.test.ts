import { createHash } from 'node:crypto'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { extract, type Header } from 'tar-stream'
import type { LocalBlob, LocalImage } from '../../../../src/images/local-image.ts'
import { imageArchive } from '../../../../src/images/offline/archive.ts'
import { packLayer } from '../../../../src/images/offline/layer.ts'
import { mergeUsr } from '../../../../src/images/offline/merge-usr.ts'

const scratch = mkdtempSync(join(tmpdir(), 'sl-layer-'))
afterAll(() => rmSync(scratch, { recursive: true }))

async function read(bytes: Uint8Array): Promise<{ header: Header; text: string }[]> {
  const archive = extract()
  archive.end(bytes)
  const entries: { header: Header; text: string }[] = []
  for await (const entry of archive) {
    let text = ''
    for await (const chunk of entry) text += String(chunk)
    entries.push({ header: entry.header, text })
  }
  return entries
}

function tree(name: string, mtime: number): string {
  const root = join(scratch, name)
  mkdirSync(join(root, 'data'), { recursive: true })
  writeFileSync(join(root, 'b'), 'text')
  chmodSync(join(root, 'b'), 0o4755)
  linkSync(join(root, 'b'), join(root, 'c'))
  symlinkSync('b', join(root, 'a'))
  writeFileSync(join(root, 'data/empty'), '')
  utimesSync(join(root, 'b'), mtime, mtime)
  return root
}

test('a layer is sorted, without times, and owned by root save what is named', async () => {
  const file = join(scratch, 'layer.tar')
  const packed = await packLayer(tree('one', 1000), file, new Map([['data', { uid: 999, gid: 1000 }]]))
  const bytes = readFileSync(file)
  expect(packed.sizeBytes).toBe(bytes.length)
  expect(packed.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
  const entries = await read(bytes)
  expect(
    entries.map(({ header }) => [header.name, header.type, header.linkname, header.uid, header.gid])
  ).toEqual([
    ['a', 'symlink', 'b', 0, 0],
    ['b', 'file', null, 0, 0],
    ['c', 'link', 'b', 0, 0],
    ['data/', 'directory', null, 999, 1000],
    ['data/empty', 'file', null, 0, 0]
  ])
  expect(entries.every(({ header }) => header.mtime.getTime() === 0)).toBe(true)
  expect(entries[1]).toMatchObject({ text: 'text', header: { mode: 0o4755 } })
})

test('the same files make the same bytes', async () => {
  const make = (name: string, time: number) =>
    packLayer(tree(name, time), join(scratch, `${name}.tar`), new Map())
  expect(await make('two', 1)).toEqual(await make('three', 2_000_000))
})

test('a folder that cannot be read fails the layer', async () => {
  await expect(packLayer(join(scratch, 'none'), join(scratch, 'none.tar'), new Map())).rejects.toThrow(
    'ENOENT'
  )
})

test('files in real /bin and /lib move into /usr, and a link to the new place does not hide the file', async () => {
  const root = join(scratch, 'usr-merge')
  for (const folder of ['bin', 'lib/x', 'usr/bin', 'usr/lib/x'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'bin/old'), 'old')
  writeFileSync(join(root, 'lib/x/a'), 'a')
  writeFileSync(join(root, 'usr/lib/x/b'), 'b')
  writeFileSync(join(root, 'usr/bin/new'), 'new')
  symlinkSync('/usr/bin/new', join(root, 'bin/new'))
  const umask = process.umask(0o077)
  await mergeUsr(root)
  process.umask(umask)
  expect(statSync(join(root, 'usr/sbin')).mode & 0o777).toBe(0o755)
  for (const [path, text] of [
    ['bin/old', 'old'],
    ['usr/bin/new', 'new'],
    ['lib/x/a', 'a'],
    ['lib/x/b', 'b']
  ])
    expect(readFileSync(join(root, path ?? ''), 'utf8')).toBe(text)
})

test('an archive for docker load holds each blob once and every name', async () => {
  const blob = (name: string, text: string): LocalBlob => {
    writeFileSync(join(scratch, name), text)
    return { digest: `sha256:${name}`, sizeBytes: text.length, path: join(scratch, name), mediaType: '' }
  }
  const image = (reference: string, config: string): LocalImage => ({
    ...{ reference, madeFrom: '', digest: '', manifest: blob('m', '') },
    ...{ config: blob(config, '{}'), layers: [blob('layer1', 'LAYER')] }
  })
  const chunks: Buffer[] = []
  for await (const chunk of imageArchive([
    image('redis:7', 'c1'),
    image('php', 'c2'),
    image('docker.io/library/redis', 'c1')
  ]))
    chunks.push(chunk as Buffer)
  const entries = await read(Buffer.concat(chunks))
  expect(entries.map(({ header }) => header.name)).toEqual([
    'c1.json',
    'layer1/layer.tar',
    'c2.json',
    'manifest.json'
  ])
  expect(JSON.parse(entries[3]?.text ?? '')).toEqual([
    { Config: 'c1.json', Layers: ['layer1/layer.tar'], RepoTags: ['redis:7', 'redis:latest'] },
    { Config: 'c2.json', Layers: ['layer1/layer.tar'], RepoTags: ['php:latest'] }
  ])
})

test('an archive of a file that is gone ends with the error', async () => {
  const gone: LocalBlob = { digest: 'sha256:x', sizeBytes: 5, path: join(scratch, 'gone'), mediaType: '' }
  const image: LocalImage = {
    reference: 'a',
    madeFrom: '',
    digest: '',
    manifest: gone,
    config: gone,
    layers: [gone]
  }
  const read = async () => {
    for await (const _ of imageArchive([image]));
  }
  await expect(read()).rejects.toThrow('ENOENT')
})
