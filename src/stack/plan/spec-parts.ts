/** The parts of the engine's service spec that only the comparison reads (Engine API v1.41 and later). */

export type ContainerSpec = {
  Image: string
  Command?: string[] | null
  Args?: string[] | null
  Hostname?: string
  Env?: string[] | null
  Dir?: string
  User?: string
  Labels?: Record<string, string> | null
  StopSignal?: string
  /** Nanoseconds. */
  StopGracePeriod?: number
  TTY?: boolean
  OpenStdin?: boolean
  ReadOnly?: boolean
  Init?: boolean | null
  Isolation?: string
  OomScoreAdj?: number
  /** `address name`. */
  Hosts?: string[] | null
  DNSConfig?: { Nameservers?: string[] | null; Search?: string[] | null } | null
  Sysctls?: Record<string, string> | null
  CapabilityAdd?: string[] | null
  CapabilityDrop?: string[] | null
  Ulimits?: { Name: string; Soft: number; Hard: number }[] | null
  Healthcheck?: {
    Test?: string[] | null
    /** Nanoseconds, as those below. */
    Interval?: number
    Timeout?: number
    StartPeriod?: number
    StartInterval?: number
    Retries?: number
  } | null
  Mounts?: SpecMount[] | null
  Secrets?: SpecFile<'SecretName'>[] | null
  Configs?: SpecFile<'ConfigName'>[] | null
  Privileges?: { CredentialSpec?: { Config?: string; File?: string; Registry?: string } | null } | null
}

export type SpecMount = {
  Type?: string
  Source?: string
  Target: string
  ReadOnly?: boolean
  Consistency?: string
  BindOptions?: { Propagation?: string } | null
  VolumeOptions?: {
    NoCopy?: boolean
    Labels?: Record<string, string> | null
    DriverConfig?: { Name?: string; Options?: Record<string, string> | null } | null
    Subpath?: string
  } | null
  TmpfsOptions?: { SizeBytes?: number } | null
  ImageOptions?: { Subpath?: string } | null
}

export type SpecFile<Name extends string> = { [key in Name]: string } & {
  File?: { Name: string; UID?: string; GID?: string; Mode?: number } | null
}

type Amount = {
  NanoCPUs?: number
  MemoryBytes?: number
  Pids?: number
  GenericResources?:
    | {
        DiscreteResourceSpec?: { Kind: string; Value: number }
        NamedResourceSpec?: { Kind: string; Value: string }
      }[]
    | null
}

export type TaskSpec = {
  ContainerSpec?: ContainerSpec
  Resources?: { Limits?: Amount | null; Reservations?: Amount | null } | null
  RestartPolicy?: { Condition?: string; Delay?: number; MaxAttempts?: number; Window?: number } | null
  Placement?: {
    Constraints?: string[] | null
    Preferences?: { Spread?: { SpreadDescriptor: string } }[] | null
    MaxReplicas?: number
    Platforms?: { Architecture?: string; OS?: string }[] | null
  } | null
  Networks?:
    | { Target: string; Aliases?: string[] | null; DriverOpts?: Record<string, string> | null }[]
    | null
  LogDriver?: { Name?: string; Options?: Record<string, string> | null } | null
}
