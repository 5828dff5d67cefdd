import type { ApiTask } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import type { World } from '../world.ts'

/** A task's container on an engine that can be reached from here. */
export type Victim = { task: string; node: string; kill(): Promise<void> }

/** The running tasks that can be killed from here. */
export function victimsOf(tasks: readonly ApiTask[], world: World): Victim[] {
  return tasks.flatMap(task => {
    const containerId = task.Status.ContainerStatus?.ContainerID
    const at = world.nodes.find(node => node.id === task.NodeID)
    const engine = at?.engine
    if (task.DesiredState !== 'running' || task.Status.State !== 'running' || !containerId || !engine)
      return []
    return [
      {
        task: task.ID,
        node: at.name,
        kill: () =>
          engine.json<undefined>('POST', `/containers/${containerId}/kill`, {
            query: { signal: 'SIGKILL' },
            signal: world.signal
          })
      }
    ]
  })
}

/** @throws `engine-lost`, so that nothing is said of the service */
export function noVictim(service: string): never {
  throw new SwarmlineError('engine-lost', `no engine with a container of ${service} can be reached from here`)
}
