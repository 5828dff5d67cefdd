import { expect, test } from '@jest/globals'
import type { LocalImage } from '../../../src/images/local-image.ts'
import { furnishingKey, standInsOf } from '../../../src/usecases/furnish.ts'

const blob = { digest: 'sha256:b', sizeBytes: 1, path: '/b', mediaType: 'x' }
const image = (reference: string, digest: string, madeFrom?: string): LocalImage => ({
  ...{ reference, digest, madeFrom, manifest: blob, config: blob, layers: [blob] }
})
const furnishing = {
  cluster: 'a',
  bases: [image('alpine', 'sha256:1')],
  registryImage: image('registry:2', 'sha256:2')
}

test('the same content has the same key; another name, image or registry has another', () => {
  const key = furnishingKey(furnishing)
  expect(furnishingKey({ ...furnishing })).toBe(key)
  const others = [
    { ...furnishing, cluster: 'b' },
    { ...furnishing, bases: [image('alpine', 'sha256:9')] },
    { ...furnishing, bases: [] },
    { ...furnishing, registryImage: image('registry:2', 'sha256:9') }
  ].map(furnishingKey)
  expect(new Set([key, ...others]).size).toBe(5)
})

test('reports name the stand-ins and no official image', () => {
  expect(
    standInsOf([image('alpine', 'sha256:1', 'Debian trixie: busybox 1'), image('redis', 'sha256:2')])
  ).toEqual([{ reference: 'alpine', madeFrom: 'Debian trixie: busybox 1', digest: 'sha256:1' }])
})
