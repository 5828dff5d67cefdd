import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { LocalImage } from '../../../../../src/images/local-image.ts'
import { imageConfig, imageManifest, MEDIA } from '../../../../../src/images/offline/image.rules.ts'
import { packLayer } from '../../../../../src/images/offline/layer.ts'
import { crc64 } from '../../../../../src/images/offline/stock/crc64.rules.ts'
import { writeStock } from '../../../../../src/images/offline/stock/stock.ts'
import { splitTar } from '../../../../../src/images/offline/stock/tar-split.rules.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sl-stock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const LONG = `${'d'.repeat(80)}/${'e'.repeat(80)}/${'f'.repeat(120)}-ü`

/** An image of a few files, as stand-ins are made. */
async function imageOf(reference: string, files: Record<string, string>): Promise<LocalImage> {
  const place = mkdtempSync(join(folder, 'image-'))
  const root = join(place, 'root')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const blob = (name: string, mediaType: string, text: string) => {
    writeFileSync(join(place, name), text)
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
    return { digest, sizeBytes: Buffer.byteLength(text), path: join(place, name), mediaType }
  }
  const path = join(place, 'layer.tar')
  const layer = { ...(await packLayer(root, path, new Map())), path, mediaType: MEDIA.layer }
  const config = blob(
    'config',
    MEDIA.config,
    imageConfig({ config: {}, labels: {}, architecture: 'amd64', layerDigest: layer.digest })
  )
  const manifest = blob('manifest', MEDIA.manifest, imageManifest(config, layer))
  return { reference, madeFrom: 'x', digest: manifest.digest, manifest, config, layers: [layer] }
}

/** Unpacked as the VM's init does. */
function unpacked(stock: string): string {
  const there = join(folder, 'there')
  mkdirSync(there)
  execFileSync('tar', ['-xf', stock, '-C', there])
  for (const line of readFileSync(join(there, 'layers'), 'utf8').trim().split('\n')) {
    const [layer = '', blob = ''] = line.split(' ')
    const diff = join(there, 'template/overlay2', layer, 'diff')
    mkdirSync(diff)
    execFileSync('tar', ['-xpf', join(there, 'registry', blob), '-C', diff])
  }
  return there
}

// The values are those of Go's own tests of hash/crc64.
test.each([
  ['', '0000000000000000'],
  ['a', '3420000000000000'],
  ['abc', '3776c42000000000']
])('the checksum of %j', (text, sum) => expect(crc64(Buffer.from(text)).toString('hex')).toBe(sum))

describe('an archive taken apart', () => {
  test('makes the same bytes again with the files beside it', async () => {
    const files: Record<string, string> = {
      'bin/sh': 'x'.repeat(5000),
      'etc/empty': '',
      [LONG]: 'long',
      'a b': '12'
    }
    const image = await imageOf('a', files)
    const archive = readFileSync(image.layers[0]?.path ?? '')
    const split = splitTar(archive)
    const entries = (split?.text ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const again = entries.map(entry =>
      entry.type === 2 ? Buffer.from(entry.payload, 'base64') : Buffer.from(files[entry.name] ?? '')
    )
    expect(Buffer.concat(again).equals(archive)).toBe(true)
    expect(entries.map(entry => entry.position)).toEqual(entries.map((_, i) => i))
    expect(entries.filter(entry => entry.type === 1 && entry.size)).toHaveLength(3)
    for (const { name, size, payload } of entries.filter(entry => entry.size))
      expect([size, payload]).toEqual([
        files[name]?.length,
        crc64(Buffer.from(files[name] ?? '')).toString('base64')
      ])
    expect(split?.sizeBytes).toBe(5006)
  })

  test('is not, when it takes something away from a layer below', async () => {
    const image = await imageOf('a', { 'etc/.wh.passwd': '' })
    expect(splitTar(readFileSync(image.layers[0]?.path ?? ''))).toBeUndefined()
  })
})

test('a stock unpacks to the stores of an engine and of a registry that have the images', async () => {
  const php = await imageOf('php:8.4-cli-alpine', { 'usr/bin/php': 'php', [LONG]: 'long' })
  const prometheus = await imageOf('prom/prometheus', { prometheus: 'p' })
  const file = join(folder, 'stock.tar')
  expect(await writeStock(file, [php, prometheus], '10.79.0.5:5000')).toBe(true)
  const there = unpacked(file)
  const read = (path: string) => readFileSync(join(there, path), 'utf8')
  const store = 'template/image/overlay2'
  const layer = php.layers[0]?.digest ?? ''
  const hex = layer.slice(7)

  expect(read('template/references')).toBe('php:8.4-cli-alpine\nprom/prometheus\n')
  expect(JSON.parse(read(`${store}/repositories.json`))).toEqual({
    Repositories: {
      php: { 'php:8.4-cli-alpine': php.config.digest, [`php@${php.digest}`]: php.config.digest },
      'prom/prometheus': {
        'prom/prometheus:latest': prometheus.config.digest,
        [`prom/prometheus@${prometheus.digest}`]: prometheus.config.digest
      }
    }
  })
  expect(read(`${store}/imagedb/content/sha256/${php.config.digest.slice(7)}`)).toBe(
    readFileSync(php.config.path, 'utf8')
  )
  expect(read(`${store}/layerdb/sha256/${hex}/diff`)).toBe(layer)
  expect(read(`${store}/layerdb/sha256/${hex}/size`)).toBe('7')
  const split = gunzipSync(readFileSync(join(there, store, `layerdb/sha256/${hex}/tar-split.json.gz`)))
  expect(String(split)).toContain('usr/bin/php')
  expect(JSON.parse(read(`${store}/distribution/v2metadata-by-diffid/sha256/${hex}`))).toEqual([
    { Digest: layer, SourceRepository: 'docker.io/library/php', HMAC: '' },
    { Digest: layer, SourceRepository: '10.79.0.5:5000/library/php', HMAC: '' }
  ])
  const cache = read(`${store}/layerdb/sha256/${hex}/cache-id`)
  const link = read(`template/overlay2/${cache}/link`)
  expect(link).toMatch(/^[A-Z]{26}$/)
  expect(readlinkSync(join(there, 'template/overlay2/l', link))).toBe(`../${cache}/diff`)
  expect(read(`template/overlay2/l/${link}/usr/bin/php`)).toBe('php')
  expect(read(`template/overlay2/${cache}/diff/${LONG}`)).toBe('long')

  for (const blob of [...php.layers, php.config]) {
    const name = blob.digest.slice(7)
    const data = `registry/docker/registry/v2/blobs/sha256/${name.slice(0, 2)}/${name}/data`
    expect(readFileSync(join(there, data)).equals(readFileSync(blob.path))).toBe(true)
    expect(read(`registry/docker/registry/v2/repositories/library/php/_layers/sha256/${name}/link`)).toBe(
      blob.digest
    )
  }
})

test('two names of one image share everything but the name', async () => {
  const image = await imageOf('redis:alpine', { redis: 'r' })
  const file = join(folder, 'stock.tar')
  await writeStock(file, [image, { ...image, reference: 'redis:7-alpine' }], 'r:5000')
  const there = unpacked(file)
  const { Repositories } = JSON.parse(
    readFileSync(join(there, 'template/image/overlay2/repositories.json'), 'utf8')
  )
  expect(Object.keys(Repositories.redis)).toEqual(['redis:alpine', `redis@${image.digest}`, 'redis:7-alpine'])
  expect(statSync(file).size).toBeLessThan(40_000)
})

test.each([
  ['two layers', (image: LocalImage) => ({ ...image, layers: [...image.layers, ...image.layers] })],
  [
    'a packed layer',
    (image: LocalImage) => ({
      ...image,
      layers: image.layers.map(layer => ({ ...layer, mediaType: `${MEDIA.layer}+gzip` }))
    })
  ]
])('images with %s are pulled as ever', async (_, change) => {
  const image = await imageOf('redis:alpine', { redis: 'r' })
  expect(await writeStock(join(folder, 'stock.tar'), [image, change(image)], 'r:5000')).toBe(false)
})
