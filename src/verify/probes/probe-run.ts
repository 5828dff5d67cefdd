import { randomBytes } from 'node:crypto'
import type { EngineClient } from '../../docker/client.ts'
import { classify, explain } from '../../errors.ts'
import { LABEL } from '../../plain/labels.ts'
import { neutralise } from '../judging/untrusted-text.rules.ts'
import type { VerifyEffects } from '../round/plan.ts'
import { createLanes } from '../run/lanes.ts'
import { type Answer, type Ask, type Listener, readAnswers } from './asks.rules.ts'
import { inHands, openStation, type Station } from './probe-station.ts'

/** A network namespace to look from: a container that runs, and the engine that runs it. */
export type ProbeSource = { key: string; engine: EngineClient; containerId: string }

export type ProbeOutcome =
  | { isRun: true; listeners: Listener[]; asks: Ask[]; answers: Answer[] }
  | { isRun: false; reason: string }

/** The asks of every source by its key, once it is known what listens where. */
export type AskPlan = (
  listeners: ReadonlyMap<string, Listener[]>
) => ReadonlyMap<string, Ask[]> | Promise<ReadonlyMap<string, Ask[]>>

/**
 * Runs one probe in each source's namespace: first all tell what listens there, then `plan` gives each its asks,
 * and all ask at once. A probe that fails is an outcome with a reason, and takes no other with it.
 *
 * An engine is called a fixed number of times for each of its sources (create, start, listeners, answers,
 * remove), a fixed number of times for all of them, and once every 200 ms while they ask. Whatever happens, the
 * probes and what was made for them are removed.
 *
 * @param labels more labels for the probes: the cluster's own, so that a teardown would find them
 * @throws `cancelled` only
 */
export async function runProbes(
  sources: readonly ProbeSource[],
  plan: AskPlan,
  fx: Pick<VerifyEffects, 'clock' | 'signal' | 'pace'>,
  labels: Record<string, string> = {}
): Promise<Map<string, ProbeOutcome>> {
  const run = `swarmline-probe-${randomBytes(6).toString('hex')}`
  const marks = { ...labels, [LABEL.run]: run, [LABEL.created]: new Date(fx.clock.now()).toISOString() }
  const outcomes = new Map<string, ProbeOutcome>()
  const listeners = new Map<string, Listener[]>()
  const stations = [...Map.groupBy(sources, source => source.engine.socketPath).values()].map(own => ({
    own: [...own.entries()],
    station: openStation(own[0]?.engine as EngineClient, run, marks, fx)
  }))
  type Group = (typeof stations)[number]
  // Of all engines together: the nodes of a cluster are mostly on one machine.
  const lanes = createLanes(
    () => fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY,
    () => true
  )
  const inLane = async <T>(work: () => Promise<T>): Promise<T> => {
    const lane = await lanes.enter(fx.signal, true)
    return work().finally(() => lane.leave())
  }
  const handsOf = () => Math.floor((fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY) / stations.length)

  const failed = (source: ProbeSource, error: unknown) => {
    const known = classify(error)
    if (known.code === 'cancelled' || fx.signal.aborted) throw known
    outcomes.set(source.key, { isRun: false, reason: neutralise(explain(known), 200) })
  }
  /** Whatever fails for a whole engine fails for each of its sources. */
  const everywhere = (work: (group: Group) => Promise<void>) =>
    Promise.all(
      stations.map(group =>
        work(group).catch(error => {
          for (const [, source] of group.own) if (!outcomes.has(source.key)) failed(source, error)
        })
      )
    )
  const each = ({ own, station }: Group, work: (source: ProbeSource, number: number) => Promise<void>) =>
    inHands(own, async ([number, source]) => {
      if (outcomes.has(source.key)) return
      await work(source, number).catch(async error => {
        failed(source, error)
        // The others are not kept waiting for one that will never say more.
        await station.drop(number)
      })
    })

  try {
    await everywhere(async group => {
      await inLane(() => group.station.prepare())
      await each(group, async (source, number) => {
        listeners.set(source.key, await inLane(() => group.station.start(number, source.containerId)))
      })
    })
    const asks = await plan(listeners)
    const asksOf = (source: ProbeSource) => asks.get(source.key) ?? []
    await everywhere(async group => {
      const ready = group.own.filter(([, source]) => !outcomes.has(source.key))
      await group.station.ask(ready.map(([number, source]) => ({ number, asks: asksOf(source) })))
      await each(group, async (source, number) => {
        outcomes.set(source.key, {
          isRun: true,
          listeners: listeners.get(source.key) ?? [],
          asks: [...asksOf(source)],
          answers: readAnswers(asksOf(source), await inLane(() => group.station.read(number)))
        })
      })
    })
  } finally {
    await Promise.all(stations.map(({ own, station }) => close(station, own.length, handsOf())))
  }
  return outcomes
}

async function close(station: Station, count: number, hands: number): Promise<void> {
  await inHands([...Array(count).keys()], number => station.drop(number), hands)
  await station.close()
}
