// A small model of SwarmKit's orchestrator, updater and restart supervisor for one replicated service, with faults
// on command. Time goes in ticks. It knows the truth that a watcher has to find out from snapshots.
import type { ApiTask } from '../../src/docker/types.ts'
import type { Snapshot } from '../../src/rollout/snapshot.ts'
import { aNode, aService } from './swarm-builders.ts'

export const TICK_MS = 250
const ON_THE_WAY = ['new', 'assigned', 'preparing', 'starting', 'running']
const NODES = ['n1', 'n2', 'n3']

export type Settings = {
  replicas: number
  parallelism: number
  order: 'start-first' | 'stop-first'
  failureAction: 'pause' | 'rollback' | 'continue'
  monitorMs: number
  /** Ticks that a task takes to stop. */
  stopTicks: number
}
export type Fault =
  | 'crash' // a task that runs fails
  | 'slow' // a task that is on its way stands still for a while
  | 'node-down'
  | 'node-up'
  | 'deploy' // somebody deploys another version
type Task = {
  id: string
  slot: number
  spec: number
  state: string
  desired: 'ready' | 'running' | 'shutdown'
  node: string
  madeAt: number
  since: number
  stopsIn: number
  waits: number
  isOfUpdate: boolean
}

export function swarmModel(settings: Settings) {
  let now = Date.parse('2026-01-01T12:00:00Z')
  let made = 0
  let version = 1
  let spec = 1
  let previous = 1
  let status: string | undefined
  let doneAt: number | undefined
  let changedAt = now
  let tasks: Task[] = []
  const down = new Set<string>()

  const isUp = (task: Task): boolean => task.state === 'running' && !down.has(task.node)
  const isMeant = (task: Task): boolean => task.desired !== 'shutdown'
  const isEnded = (task: Task): boolean => ['shutdown', 'failed'].includes(task.state)
  const counts = (task: Task): boolean => isUp(task) && isMeant(task) && task.spec === spec
  const set = (task: Task, state: string): void => {
    if (state === 'running' || counts(task)) changedAt = now
    Object.assign(task, { state, since: now })
  }
  const make = (slot: number, desired: Task['desired'], isOfUpdate: boolean): Task => {
    const up = NODES.filter(node => !down.has(node))
    const node = up[made % Math.max(1, up.length)] ?? 'n1'
    const task = { id: `t${++made}`, slot, spec, state: 'new', desired, node, madeAt: now }
    tasks.push({ ...task, since: now, stopsIn: settings.stopTicks, waits: 0, isOfUpdate })
    return tasks.at(-1) as Task
  }
  const setStatus = (next: string | undefined): void => {
    status = next
    version++
  }
  const begin = (next: number): void => {
    spec = next
    changedAt = now
    doneAt = undefined
    for (const task of tasks) task.isOfUpdate = false
  }

  const run = (): void => {
    for (const task of tasks) {
      if (task.waits > 0) task.waits--
      else if (isEnded(task) || down.has(task.node)) continue
      else if (!isMeant(task)) {
        if (task.state !== 'running' || --task.stopsIn <= 0) set(task, 'shutdown')
      } else if (task.desired === 'running' && task.state !== 'running')
        set(task, ON_THE_WAY[ON_THE_WAY.indexOf(task.state) + 1] ?? 'running')
    }
  }

  /** What failed or lost its node gets a successor; a new one that waited for its predecessor may start. */
  const restart = (): void => {
    for (const task of tasks.filter(isMeant)) {
      if (!isEnded(task) && !down.has(task.node)) continue
      if (task.state === 'failed') blame(task)
      task.desired = 'shutdown'
      if (!tasks.some(t => t.slot === task.slot && isMeant(t))) make(task.slot, 'running', task.isOfUpdate)
    }
    for (const task of tasks.filter(t => t.desired === 'ready')) {
      const before = tasks.filter(t => t.slot === task.slot && t !== task && isUp(t))
      if (before.length === 0 || settings.order === 'start-first') task.desired = 'running'
    }
    for (let slot = 1; slot <= settings.replicas; slot++)
      if (!tasks.some(t => t.slot === slot && isMeant(t))) make(slot, 'running', false)
  }

  const blame = (task: Task): void => {
    if (!task.isOfUpdate || settings.failureAction === 'continue') return
    if (status === 'rollback_started') setStatus('rollback_paused')
    else if (status === 'updating' && settings.failureAction === 'pause') setStatus('paused')
    else if (status === 'updating') {
      begin(previous)
      setStatus('rollback_started')
    }
  }

  const update = (): void => {
    if (status === 'paused' || status === 'rollback_paused') return
    const slots = Array.from({ length: settings.replicas }, (_, i) =>
      tasks.filter(t => t.slot === i + 1 && isMeant(t))
    )
    const dirty = slots.filter(slot => slot.some(t => t.spec !== spec))
    if (dirty.length > 0 && status === undefined) setStatus('updating')
    const busy = slots.filter(slot => slot.some(t => t.isOfUpdate && t.state !== 'running')).length
    const free = dirty.filter(slot => !slot.some(t => t.spec === spec))
    for (const slot of free.slice(0, Math.max(0, settings.parallelism - busy))) {
      if (settings.order === 'stop-first') for (const task of slot) task.desired = 'shutdown'
      make(slot[0]?.slot ?? 0, 'ready', true)
    }
    for (const slot of slots)
      if (slot.some(t => t.isOfUpdate && t.state === 'running'))
        for (const old of slot.filter(t => t.spec !== spec)) old.desired = 'shutdown'
    const isDone =
      dirty.length === 0 && slots.every(s => s.every(t => !t.isOfUpdate || t.state === 'running'))
    doneAt = isDone ? (doneAt ?? now) : undefined
    if (doneAt === undefined || now - doneAt < settings.monitorMs) return
    if (status === 'updating') setStatus('completed')
    if (status === 'rollback_started') setStatus('rollback_completed')
  }

  return {
    tick(fault?: Fault): void {
      now += TICK_MS
      if (fault === 'deploy') {
        previous = spec
        begin(Math.max(spec, ...tasks.map(t => t.spec)) + 1)
        setStatus(undefined)
      }
      const up = tasks.filter(isUp)
      if (fault === 'crash') for (const task of up.slice(-1)) set(task, 'failed')
      if (fault === 'slow')
        for (const task of tasks.filter(t => isMeant(t) && !isUp(t)).slice(-1)) task.waits = 12
      if (fault === 'node-down' && down.size < 2) {
        const node = NODES.find(n => !down.has(n)) ?? ''
        if (up.some(t => t.node === node && counts(t))) changedAt = now
        down.add(node)
      }
      if (fault === 'node-up')
        for (const node of [...down].slice(0, 1)) {
          // Its agent ends what is no longer meant to be before it counts as ready again.
          for (const task of tasks.filter(t => t.node === node && !isMeant(t) && !isEnded(t)))
            Object.assign(task, { state: 'shutdown', since: now })
          down.delete(node)
        }
      run()
      restart()
      update()
      tasks = tasks.slice(-40)
    },
    now: (): number => now,
    /** What a watcher must never call converged, or not yet. */
    truth: () => ({
      runsOldSpec: tasks.some(t => isUp(t) && t.spec !== spec),
      running: tasks.filter(t => isUp(t) && t.spec === spec).length,
      /** All that is wanted, and no other, for so long; former tasks may have ended meanwhile. */
      upForMs: now - changedAt
    }),
    snapshot: (): Snapshot => ({
      services: [
        aService('web', {
          Version: { Index: version },
          replicas: settings.replicas,
          Spec: {
            Mode: { Replicated: { Replicas: settings.replicas } },
            TaskTemplate: { ContainerSpec: { Image: `app:${spec}` } },
            UpdateConfig: { Parallelism: settings.parallelism, Monitor: settings.monitorMs * 1e6 }
          },
          ...(status ? { UpdateStatus: { State: status } } : {})
        })
      ],
      tasks: tasks.map(
        (t): ApiTask => ({
          ID: t.id,
          CreatedAt: new Date(t.madeAt).toISOString(),
          UpdatedAt: new Date(t.since).toISOString(),
          Spec: { ContainerSpec: { Image: `app:${t.spec}` } },
          ServiceID: 'web',
          Slot: t.slot,
          NodeID: t.node,
          DesiredState: t.desired,
          Status: { Timestamp: new Date(t.since).toISOString(), State: t.state }
        })
      ),
      currentTaskIds: new Set(tasks.filter(t => t.spec === spec).map(t => t.id)),
      nodes: NODES.map(node => aNode(node, { state: down.has(node) ? 'down' : 'ready' }))
    })
  }
}
