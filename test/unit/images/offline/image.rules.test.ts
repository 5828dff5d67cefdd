import { expect, test } from '@jest/globals'
import { goArchitecture, imageConfig, imageManifest } from '../../../../src/images/offline/image.rules.ts'

test('a configuration tells how to run it, what it stands for, and no time', () => {
  const text = imageConfig({
    config: { Cmd: ['/bin/sh'], Env: ['A=b'] },
    labels: { 'io.swarmline.stand-in': 'Debian trixie: x 1' },
    architecture: 'amd64',
    layerDigest: 'sha256:1'
  })
  expect(JSON.parse(text)).toMatchObject({
    os: 'linux',
    architecture: 'amd64',
    created: '1970-01-01T00:00:00Z',
    rootfs: { type: 'layers', diff_ids: ['sha256:1'] },
    config: {
      Cmd: ['/bin/sh'],
      Env: [expect.stringMatching(/^PATH=.*\/usr\/local\/bin/), 'A=b'],
      Labels: { 'io.swarmline.stand-in': 'Debian trixie: x 1' }
    }
  })
})

test('a manifest names both blobs with their sizes', () => {
  const text = imageManifest({ digest: 'sha256:c', sizeBytes: 3 }, { digest: 'sha256:l', sizeBytes: 5 })
  expect(JSON.parse(text)).toMatchObject({
    config: { digest: 'sha256:c', size: 3 },
    layers: [{ digest: 'sha256:l', size: 5, mediaType: 'application/vnd.oci.image.layer.v1.tar' }]
  })
})

test("Debian's and Go's names of machines", () => {
  expect(['amd64', 'arm64', 'armhf', 'i386'].map(goArchitecture)).toEqual(['amd64', 'arm64', 'arm', '386'])
})
