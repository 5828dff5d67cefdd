/** The parts of the Engine API's answers that the product reads. Names are the API's own (v1.41 and later). */

export type ApiVersion = {
  Version: string
  ApiVersion: string
  MinAPIVersion: string
  Os: string
  Arch: string
}

export type ApiInfo = {
  ID: string
  Name: string
  ServerVersion: string
  KernelVersion: string
  OperatingSystem: string
  Driver: string
  NCPU: number
  MemTotal: number
  CgroupVersion?: string
  Warnings?: string[] | null
  /** Since API 1.49. */
  FirewallBackend?: { Driver?: string }
  Swarm: { LocalNodeState: string; ControlAvailable: boolean; NodeID: string; Error: string }
}

export type ApiNode = {
  ID: string
  Version: { Index: number }
  Spec: {
    Role: 'manager' | 'worker'
    Availability: 'active' | 'pause' | 'drain'
    Labels?: Record<string, string>
  }
  Description: {
    Hostname: string
    Platform: { Architecture: string; OS: string }
    Engine: { EngineVersion: string; Labels?: Record<string, string> }
    /** What the node has in all. */
    Resources?: { NanoCPUs?: number; MemoryBytes?: number }
  }
  Status: { State: 'unknown' | 'down' | 'ready' | 'disconnected'; Message?: string; Addr: string }
  ManagerStatus?: { Leader?: boolean; Reachability: string; Addr: string }
}

export type UpdateConfig = {
  Parallelism: number
  Delay?: number
  FailureAction?: string
  Monitor?: number
  MaxFailureRatio?: number
  Order?: string
}

export type ApiTaskSpec = {
  ContainerSpec?: {
    Image: string
    Labels?: Record<string, string>
    Healthcheck?: {
      Test?: string[]
      Interval?: number
      Timeout?: number
      StartPeriod?: number
      StartInterval?: number
      Retries?: number
    }
    StopGracePeriod?: number
    Secrets?: { SecretID: string; SecretName: string; File?: { Name: string } }[]
    Configs?: { ConfigID: string; ConfigName: string }[]
    [key: string]: unknown
  }
  Placement?: {
    Constraints?: string[]
    Platforms?: { Architecture?: string; OS?: string }[]
    MaxReplicas?: number
  }
  RestartPolicy?: { Condition?: string; Delay?: number; MaxAttempts?: number; Window?: number }
  Networks?: { Target: string; Aliases?: string[] }[]
  ForceUpdate?: number
  [key: string]: unknown
}

export type ApiServiceSpec = {
  Name: string
  Labels?: Record<string, string>
  TaskTemplate: ApiTaskSpec
  Mode: {
    Replicated?: { Replicas?: number }
    Global?: Record<string, never>
    ReplicatedJob?: { MaxConcurrent?: number; TotalCompletions?: number }
    GlobalJob?: Record<string, never>
  }
  UpdateConfig?: UpdateConfig
  RollbackConfig?: UpdateConfig
  EndpointSpec?: { Mode?: string; Ports?: ApiPort[] }
}

export type ApiPort = {
  Protocol: string
  TargetPort: number
  PublishedPort?: number
  PublishMode: 'ingress' | 'host'
}

export type ApiService = {
  ID: string
  Version: { Index: number }
  CreatedAt: string
  UpdatedAt: string
  Spec: ApiServiceSpec
  PreviousSpec?: ApiServiceSpec
  Endpoint?: { Ports?: ApiPort[]; VirtualIPs?: { NetworkID: string; Addr?: string }[] }
  UpdateStatus?: { State?: string; StartedAt?: string; CompletedAt?: string; Message?: string }
  JobStatus?: { JobIteration?: { Index: number }; LastExecution?: string }
}

export type ApiTask = {
  ID: string
  CreatedAt: string
  UpdatedAt: string
  Spec: ApiTaskSpec
  ServiceID: string
  Slot?: number
  NodeID?: string
  DesiredState: string
  JobIteration?: { Index: number }
  Status: {
    Timestamp: string
    State: string
    Message?: string
    Err?: string
    ContainerStatus?: { ContainerID?: string; PID?: number; ExitCode?: number }
  }
}

export type ApiNetwork = {
  Id: string
  Name: string
  Driver: string
  Scope: string
  Labels?: Record<string, string>
  Containers?: Record<string, { Name: string; IPv4Address: string }>
}

export type ApiContainer = {
  Id: string
  Names: string[]
  Image: string
  State: string
  Status: string
  Labels: Record<string, string>
}
