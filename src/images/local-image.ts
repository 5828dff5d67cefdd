/** A part of an image on this disk, as a registry names it. */
export type LocalBlob = {
  /** `sha256:…` of the file's bytes. */
  digest: string
  sizeBytes: number
  path: string
  mediaType: string
}

/** An image that lies on this disk and needs no engine. */
export type LocalImage = {
  /** As it was asked for: `php:8.4-cli-alpine`. Two references to one stand-in share all blobs. */
  reference: string
  /** What a stand-in really is: `Debian trixie: php8.4-cli 8.4.24-1`; `undefined`: the official image itself. */
  madeFrom: string | undefined
  /** Digest of the manifest: what a registry answers to a push. */
  digest: string
  manifest: LocalBlob
  config: LocalBlob
  /** From the bottom. */
  layers: LocalBlob[]
}
