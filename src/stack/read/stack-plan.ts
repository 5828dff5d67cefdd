import type { ComposeFile } from './compose-document.rules.ts'
import type { Finding, Translation } from './findings.rules.ts'
import type { Origins } from './origins.rules.ts'
import type { Model } from './plain.rules.ts'

/** The files as they were read, and the line of each key. */
export type ReadSource = { files: readonly ComposeFile[]; origins: Origins }

/** A published port. `published` is undefined where the engine is to choose one. */
export type PlannedPort = {
  target: number
  published: number | undefined
  protocol: string
  mode: 'ingress' | 'host'
}

export type PlannedService = {
  /** As the file says: `backend`; in the swarm it is `<stack>_backend`. */
  name: string
  image: string
  mode: 'replicated' | 'global' | 'replicated-job' | 'global-job'
  ports: PlannedPort[]
  /** Names in the file; a service that names none is on `default`. */
  networks: string[]
  secrets: string[]
  configs: string[]
}

/** A secret or a config whose content is a file of this machine. */
export type PlannedFile = { kind: 'secret' | 'config'; name: string; path: string }

/** Something in a stack file that Swarm will not do as it is written. `file:line` is where. */
export type StackWarning = { file: string; line: number; text: string }

/** What a set of stack files asks for, once variables have their values and the files are laid over each other. */
export type StackPlan = {
  /** Absolute paths of the files that were given, in the order in which they override each other. */
  composeFiles: string[]
  /** The folder of the first file: relative paths start there. */
  projectDir: string
  /** `version:` as the files have it, where they do; the model has its own. */
  version: string | undefined
  services: PlannedService[]
  files: PlannedFile[]
  /** Networks that the stack makes; not those that must be there already. */
  networks: string[]
  volumes: string[]
  /** The findings that are warnings, for a log. */
  warnings: StackWarning[]
  /**
   * The files in one, as plain data: merged, variables replaced, paths absolute, only what the v3 schema takes
   * (save for secrets and configs by `environment` and `content`, which have to become files), with the lowest
   * `version` that will do. Dollar signs are single: whoever writes it down for docker doubles them.
   */
  model: Model
  /** By file and line; silenced ones are not among them. */
  findings: Finding[]
  /** What the model says in another way than the files do. */
  translations: Translation[]
  /** For linting again, when more is known of the images. */
  source?: ReadSource
}
