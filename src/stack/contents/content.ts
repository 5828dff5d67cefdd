export type ContentKind = 'secret' | 'config'

/** The bytes of a secret or a config of a stack file. They are never logged. */
export type Content = {
  kind: ContentKind
  /** As the stack file names it. */
  name: string
  bytes: Uint8Array
}

/** Contents that the caller has from elsewhere (standard input), by name in the stack file. */
export type GivenContents = {
  secrets?: Readonly<Record<string, string | Uint8Array>>
  configs?: Readonly<Record<string, string | Uint8Array>>
}
