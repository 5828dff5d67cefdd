export type ContentKind = 'secret' | 'config'

/** A swarm takes less than this many bytes (SwarmKit's control API; measured on engine 20.10). */
export const LIMIT_BYTES: Readonly<Record<ContentKind, number>> = { secret: 512_000, config: 1_024_000 }

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
