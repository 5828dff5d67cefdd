// Services, tasks and nodes as the Engine API gives them, with what a test does not care about filled in.
import type { ApiNode, ApiService, ApiTask } from '../../src/docker/types.ts'
import { assess } from '../../src/rollout/assess.rules.ts'
import type { ServiceState } from '../../src/rollout/service-state.ts'
import type { Snapshot } from '../../src/rollout/snapshot.ts'

type Deep<T> = T extends object ? { [K in keyof T]?: Deep<T[K]> | undefined } : T

export const SECOND = 1e9

export function aService(name: string, over: Deep<ApiService> & { replicas?: number } = {}): ApiService {
  const { replicas, Spec, ...rest } = over
  return {
    ID: name,
    Version: { Index: 10 },
    CreatedAt: '2026-01-01T00:00:00Z',
    UpdatedAt: '2026-01-01T00:00:00Z',
    ...rest,
    Spec: {
      Name: name,
      Mode: { Replicated: { Replicas: replicas ?? 1 } },
      ...Spec,
      TaskTemplate: { ContainerSpec: { Image: 'app:v1' }, ...Spec?.TaskTemplate }
    }
  } as ApiService
}

let made = 0

/** `id` sorts tasks by age: a task made later has a later CreatedAt. */
export function aTask(
  service: string,
  state: string,
  over: Deep<ApiTask> & { err?: string; slot?: number; node?: string; desired?: string; atMs?: number } = {}
): ApiTask {
  const { err, slot = 1, node = 'n1', desired = 'running', atMs, ...rest } = over
  made += 1
  const at = new Date(Date.parse('2026-01-01T00:00:00Z') + made * 1000).toISOString()
  return {
    ID: `t${made}`,
    CreatedAt: at,
    UpdatedAt: at,
    Spec: { ContainerSpec: { Image: 'app:v1' } },
    ServiceID: service,
    Slot: slot,
    ...(node ? { NodeID: node } : {}),
    DesiredState: desired,
    Status: {
      Timestamp: atMs === undefined ? at : new Date(atMs).toISOString(),
      State: state,
      ...(err ? { Err: err } : {})
    },
    ...rest
  } as ApiTask
}

export function aNode(
  id: string,
  over: Deep<ApiNode> & { state?: string; availability?: string } = {}
): ApiNode {
  const { state = 'ready', availability = 'active', Spec, Description, ...rest } = over
  return {
    ID: id,
    Version: { Index: 1 },
    Spec: { Role: 'worker', Availability: availability, ...Spec },
    Description: {
      Hostname: `host-${id}`,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Engine: { EngineVersion: '28.0.0' },
      ...Description
    },
    Status: { State: state, Addr: '10.0.0.1' },
    ...rest
  } as ApiNode
}

/** A snapshot in which the tasks of `old` are of an earlier spec, those of `tasks` of the current one. */
export function aSnapshot(parts: {
  services: ApiService[]
  tasks?: ApiTask[]
  old?: ApiTask[]
  nodes?: ApiNode[]
}): Snapshot {
  const tasks = parts.tasks ?? []
  return {
    services: parts.services,
    tasks: [...(parts.old ?? []), ...tasks],
    currentTaskIds: new Set(tasks.map(t => t.ID)),
    nodes: parts.nodes ?? [aNode('n1'), aNode('n2'), aNode('n3')]
  }
}

type Parts = Parameters<typeof aSnapshot>[0]

/** The state of a snapshot's first service, where the tasks `ended` had ended before the deploy. */
export function stateOf(parts: Parts, ended: readonly string[] = []): ServiceState {
  const [state] = assess(aSnapshot(parts), { runningTaskIds: new Set(), endedTaskIds: new Set(ended) })
  if (!state) throw new Error('no service')
  return state
}

/** `1/3 progressing` */
export function shownState(parts: Parts): string {
  const { running, wanted, phase } = stateOf(parts)
  return `${running}/${wanted} ${phase.kind}`
}

/** A running task of the service `web`, in the slot and on the node of that number. */
export const running = (slot: number, over: Parameters<typeof aTask>[2] = {}): ApiTask =>
  aTask('web', 'running', { slot, node: `n${slot}`, ...over })

/** The service `web` alone. */
export const replicated = (replicas: number, over: Parameters<typeof aService>[1] = {}): ApiService[] => [
  aService('web', { replicas, ...over })
]
