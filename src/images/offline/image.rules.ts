import type { ContainerConfig } from './stand-ins/definition.ts'

export const MEDIA = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar'
} as const

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
/** Nothing in an image may depend on when it was made. */
const CREATED = '1970-01-01T00:00:00Z'

type Descriptor = { digest: string; sizeBytes: number }

/** The configuration blob of an image with one layer. `architecture` is Go's name of it: `amd64`. */
export function imageConfig(of: {
  config: ContainerConfig
  labels: Readonly<Record<string, string>>
  architecture: string
  layerDigest: string
}): string {
  const { Env = [], ...rest } = of.config
  return JSON.stringify({
    architecture: of.architecture,
    os: 'linux',
    created: CREATED,
    config: { ...rest, Env: [PATH, ...Env], Labels: of.labels },
    rootfs: { type: 'layers', diff_ids: [of.layerDigest] },
    history: [{ created: CREATED, created_by: 'swarmline' }]
  })
}

/** The OCI manifest that a registry keeps under the image's tag. */
export function imageManifest(config: Descriptor, layer: Descriptor): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: { mediaType: MEDIA.config, digest: config.digest, size: config.sizeBytes },
    layers: [{ mediaType: MEDIA.layer, digest: layer.digest, size: layer.sizeBytes }]
  })
}

/** Debian's name of an architecture → Go's, where they differ. */
export function goArchitecture(debian: string): string {
  return { armhf: 'arm', i386: '386', ppc64el: 'ppc64le' }[debian] ?? debian
}
