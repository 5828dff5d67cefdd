/** How a container of the image runs: the `config` object of an OCI image. */
export type ContainerConfig = {
  Entrypoint?: readonly string[]
  Cmd?: readonly string[]
  Env?: readonly string[]
  User?: string
  WorkingDir?: string
  StopSignal?: string
  Volumes?: Readonly<Record<string, Record<string, never>>>
  ExposedPorts?: Readonly<Record<string, Record<string, never>>>
}

/**
 * A stand-in for an official image, as data: packages and what their maintainer scripts and the official image
 * would have added. Being data, its digest says when an image must be made again. Paths are absolute in the image.
 */
export type StandInDefinition = {
  /** For people and for folders: `php`. */
  name: string
  /** Whose name it takes, whatever the tag: `docker.io/library/php`. */
  repositories: readonly string[]
  /** Names of Debian packages; what they depend on comes along. */
  packages: readonly string[]
  /** The package that says what it was made from: a regular expression for its whole name. */
  principal: string
  /** Beside root, www-data and nobody. */
  users?: readonly User[]
  files?: Readonly<Record<string, TextFile>>
  /** Made if they are not there; owned by root and 0755 unless told otherwise. */
  folders?: Readonly<Record<string, Folder>>
  /** path → target. A target with `*` is looked up among the files and must match exactly one. */
  links?: Readonly<Record<string, string>>
  /** Files and folders that nothing here needs; `*` stands for anything within a name. */
  drops?: readonly string[]
  config: ContainerConfig
}

export type User = { name: string; uid: number; gid: number; home: string }
export type TextFile = { text: string; isExecutable?: boolean }
export type Folder = { uid?: number; gid?: number; mode?: number }

/** A shell script for busybox' ash; the first line is added. */
export function script(text: string): TextFile {
  return { text: `#!/bin/sh\n${text.replace(/^\n/, '')}`, isExecutable: true }
}
