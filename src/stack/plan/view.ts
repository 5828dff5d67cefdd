/**
 * A service as one flat record: field → value, both as a person would write them in a stack file
 * (`deploy.update_config.delay` → `15s`, `environment.TAG` → `v1`). What is not set, or is set to what the engine
 * makes of nothing, is absent. Values are as they are: hide them (`conceal.rules.ts`) before they are shown.
 */
export type ServiceView = Readonly<Record<string, string>>

export type Mount = {
  /** `volume`, `bind`, `tmpfs`, `npipe` or `cluster`. */
  type: string
  /** A volume's full name, a path, or nothing. */
  source: string
  target: string
  isReadOnly: boolean
  /** `nocopy`, `rslave`, `size=64m`. */
  options: string[]
  driver: string
  driverOptions: Readonly<Record<string, string>>
  labels: Readonly<Record<string, string>>
}

/** A secret or a config as a service uses it. */
export type FileReference = { name: string; target: string; uid: string; gid: string; mode: number }

export type Attachment = {
  /** Its full name. */
  network: string
  /** Besides the service's own name. */
  aliases: string[]
  driverOptions: Readonly<Record<string, string>>
}

export type Port = { target: number; published: number | undefined; protocol: string; mode: string }

/** `update_config` or `rollback_config`, every part of it said. */
export type RollingParts = {
  parallelism: number
  delayMs: number
  monitorMs: number
  failureAction: string
  maxFailureRatio: number
  order: string
}
