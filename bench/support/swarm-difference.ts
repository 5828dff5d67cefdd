// What became of a swarm's tasks and nodes between two times.
import type { ApiNode, ApiTask } from '../../src/docker/types.ts'

export type SwarmState = {
  nodes: readonly Pick<ApiNode, 'ID' | 'Description' | 'Status'>[]
  tasks: readonly Pick<ApiTask, 'ID' | 'ServiceID' | 'Slot' | 'NodeID' | 'DesiredState' | 'Status'>[]
}
export type SwarmDifference = {
  /** Tasks that ran before and do not run any more. */
  replaced: string[]
  /** Nodes that were ready before and are not now. */
  down: string[]
}

const isRunning = ({ DesiredState, Status }: SwarmState['tasks'][number]): boolean =>
  DesiredState === 'running' && Status.State === 'running'

/** @param names services' names by id */
export function differenceOf(
  before: SwarmState,
  after: SwarmState,
  names: ReadonlyMap<string, string>
): SwarmDifference {
  const still = new Set(after.tasks.filter(isRunning).map(task => task.ID))
  const ready = new Set(after.nodes.filter(node => node.Status.State === 'ready').map(node => node.ID))
  return {
    replaced: before.tasks
      .filter(task => isRunning(task) && !still.has(task.ID))
      .map(({ ServiceID, Slot, NodeID }) => `${names.get(ServiceID) ?? ServiceID}.${Slot ?? NodeID}`),
    down: before.nodes
      .filter(node => node.Status.State === 'ready' && !ready.has(node.ID))
      .map(node => node.Description.Hostname)
  }
}
