import type { ApiServiceSpec, UpdateConfig } from '../docker/types.ts'

/** How long tasks take, as measured on small machines; milliseconds. */
const GOSSIP_MS = 2_000
const PREPARE_MS = 1_000
const START_MS = 2_000
const DEFAULT_GRACE_MS = 10_000
const DEFAULT_MONITOR_MS = 5_000
/** Docker's interval of a health check that names none. */
const DEFAULT_INTERVAL_MS = 30_000
const TAIL_MS = 1_000
const NANO = 1e6

/** Docker's number of failures in a row after which a container is unhealthy. */
const DEFAULT_RETRIES = 3

export type ExpectationOptions = {
  /** The nodes that a global service can run on. */
  eligibleNodes: number
  /** Machines are slower than the formula: default 2. */
  safetyFactor?: number
  /** For pulling images, once for all services; default 2 minutes. */
  pullAllowanceMs?: number
}

/** What services that are deployed together may take by their own settings. It ends nothing: that is the user's to say. */
export type Expectation = {
  /** Infinite where nothing bounds the time (jobs and one-shot services). */
  expectedMs: number
  /** The service that may take longest, without allowances; `undefined` where nothing bounds the time. */
  slowest: { name: string; boundMs: number } | undefined
}

/**
 * How long services that are deployed together may take:
 *
 *     factor × max over services (update + rollback) + pull allowance
 *
 * where `update` is `rollingUpdateMs` with all that the health check allows each task (start_period, and then retries ×
 * (interval + timeout)), and `rollback` is the same for the way back where the service goes back by itself
 * (`failure_action: rollback`), since a rollback is waited for as well. A service whose spec names no health check may
 * have one in its image: it is taken to have docker's default interval, 30 s.
 *
 * It never falls when replicas, delay, monitor, start_period or retries grow.
 */
export function expectationOf(specs: readonly ApiServiceSpec[], options: ExpectationOptions): Expectation {
  const { safetyFactor = 2, pullAllowanceMs = 120_000 } = options
  const bounds = specs.map(spec => ({
    name: spec.Name,
    boundMs: thereAndBackMs(spec, options.eligibleNodes)
  }))
  const slowest = bounds.toSorted((a, b) => b.boundMs - a.boundMs)[0]
  if (slowest && !Number.isFinite(slowest.boundMs))
    return { expectedMs: Number.POSITIVE_INFINITY, slowest: undefined }
  return { expectedMs: Math.ceil(safetyFactor * (slowest?.boundMs ?? 0) + pullAllowanceMs), slowest }
}

/**
 * Until when a deploy may go on, in milliseconds since the epoch: the limit that was given, whatever is expected. Where
 * none was given, a default that what the files ask for makes longer.
 */
export function deadlineMs(
  limit: { untilMs: number; isGiven: boolean },
  { expectedMs }: Expectation,
  nowMs: number
): number {
  if (limit.isGiven || !Number.isFinite(expectedMs)) return limit.untilMs
  return Math.max(limit.untilMs, nowMs + expectedMs)
}

function thereAndBackMs(spec: ApiServiceSpec, eligibleNodes: number): number {
  if (endsByItself(spec)) return Number.POSITIVE_INFINITY
  const replicas = replicasOf(spec, eligibleNodes)
  const way = (config: UpdateConfig | undefined): number =>
    stepsMs(spec, config, replicas, allowedProbesMs(spec)) +
    Math.max(monitorMs(config), delayMs(config) + TAIL_MS)
  return (
    way(spec.UpdateConfig) + (spec.UpdateConfig?.FailureAction === 'rollback' ? way(spec.RollbackConfig) : 0)
  )
}

/** How long a task may take from its start to its first good health check, or to the end of docker's patience. */
function allowedProbesMs(spec: ApiServiceSpec): number {
  const health = spec.TaskTemplate.ContainerSpec?.Healthcheck
  if (!health) return DEFAULT_INTERVAL_MS
  if (health.Test?.[0] === 'NONE') return 0
  const intervalMs = health.Interval ? health.Interval / NANO : DEFAULT_INTERVAL_MS
  const tries = health.Retries || DEFAULT_RETRIES
  return (health.StartPeriod ?? 0) / NANO + tries * (intervalMs + (health.Timeout ?? 0) / NANO)
}

/**
 * The least time that a rolling update of a service takes, N tasks, P at a time:
 *
 *     ceil(N/P) × (slot + delay) + (delay ≥ monitor ? delay + 1 s : monitor)
 *
 * stop-first: slot = gossip + exit (up to the grace period) + start + first probe; start-first: slot = prepare +
 * start + first probe. The first probe fires a whole interval after the start, unless start_period and
 * start_interval are set. (SwarmKit, manager/orchestrator/update; moby, daemon/health.go.)
 *
 * @param exitMs how long the old task takes to end; at most its grace period, which is also the default
 */
export function rollingUpdateMs(spec: ApiServiceSpec, eligibleNodes: number, exitMs?: number): number {
  const config = spec.UpdateConfig
  const tail = delayMs(config) >= monitorMs(config) ? delayMs(config) + TAIL_MS : monitorMs(config)
  return stepsMs(spec, config, replicasOf(spec, eligibleNodes), firstProbeMs(spec), exitMs) + tail
}

function stepsMs(
  spec: ApiServiceSpec,
  config: UpdateConfig | undefined,
  replicas: number,
  probeMs: number,
  exitMs = Number.POSITIVE_INFINITY
): number {
  const parallelism = (config ? config.Parallelism : 1) || replicas
  const steps = replicas === 0 ? 0 : Math.ceil(replicas / parallelism)
  const { StopGracePeriod } = spec.TaskTemplate.ContainerSpec ?? {}
  const graceMs = StopGracePeriod === undefined ? DEFAULT_GRACE_MS : StopGracePeriod / NANO
  const before = config?.Order === 'start-first' ? PREPARE_MS : GOSSIP_MS + Math.min(graceMs, exitMs)
  return steps * (before + START_MS + probeMs + delayMs(config))
}

function firstProbeMs(spec: ApiServiceSpec): number {
  const health = spec.TaskTemplate.ContainerSpec?.Healthcheck
  if (!health) return 0
  if (health.Test?.[0] === 'NONE') return 0
  if (health.StartPeriod && health.StartInterval) return health.StartInterval / NANO
  return health.Interval ? health.Interval / NANO : DEFAULT_INTERVAL_MS
}

const delayMs = (config: UpdateConfig | undefined): number => (config?.Delay ?? 0) / NANO
const monitorMs = (config: UpdateConfig | undefined): number =>
  config?.Monitor ? config.Monitor / NANO : DEFAULT_MONITOR_MS

const replicasOf = ({ Mode }: ApiServiceSpec, eligibleNodes: number): number =>
  Mode.Global ? eligibleNodes : (Mode.Replicated?.Replicas ?? 1)

const endsByItself = ({ Mode, TaskTemplate }: ApiServiceSpec): boolean =>
  Boolean(Mode.ReplicatedJob ?? Mode.GlobalJob) || TaskTemplate.RestartPolicy?.Condition === 'none'
