import type { ApiService } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import {
  type DeployRecord,
  type Drift,
  type LockHolder,
  readDrift,
  readRecords,
  shownRecord as shown,
  stackLockHolder
} from '../stack/kept/kept.ts'
import { servicesInWords } from '../stack/plan/plan.rules.ts'
import { ofStack, readNames } from '../stack/plan/plan.ts'
import type { Home, StatusRequest } from './requests.ts'
import { openSwarm } from './swarm.ts'

export type ServiceStatus = {
  /** Full name: `workshop_backend`. */
  name: string
  mode: 'replicated' | 'global' | 'replicated-job' | 'global-job'
  /** Tasks that run (of jobs: that completed), of whatever spec, and those wanted. */
  running: number
  wanted: number
  image: string
  /** SwarmKit's own word on the last update: `updating`, `paused`, `rollback_completed` …; `undefined`: none yet. */
  update: string | undefined
  updateMessage: string | undefined
}

export type StackStatus = {
  stack: string
  services: ServiceStatus[]
  /** The recorded deploys, newest first. One that is `pending` without a lock was interrupted. */
  deploys: DeployRecord[]
  /** Who deploys now. */
  lock: LockHolder | undefined
  /** What somebody changed by hand since the last deploy, where that was asked for. */
  drift?: Drift & { summary: string[] }
}

/** A service as the engine lists it with `status=true` (Engine API 1.41). */
type Counted = ApiService & {
  ServiceStatus?: { RunningTasks: number; DesiredTasks: number; CompletedTasks?: number }
}

/**
 * What a stack is now, and how it came to be so. It changes nothing.
 *
 * @throws `not-found`: neither services nor recorded deploys; what `openSwarm` throws; `engine-lost`
 */
export async function status(
  { target, stack, hasDrift }: StatusRequest,
  home: Home,
  fx: Effects
): Promise<StackStatus> {
  const swarm = await openSwarm(target, home, fx)
  try {
    const client = swarm.manager
    const query = { ...ofStack(stack), status: true }
    const [services, records, lock] = await Promise.all([
      client.json<Counted[] | null>('GET', '/services', { query, signal: fx.signal }),
      readRecords(client, stack, fx),
      stackLockHolder(client, stack, fx)
    ])
    if (!services?.length && records.length === 0)
      throw new SwarmlineError('not-found', `there is no stack ${stack} in this swarm`, {
        hint: 'list the stacks: docker stack ls'
      })
    const running = (services ?? []).map(({ Spec }) => Spec)
    const drift = hasDrift
      ? await readDrift({ client, stack, running, names: await readNames(client, running, fx) }, fx)
      : undefined
    return {
      stack,
      services: (services ?? []).map(statusOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      deploys: records.map(shown),
      lock,
      ...(drift ? { drift: { ...drift, summary: summaryOf(drift) } } : {})
    }
  } finally {
    await swarm.close()
  }
}

const summaryOf = (drift: Drift): string[] => (drift.kind === 'known' ? servicesInWords(drift.services) : [])

function statusOf({ Spec, ServiceStatus, UpdateStatus }: Counted): ServiceStatus {
  const mode = modeOf(Spec.Mode)
  const isJob = mode.endsWith('-job')
  return {
    name: Spec.Name,
    mode,
    running: (isJob ? ServiceStatus?.CompletedTasks : ServiceStatus?.RunningTasks) ?? 0,
    wanted: (isJob && Spec.Mode.ReplicatedJob?.TotalCompletions) || (ServiceStatus?.DesiredTasks ?? 0),
    image: Spec.TaskTemplate.ContainerSpec?.Image ?? '',
    update: UpdateStatus?.State || undefined,
    updateMessage: UpdateStatus?.Message || undefined
  }
}

function modeOf(mode: ApiService['Spec']['Mode']): ServiceStatus['mode'] {
  if (mode.ReplicatedJob) return 'replicated-job'
  if (mode.GlobalJob) return 'global-job'
  return mode.Global ? 'global' : 'replicated'
}
