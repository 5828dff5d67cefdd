import { EngineAnswerError, type EngineClient } from '../../docker/client.ts'
import type { ApiService, ApiTask } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import type { NodeDoor } from './plan.ts'

/** A task that runs, and the name by which its container calls itself. */
export type Replica = { taskId: string; nodeId: string; containerId: string; hostname: string }
export type Replicas = {
  /** `undefined` for a global service: the swarm decides how many. */
  wanted: number | undefined
  running: Replica[]
}

/**
 * The tasks of a service that run now, as a manager knows them.
 *
 * @param serviceName the swarm's full name: `shop_backend`
 * @throws `not-found` when there is no such service; `engine-lost` when an engine does not answer
 */
export async function readReplicas(
  manager: EngineClient,
  serviceName: string,
  doors: readonly NodeDoor[]
): Promise<Replicas> {
  const service = await readService(manager, serviceName)
  const filters = JSON.stringify({ service: [service.ID], 'desired-state': ['running'] })
  const tasks = await manager.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
  const running = tasks.filter(task => task.Status.State === 'running')
  const replicas = await Promise.all(running.map(task => readReplica(task, doors)))
  return {
    wanted: service.Spec.Mode.Replicated && (service.Spec.Mode.Replicated.Replicas ?? 1),
    running: replicas.filter(replica => replica !== undefined)
  }
}

async function readService(manager: EngineClient, name: string): Promise<ApiService> {
  try {
    return await manager.json<ApiService>('GET', `/services/${encodeURIComponent(name)}`)
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error
    throw new SwarmlineError('not-found', `the swarm has no service ${name}`, {
      hint: 'deploy the stack first, or name another service',
      cause: error
    })
  }
}

/** A container is called by its short id, unless the service gives it a hostname: then only its engine knows. */
async function readReplica(task: ApiTask, doors: readonly NodeDoor[]): Promise<Replica | undefined> {
  const containerId = task.Status.ContainerStatus?.ContainerID
  const nodeId = task.NodeID
  if (!containerId || !nodeId) return undefined
  const door = task.Spec.ContainerSpec?.Hostname ? doors.find(d => d.node.id === nodeId) : undefined
  const hostname = door
    ? (await door.engine.json<{ Config: { Hostname: string } }>('GET', `/containers/${containerId}/json`))
        .Config.Hostname
    : containerId.slice(0, 12)
  return { taskId: task.ID, nodeId, containerId, hostname }
}
