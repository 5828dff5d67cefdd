import { mapping, own, sequence } from '../plain.rules.ts'
import type { LintedService, LintRule } from './lint-rule.ts'

const deployOf = ({ service }: LintedService) => mapping(own(service, 'deploy'))
const updateOf = (linted: LintedService) => mapping(own(deployOf(linted), 'update_config'))
const hostPorts = ({ planned }: LintedService) =>
  planned.ports.filter(p => p.mode === 'host' && p.published !== undefined)
const isReplicated = ({ planned }: LintedService) => planned.mode === 'replicated'
const replicasOf = (linted: LintedService) => Number(own(deployOf(linted), 'replicas') ?? 1)

/** A port of a node belongs to one task: the new one never gets it while the old one runs (moby#36934). */
export const hostPortStartFirst: LintRule = {
  name: 'host-port-start-first',
  severity: 'error',
  check: linted =>
    (['update_config', 'rollback_config'] as const)
      .filter(
        key => hostPorts(linted).length > 0 && mapping(own(deployOf(linted), key)).order === 'start-first'
      )
      .map(key => ({
        path: ['deploy', key, 'order'],
        text: `${key}: start-first never ends with a port in host mode: the old task has the port`,
        hint: 'use order: stop-first, or publish the port in ingress mode'
      }))
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
            text: `${replicasOf(linted)} members bear the loss of no more than ${replicasOf(linted) - 1} would`,
            hint: 'use an odd number'
          }
        ]
      : []
}
