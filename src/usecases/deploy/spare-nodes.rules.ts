import { eligibleNodes } from '../../docker/eligible.rules.ts'
import type { ApiNode } from '../../docker/types.ts'
import type { StackChanges } from '../../stack/plan/plan.ts'
import { mapping, sequence, text, texts } from '../../stack/read/read.rules.ts'
import type { Mapping, Model } from '../../stack/read/read.ts'

/**
 * How many tasks of a service the nodes can hold at once, where something limits it to a number a node: a port in host
 * mode, or max_replicas_per_node. `undefined`: nothing does.
 */
export function roomOf(service: Mapping, nodes: readonly ApiNode[]): number | undefined {
  const placement = mapping(mapping(service.deploy).placement)
  const hasHostPort = sequence(service.ports)
    .map(mapping)
    .some(port => port.mode === 'host' && port.published !== undefined)
  const most = Number(placement.max_replicas_per_node ?? 0)
  const perNode = hasHostPort ? 1 : most
  if (perNode === 0) return undefined
  return perNode * eligibleNodes({ Placement: { Constraints: texts(placement.constraints) } }, nodes).length
}

/** Whether an update of the service starts a task beside those that run, and something limits how many a node has. */
export function needsSpareNode(service: Mapping): boolean {
  const { mode = 'replicated', update_config } = mapping(service.deploy)
  return mode === 'replicated' && mapping(update_config).order === 'start-first' && roomOf(service, []) === 0
}

/** The changes, with a refusal for each update that would wait for room which no node has, and never end. */
export function withoutRoom(changes: StackChanges, model: Model, nodes: readonly ApiNode[]): StackChanges {
  const services = mapping(model.services)
  return {
    ...changes,
    services: changes.services.map(change => {
      const service = mapping(services[change.name])
      const replicas = Number(text(mapping(service.deploy).replicas) || 1)
      const room = roomOf(service, nodes) ?? Number.POSITIVE_INFINITY
      const isStuck =
        change.tasks === 'replaced' && needsSpareNode(service) && replicas > 0 && room < replicas + 1
      if (!isStuck || change.refusal !== undefined) return change
      const refusal =
        `an update with order: start-first starts a new task beside ${replicas}, and the nodes have room for ` +
        `${room} (a port in host mode, or max_replicas_per_node): use order: stop-first, or add a node`
      return { ...change, refusal }
    })
  }
}
