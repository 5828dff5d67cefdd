import { mapping, own, sequence } from '../read/read.rules.ts'
import type { LintedService, LintRule } from './lint-rule.ts'

const deployOf = ({ service }: LintedService) => mapping(own(service, 'deploy'))
const updateOf = (linted: LintedService) => mapping(own(deployOf(linted), 'update_config'))
const hostPorts = ({ planned }: LintedService) =>
  planned.ports.filter(p => p.mode === 'host' && p.published !== undefined)
const isReplicated = ({ planned }: LintedService) => planned.mode === 'replicated'
const replicasOf = (linted: LintedService) => Number(own(deployOf(linted), 'replicas') ?? 1)

const CONFIGS = ['update_config', 'rollback_config'] as const
const startFirstIn = (linted: LintedService) =>
  CONFIGS.filter(key => mapping(own(deployOf(linted), key)).order === 'start-first')

/** One node only can run it, whatever the swarm: every node does, or a constraint names one. */
function isOnOneNode(linted: LintedService): boolean {
  const constraints = sequence(own(mapping(own(deployOf(linted), 'placement')), 'constraints')).map(String)
  return (
    linted.planned.mode === 'global' || constraints.some(each => /^\s*node\.(id|hostname)\s*==/i.test(each))
  )
}

/**
 * A port of a node belongs to one task: a new one beside it needs another node (moby#36934). Where there is none, it
 * never gets the port.
 */
export const hostPortStartFirst: LintRule = {
  name: 'host-port-start-first',
  severity: 'warning',
  check: linted =>
    hostPorts(linted).length === 0
      ? []
      : startFirstIn(linted).map(key => ({
          path: ['deploy', key, 'order'],
          ...(isOnOneNode(linted)
            ? {
                severity: 'error' as const,
                text: `${key}: start-first never completes with a port in host mode: the old task has the port`
              }
            : {
                text: `${key}: start-first with a port in host mode needs one more node than there are tasks: the old task has the port of its node`
              }),
          hint: 'use order: stop-first, or publish the port in ingress mode'
        }))
}

/** The new task is one more on a node, which is full where it has as many as it may. */
export const startFirstWithMaxReplicas: LintRule = {
  name: 'start-first-max-replicas',
  severity: 'warning',
  check: linted => {
    const most = Number(own(mapping(own(deployOf(linted), 'placement')), 'max_replicas_per_node') ?? 0)
    if (most === 0 || !isReplicated(linted)) return []
    const isNever = isOnOneNode(linted) && replicasOf(linted) >= most
    return startFirstIn(linted).map(key => ({
      path: ['deploy', key, 'order'],
      ...(isNever ? { severity: 'error' as const } : {}),
      text: isNever
        ? `${key}: start-first never completes: the one node has all the tasks that max_replicas_per_node lets it have`
        : `${key}: start-first needs room for one task more than ${replicasOf(linted)}, and max_replicas_per_node is ${most}: with ${Math.ceil(replicasOf(linted) / most)} nodes it may never end`,
      hint: 'use order: stop-first, or allow one more on a node'
    }))
  }
}

export const hostPortReplicas: LintRule = {
  name: 'host-port-replicas',
  severity: 'info',
  check: linted =>
    isReplicated(linted) && replicasOf(linted) > 1 && hostPorts(linted).length > 0
      ? [
          {
            path: ['ports'],
            text: `${replicasOf(linted)} replicas with a port in host mode need as many nodes`,
            hint: 'use mode: global, or publish the port in ingress mode'
          }
        ]
      : []
}

/** Two tasks that write to one volume at a time. */
export const startFirstWithVolume: LintRule = {
  name: 'start-first-with-volume',
  severity: 'warning',
  check: linted =>
    updateOf(linted).order === 'start-first' &&
    sequence(own(linted.service, 'volumes'))
      .map(mapping)
      .some(mount => mount.type === 'volume' && mount.source !== undefined && mount.read_only !== true)
      ? [
          {
            path: ['deploy', 'update_config', 'order'],
            text: 'start-first lets the old and the new task write to one volume at the same time',
            hint: 'use order: stop-first'
          }
        ]
      : []
}

/** `failure_action` is `pause` by default: an update that fails stays half done until somebody comes. */
export const updateWithoutRollback: LintRule = {
  name: 'update-without-rollback',
  severity: 'info',
  check: linted =>
    own(deployOf(linted), 'update_config') !== undefined && updateOf(linted).failure_action === undefined
      ? [
          {
            path: ['deploy', 'update_config'],
            text: 'an update that fails stays paused, half done',
            hint: 'say failure_action: rollback'
          }
        ]
      : []
}

/** An even number of members survives no more failures than the odd one below it. */
export const evenDataReplicas: LintRule = {
  name: 'even-data-replicas',
  severity: 'info',
  check: linted =>
    isReplicated(linted) &&
    replicasOf(linted) % 2 === 0 &&
    replicasOf(linted) > 0 &&
    /(^|\/)(etcd|consul|zookeeper|mongo)(:|@|$)/.test(linted.planned.image)
      ? [
          {
            path: ['deploy', 'replicas'],
            text: `${replicasOf(linted)} members tolerate no more failures than ${replicasOf(linted) - 1} would`,
            hint: 'use an odd number'
          }
        ]
      : []
}
