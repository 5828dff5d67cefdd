import type { ApiNode, ApiService, ApiTask } from '../docker/types.ts'
import { cleanLine } from './log-lines.rules.ts'
import { isGlobal } from './slots.rules.ts'
import type { Snapshot } from './snapshot.ts'
import { MOST_ENTRIES, type Timeline, type TimelineEntry } from './timeline.ts'

type Change = { id: string; entry: Omit<TimelineEntry, 'from'> }

/**
 * The timeline with what `snapshot`, read at `nowMs`, shows to have changed, in the engine's order. A task that is
 * seen for the first time has two entries: when it was made, and when it came to the state it is in. What came and
 * went between two looks is not in it.
 */
export function timelineOf(previous: Timeline, snapshot: Snapshot, nowMs: number): Timeline {
  const changes = [
    ...snapshot.services.map(service => ofService(service, nowMs)),
    ...removedServices(previous, snapshot, nowMs),
    ...snapshot.nodes.map(node => ofNode(node, nowMs)),
    ...snapshot.tasks.flatMap(task => ofTask(task, snapshot, previous.last.has(task.ID), nowMs))
  ].toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at))
  const last = new Map(previous.last)
  const added: TimelineEntry[] = []
  for (const { id, entry } of changes) {
    const before = last.get(id)
    if (before?.to === entry.to && before.message === entry.message) continue
    const full = { ...entry, from: before?.to }
    last.set(id, full)
    added.push(full)
  }
  if (added.length === 0) return previous
  const kept = added.slice(0, Math.max(0, MOST_ENTRIES - previous.entries.length))
  return {
    entries: [...previous.entries, ...kept],
    dropped: previous.dropped + added.length - kept.length,
    last
  }
}

/** When SwarmKit's own record of the update says so, else when the service was changed last. */
function ofService(service: ApiService, nowMs: number): Change {
  const { UpdateStatus, Version, Spec } = service
  const to = UpdateStatus?.State || 'no update'
  const told = to.endsWith('completed')
    ? UpdateStatus?.CompletedAt
    : to === 'updating'
      ? UpdateStatus?.StartedAt
      : undefined
  return {
    id: service.ID,
    entry: {
      ...blank('service', told || service.UpdatedAt || isoOf(nowMs), nowMs),
      service: Spec.Name,
      to,
      image: cleanLine(Spec.TaskTemplate.ContainerSpec?.Image ?? ''),
      serviceVersion: Version.Index,
      isCurrent: true,
      message: cleanLine(UpdateStatus?.Message ?? '')
    }
  }
}

function removedServices(previous: Timeline, { services }: Snapshot, nowMs: number): Change[] {
  const there = new Set(services.map(service => service.ID))
  return [...previous.last]
    .filter(([id, { kind }]) => kind === 'service' && !there.has(id))
    .map(([id, { service }]) => ({
      id,
      entry: { ...blank('service', isoOf(nowMs), nowMs), service, to: 'removed' }
    }))
}

function ofNode(node: ApiNode, nowMs: number): Change {
  const { State, Message } = node.Status
  const to = node.Spec.Availability === 'active' ? State : `${State}, ${node.Spec.Availability}`
  const entry = { ...blank('node', isoOf(nowMs), nowMs), node: cleanLine(node.Description.Hostname), to }
  return { id: node.ID, entry: { ...entry, message: cleanLine(Message ?? '') } }
}

function ofTask(task: ApiTask, snapshot: Snapshot, isKnown: boolean, nowMs: number): Change[] {
  const service = snapshot.services.find(s => s.ID === task.ServiceID)
  const node = nodeName(task, snapshot)
  const { State, Message, Err, Timestamp } = task.Status
  const entry = {
    ...blank('task', Timestamp, nowMs),
    service: service?.Spec.Name ?? task.ServiceID,
    slot: service && isGlobal(service) ? node : String(task.Slot ?? ''),
    task: task.ID,
    node,
    to: State,
    image: cleanLine(task.Spec.ContainerSpec?.Image ?? ''),
    serviceVersion: service?.Version.Index ?? 0,
    isCurrent: snapshot.currentTaskIds.has(task.ID)
  }
  const now = {
    id: task.ID,
    entry: { ...entry, message: cleanLine(Message ?? ''), error: cleanLine(Err ?? '') }
  }
  return isKnown ? [now] : [{ id: task.ID, entry: { ...entry, to: 'new', at: task.CreatedAt } }, now]
}

function nodeName(task: ApiTask, { nodes }: Snapshot): string {
  const id = task.NodeID ?? ''
  return cleanLine(nodes.find(n => n.ID === id)?.Description.Hostname ?? id)
}

const isoOf = (ms: number): string => new Date(ms).toISOString()

function blank(
  kind: TimelineEntry['kind'],
  at: string,
  seenAtMs: number
): Omit<TimelineEntry, 'from' | 'to'> {
  return {
    kind,
    at,
    seenAtMs,
    service: '',
    slot: '',
    task: '',
    node: '',
    image: '',
    serviceVersion: 0,
    isCurrent: false,
    message: '',
    error: ''
  }
}
