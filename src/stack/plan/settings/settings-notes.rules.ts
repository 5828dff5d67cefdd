import { durationMs, showDuration } from '../../../plain/durations.ts'
import { mapping, sequence, text } from '../../read/read.rules.ts'
import type { Mapping } from '../../read/read.ts'
import type { SettingsNote } from './update-settings.ts'

const DEFAULT_MONITOR_MS = 5_000

/**
 * What in a service's update settings does not do what it seems to say. Sources: SwarmKit's updater (monitor,
 * delay, failures, scaling) and moby#36934 (host-mode ports with start-first).
 */
export function notesOn(service: string, definition: Mapping): SettingsNote[] {
  const deploy = mapping(definition.deploy)
  return [
    ...sideNotes('update_config', mapping(deploy.update_config), definition),
    ...sideNotes('rollback_config', mapping(deploy.rollback_config), definition)
  ].map(note => ({ service, ...note }))
}

type Note = Omit<SettingsNote, 'service'>

function sideNotes(side: string, rolling: Mapping, definition: Mapping): Note[] {
  const deploy = mapping(definition.deploy)
  const isGlobal = deploy.mode === 'global'
  const isStartFirst = rolling.order === 'start-first'
  const isIgnoringFailures = rolling.failure_action === 'continue'
  const monitorMs = durationMs(text(rolling.monitor))
  const saidMs = monitorMs ?? 0
  const delayMs = durationMs(text(rolling.delay)) ?? 0
  const parallelism = rolling.parallelism === undefined ? 1 : Number(rolling.parallelism)
  const replicas = deploy.replicas === undefined ? 1 : Number(deploy.replicas)
  const note = (isSo: boolean, hasEffect: boolean, words: string): Note[] =>
    isSo ? [{ hasEffect, text: `${side}.${words}` }] : []
  return [
    ...note(
      isStartFirst && hasHostPorts(definition),
      true,
      'order: start-first never completes with a port in host mode: the old task has the port (use stop-first)'
    ),
    ...note(monitorMs === 0, false, `monitor: 0s means docker's default, ${DEFAULT_MONITOR_MS / 1000}s`),
    // Only whom his own word misleads: equal ones differ by a second, and who wrote no monitor expects none.
    ...note(
      saidMs > 0 && delayMs > saidMs && parallelism > 0,
      true,
      `monitor: ${showDuration(saidMs)} is shorter than delay (${showDuration(delayMs)}): ` +
        `the swarm watches each task for ${showDuration(delayMs + 1_000)}`
    ),
    ...note(
      Number(rolling.max_failure_ratio ?? 0) > 0 && isIgnoringFailures,
      false,
      'max_failure_ratio has no effect with failure_action: continue'
    ),
    ...note(
      isIgnoringFailures && side === 'update_config',
      true,
      'failure_action: continue updates every task even when the first ones fail'
    ),
    ...note(
      !isGlobal && delayMs > 0 && (parallelism === 0 || parallelism >= replicas),
      false,
      `delay has no effect: ${parallelism === 0 ? 'all' : parallelism} tasks change at a time, of ${replicas}`
    ),
    ...note(
      side === 'rollback_config' && rolling.failure_action === 'rollback',
      false,
      'failure_action: rollback is not for a rollback: docker accepts only pause and continue there'
    )
  ]
}

function hasHostPorts(definition: Mapping): boolean {
  return sequence(definition.ports).some(port => mapping(port).mode === 'host')
}
