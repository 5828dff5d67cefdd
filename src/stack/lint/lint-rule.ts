import type { Mapping, PlannedService, Severity } from '../read/read.ts'

/** What is known of an image's configuration; `undefined` in a field: nobody asked. */
export type KnownImage = {
  hasHealthcheck?: boolean | undefined
  /** `SIGTERM` where the image says nothing. */
  stopSignal?: string | undefined
  user?: string | undefined
  /** What stands before a command that the stack file writes. */
  entrypoint?: readonly string[] | undefined
  /** Entrypoint and command as they run; `/bin/sh -c …` for those in shell form. */
  command?: readonly string[] | undefined
}

export type LintedService = {
  planned: PlannedService
  /** The service as it is in the model (v3, canonical form). */
  service: Mapping
  /** What is known of its image. */
  image: KnownImage | undefined
}

/** `path` leads from the service to the key whose line is shown; none: the service's own line. */
export type LintHit = {
  path?: readonly (string | number)[]
  text: string
  hint?: string
  severity?: Severity
}

/** One thing that is legal, and will hurt. */
export type LintRule = { name: string; severity: Severity; check(linted: LintedService): LintHit[] }
