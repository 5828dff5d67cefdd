import { EngineAnswerError } from '../../docker/client.ts'
import type { ApiTask } from '../../docker/types.ts'
import type { World, WorldNode } from '../world.ts'
import { type ContainerCommand, type ContainerResult, runInContainer } from './exec.ts'

/** A running task whose container can be reached through its own node's engine, or why it cannot. */
export type TaskDoor = { task: string; node: string; containerId: string; at: WorldNode | undefined }

/** The running tasks of a service, each with the node whose engine has its container. */
export async function taskDoors(service: string, world: World): Promise<TaskDoor[]> {
  const tasks = await world.reads.runningTasks(service)
  return tasks.flatMap((task: ApiTask) => {
    const containerId = task.Status.ContainerStatus?.ContainerID
    const at = world.nodes.find(node => node.id === task.NodeID)
    return containerId ? [{ task: task.ID, node: at?.name ?? 'an unknown node', containerId, at }] : []
  })
}

/** What became of a program in a task's container. `unreachable`: its node's engine is not at hand. */
export type TaskRun =
  | ({ kind: 'ended'; task: string; node: string } & ContainerResult)
  | { kind: 'not-started'; task: string; node: string; reason: string }
  | { kind: 'unreachable'; task: string; node: string }

/** What an older engine's runtime writes in place of the program's output; runc names itself so. */
const NOT_STARTED = /^OCI runtime exec failed: (.*)/
const NOT_STARTED_STATUS = [126, 127]

/** @throws as `runInContainer`, but that a program which the image lacks is a value */
export async function runInTask(
  door: TaskDoor,
  command: ContainerCommand,
  world: Pick<World, 'clock' | 'signal' | 'pace'>
): Promise<TaskRun> {
  const { task, node, containerId } = door
  const engine = door.at?.engine
  if (!engine) return { kind: 'unreachable', task, node }
  try {
    const result = await runInContainer(engine, containerId, command, world)
    const reason = NOT_STARTED_STATUS.includes(result.exitCode)
      ? NOT_STARTED.exec(result.stdout)?.[1]
      : undefined
    return reason === undefined
      ? { kind: 'ended', task, node, ...result }
      : { kind: 'not-started', task, node, reason }
  } catch (error) {
    // Newer engines answer 400 when the program is not in the image, older ones say so in its output.
    if (error instanceof EngineAnswerError && error.status === 400)
      return { kind: 'not-started', task, node, reason: error.message }
    throw error
  }
}
