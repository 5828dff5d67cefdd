import { randomBytes } from 'node:crypto'
import { LABEL } from '../../cluster/cluster.ts'
import type { EngineClient } from '../../docker/client.ts'
import type { ApiContainer } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { classify, explain } from '../../errors.ts'
import type { VerifyEffects } from '../plan.ts'
import { neutralise } from '../untrusted-text.rules.ts'
import { type Answer, type Ask, type Listener, readAnswers, readListeners } from './asks.rules.ts'
import { giveAsks, readProbe, removeProbe, startProbe } from './probe-container.ts'
import { type ProbeImage, provideProbeImage } from './probe-image.ts'

/** A network namespace to look from: a container that runs, and the engine that runs it. */
export type ProbeSource = { key: string; engine: EngineClient; containerId: string }

export type ProbeOutcome =
  | { isRun: true; listeners: Listener[]; asks: Ask[]; answers: Answer[] }
  | { isRun: false; reason: string }

/** The asks of every source by its key, once it is known what listens where. */
export type AskPlan = (listeners: ReadonlyMap<string, Listener[]>) => ReadonlyMap<string, Ask[]>

/** Containers of one engine that are being made, or read, at the same time. */
const HANDS = 4
const START_DEADLINE_MS = 10_000
const ANSWER_DEADLINE_MS = 60_000
const LOOK_EVERY_MS = 200

/**
 * Runs one probe in each source's namespace: first all tell what listens there, then `plan` gives each its asks,
 * and all ask at once. A probe that fails is an outcome with a reason, and takes no other with it.
 *
 * An engine is called a fixed number of times for each of its sources (create, start, listeners, asks, answers,
 * remove), and once every 200 ms for all of them while they ask. Whatever happens, the probes and what was made
 * for them are removed.
 *
 * @param labels more labels for the probes: the cluster's own, so that a teardown would find them
 * @throws `cancelled` only
 */
export async function runProbes(
  sources: readonly ProbeSource[],
  plan: AskPlan,
  fx: Pick<VerifyEffects, 'clock' | 'signal'>,
  labels: Record<string, string> = {}
): Promise<Map<string, ProbeOutcome>> {
  const run = `swarmline-probe-${randomBytes(6).toString('hex')}`
  const marks = { ...labels, [LABEL.run]: run, [LABEL.created]: new Date(fx.clock.now()).toISOString() }
  const stations = byEngine(sources).map(own => new Map(own.map((s, i) => [s, `${run}-${i}`])))
  const outcomes = new Map<string, ProbeOutcome>()
  const ids = new Map<ProbeSource, string>()
  const listeners = new Map<string, Listener[]>()
  const images: ProbeImage[] = []
  const failed = (source: ProbeSource) => (error: unknown) => {
    const known = classify(error)
    if (known.code === 'cancelled' || fx.signal.aborted) throw known
    outcomes.set(source.key, { isRun: false, reason: neutralise(explain(known), 200) })
  }
  const each = (work: (source: ProbeSource, name: string) => Promise<void>) =>
    Promise.all(
      stations.map(station =>
        inHands([...station], ([source, name]) =>
          outcomes.has(source.key)
            ? undefined
            : work(source, name).catch(async error => {
                failed(source)(error)
                // The others are not kept waiting for one that will never say more.
                await removeProbe(source.engine, name)
              })
        )
      )
    )

  try {
    const imageOf = new Map<EngineClient, string>()
    await Promise.all(
      stations.map(async station => {
        const [source] = station.keys()
        if (!source) return
        try {
          const image = await provideProbeImage(source.engine, run, marks, fx.signal)
          images.push(image)
          for (const { engine } of station.keys()) imageOf.set(engine, image.reference)
        } catch (error) {
          for (const one of station.keys()) failed(one)(error)
        }
      })
    )
    await each(async (source, name) => {
      const image = imageOf.get(source.engine) ?? ''
      const probe = { name, image, inside: source.containerId, labels: marks }
      const id = await startProbe(source.engine, probe, fx.signal)
      ids.set(source, id)
      listeners.set(source.key, await readReady(source.engine, id, fx))
    })
    const asks = plan(listeners)
    await each((source, name) =>
      giveAsks(source.engine, ids.get(source) ?? name, asks.get(source.key) ?? [], fx.signal)
    )
    await Promise.all(stations.map(station => ended(station, run, fx)))
    await each(async (source, name) => {
      const own = asks.get(source.key) ?? []
      const text = await readProbe(source.engine, ids.get(source) ?? name, fx.signal)
      outcomes.set(source.key, {
        isRun: true,
        listeners: listeners.get(source.key) ?? [],
        asks: own,
        answers: readAnswers(own, text)
      })
    })
  } finally {
    // By name: a probe may have been made though the answer never came.
    await Promise.all(
      stations.map(station => inHands([...station], ([source, name]) => removeProbe(source.engine, name)))
    )
    await Promise.all(images.map(image => image.remove()))
  }
  return outcomes
}

function byEngine(sources: readonly ProbeSource[]): ProbeSource[][] {
  return [...Map.groupBy(sources, source => source.engine.socketPath).values()]
}

async function inHands<T>(items: readonly T[], work: (item: T) => Promise<void> | undefined): Promise<void> {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (const item of rest) await work(item)
    })
  )
}

function readReady(
  engine: EngineClient,
  id: string,
  fx: Pick<VerifyEffects, 'clock' | 'signal'>
): Promise<Listener[]> {
  return waitFor(
    'the probe’s first lines',
    async () => readListeners(await readProbe(engine, id, fx.signal)),
    {
      clock: fx.clock,
      deadlineMs: START_DEADLINE_MS,
      everyMs: 50,
      signal: fx.signal
    }
  )
}

/** Until none of the engine's probes runs any more, or their time is over: what they said by then is read. */
async function ended(
  station: ReadonlyMap<ProbeSource, string>,
  run: string,
  fx: Pick<VerifyEffects, 'clock' | 'signal'>
): Promise<void> {
  const [source] = station.keys()
  const filters = JSON.stringify({ label: [`${LABEL.run}=${run}`], status: ['created', 'running'] })
  await waitFor(
    'the probes’ answers',
    async () => {
      const running = await source?.engine.json<ApiContainer[]>('GET', '/containers/json', {
        query: { filters },
        signal: fx.signal
      })
      return running && running.length > 0 ? undefined : true
    },
    { clock: fx.clock, deadlineMs: ANSWER_DEADLINE_MS, everyMs: LOOK_EVERY_MS, signal: fx.signal }
  ).catch(error => {
    if (classify(error).code === 'cancelled') throw error
  })
}
