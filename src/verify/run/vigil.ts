import type { EngineClient } from '../../docker/client.ts'
import type { ApiNode, ApiService, ApiTask } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import { isSlow, overloadIn, type Pace, type PaceSample, paceOf, SAMPLE_LIMIT_MS } from '../../plain/pace.ts'
import { runInContainer } from '../looking/exec.ts'
import type { WorldNode } from '../world.ts'
import { changesBetween, type SwarmChange, type SwarmLook } from './changes.rules.ts'
import type { Meanwhile } from './settle.rules.ts'

/** Watches over a swarm while it is checked: how fast it is, and whether its tasks and nodes stay as they were. */
export type Vigil = {
  pace(): Pace
  /** Whether it was busier than it should be when it was looked at last. */
  isOverloaded(): boolean
  /** Calls whenever the pace was measured again. */
  onPace(listener: () => void): void
  /** Looks once more, now. Never throws. */
  look(): Promise<void>
  /** What happened between two times, milliseconds since the epoch; the looks right before and after count. */
  during(fromMs: number, toMs: number): Meanwhile
  /** Looks until the swarm is no busier than at first; `false` when it stays so for half a minute. */
  rest(): Promise<boolean>
  serviceId(name: string): string | undefined
  close(): void
}

export type Watched = { stack: string; manager: EngineClient; nodes: readonly WorldNode[] }

const REST_MS = 30_000
const REST_LOOK_MS = 2_000
const LOOK_MS = { least: 1_000, most: 10_000, timesPing: 20 }
/** Starting a program costs something itself. */
const START_MS = { least: 20_000, timesStart: 10 }

/**
 * Measures how fast a swarm is, and from then on watches it until `close`.
 *
 * @throws `cancelled`; an engine that does not answer is a slow one
 */
export async function openVigil(
  watched: Watched,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>
): Promise<Vigil> {
  const { clock } = fx
  const stop = new AbortController()
  const signal = AbortSignal.any([fx.signal, stop.signal])
  const samples: PaceSample[] = []
  const changes: SwarmChange[] = []
  const listeners: (() => void)[] = []
  let known: SwarmLook | undefined
  let nextStartMs = 0

  const timed = async (work: (limited: AbortSignal) => Promise<unknown>): Promise<number | undefined> => {
    const fromMs = clock.now()
    return work(AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)])).then(
      () => clock.now() - fromMs,
      () => undefined
    )
  }
  const measure = async (): Promise<void> => {
    const pingMs = await timed(limited => ping(watched.manager, limited))
    const now = await readSwarm(watched, clock.now(), signal).catch(() => undefined)
    if (known && now) changes.push(...changesBetween(known, now))
    known = now ?? known
    const isStarting = pingMs !== undefined && clock.now() >= nextStartMs
    const startMs = isStarting && now ? await startSomething(watched, now, { clock, signal }) : undefined
    if (isStarting) nextStartMs = clock.now() + Math.max(START_MS.least, START_MS.timesStart * (startMs ?? 0))
    if (signal.aborted) return
    samples.push({ atMs: clock.now(), pingMs: now ? pingMs : undefined, startMs })
    for (const listener of listeners) listener()
  }
  // One at a time: whoever asks meanwhile may have seen nothing of what happened since, and looks again.
  let looking: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => {
    looking = looking.then(measure).catch(() => undefined)
    return looking
  }

  await look()
  fx.signal.throwIfAborted()
  const opened: PaceSample = samples[0] ?? { atMs: clock.now(), pingMs: undefined, startMs: undefined }
  const overload = (sample: PaceSample | undefined) => sample && overloadIn(sample, opened)
  const keepLooking = async (): Promise<void> => {
    while (!signal.aborted) {
      const pingMs = samples.at(-1)?.pingMs ?? SAMPLE_LIMIT_MS
      const everyMs = Math.min(LOOK_MS.most, Math.max(LOOK_MS.least, LOOK_MS.timesPing * pingMs))
      await clock.sleep(everyMs, signal)
      await look()
    }
  }
  void keepLooking().catch(() => undefined)

  const isOverloaded = () => overload(samples.at(-1)) !== undefined
  return {
    pace: () => paceOf(samples),
    isOverloaded,
    onPace: listener => void listeners.push(listener),
    look,
    during(fromMs, toMs) {
      // What is short has no look of its own: those before and after it count.
      const first = Math.max(
        0,
        samples.findLastIndex(({ atMs }) => atMs <= fromMs)
      )
      const after = samples.findIndex(({ atMs }) => atMs >= toMs)
      const seen = samples.slice(first, after < 0 ? samples.length : after + 1)
      return {
        overload: seen.map(overload).find(words => words !== undefined),
        isSlow: isSlow(paceOf(samples)),
        changes: changes.filter(({ sinceMs, seenMs }) => sinceMs <= toMs && seenMs > fromMs)
      }
    },
    async rest() {
      const endMs = clock.now() + REST_MS
      for (;;) {
        await look()
        if (!isOverloaded()) return true
        if (clock.now() >= endMs) return false
        await clock.sleep(REST_LOOK_MS, signal)
      }
    },
    serviceId: name => [...(known?.names ?? [])].find(([, each]) => each === name)?.[0],
    close: () => stop.abort()
  }
}

async function ping(manager: EngineClient, signal: AbortSignal): Promise<void> {
  const answer = await manager.stream('GET', '/_ping', { timeoutMs: SAMPLE_LIMIT_MS, signal })
  for await (const _ of answer);
}

async function readSwarm({ stack, manager }: Watched, atMs: number, signal: AbortSignal): Promise<SwarmLook> {
  const filters = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
  const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)]) }
  const [nodes, tasks, services] = await Promise.all([
    manager.json<ApiNode[]>('GET', '/nodes', options),
    manager.json<ApiTask[]>('GET', '/tasks', { query: { filters }, ...options }),
    manager.json<ApiService[]>('GET', '/services', { query: { filters }, ...options })
  ])
  const names = services.map(({ ID, Spec }) => [ID, shortName(stack, Spec.Name)] as const)
  return { atMs, nodes, tasks, names: new Map(names) }
}

const shortName = (stack: string, name: string): string =>
  name.startsWith(`${stack}_`) ? name.slice(stack.length + 1) : name

/** How many tasks are tried: one whose container is stuck does not make a slow swarm. */
const TRIED = 2

/** @returns milliseconds, of the quickest task that was tried; `undefined` when there is none at hand */
async function startSomething(
  { nodes }: Watched,
  { tasks }: SwarmLook,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<number | undefined> {
  const running = tasks.filter(task => task.Status.State === 'running' && task.DesiredState === 'running')
  const doors = running.flatMap(task => {
    const engine = nodes.find(node => node.id === task.NodeID)?.engine
    const containerId = task.Status.ContainerStatus?.ContainerID
    return engine && containerId ? [{ engine, containerId }] : []
  })
  let leastMs: number | undefined
  for (const { engine, containerId } of doors.slice(0, TRIED)) {
    const fromMs = fx.clock.now()
    // Whatever it answers: an image without that program is as quick to say so.
    await runInContainer(engine, containerId, { argv: ['true'], timeoutMs: SAMPLE_LIMIT_MS }, fx).catch(
      () => undefined
    )
    const tookMs = fx.clock.now() - fromMs
    leastMs = Math.min(leastMs ?? Number.POSITIVE_INFINITY, tookMs)
    if (tookMs < SAMPLE_LIMIT_MS / 2) break
  }
  return leastMs
}
