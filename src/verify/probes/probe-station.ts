import type { EngineClient } from '../../docker/client.ts'
import type { ApiContainer } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { classify } from '../../errors.ts'
import { LABEL } from '../../plain/labels.ts'
import { patienceOf, UNMEASURED } from '../../plain/pace.ts'
import type { VerifyEffects } from '../round/plan.ts'
import { type Ask, type Listener, readListeners } from './asks.rules.ts'
import { giveAsks, readProbe, removeProbe, startProbe } from './probe-container.ts'
import { type ProbeImage, provideProbeImage } from './probe-image.ts'

const START_DEADLINE_MS = 10_000
const ANSWER_DEADLINE_MS = 60_000
const LOOK_EVERY_MS = 200

/** All probes of one run on one engine; they are known by number. */
export type Station = {
  /** Sees to an image. */
  prepare(): Promise<void>
  /** Starts a probe inside a container's network namespace; what listens there. */
  start(number: number, containerId: string): Promise<Listener[]>
  /** Lets all started probes ask, and waits until none of them does any more, or their time is over. */
  ask(asks: readonly { number: number; asks: readonly Ask[] }[]): Promise<void>
  /** What a probe has printed. */
  read(number: number): Promise<string>
  /** Removes a probe, also one that may not be there. */
  drop(number: number): Promise<void>
  /** Removes what the probes shared. */
  close(): Promise<void>
}

/** @param run the name of everything that is made, and the value of the label `run` in `labels` */
export function openStation(
  engine: EngineClient,
  run: string,
  labels: Record<string, string>,
  fx: Pick<VerifyEffects, 'clock' | 'signal' | 'pace'>
): Station {
  const { clock, signal } = fx
  let image: ProbeImage | undefined
  const nameOf = (number: number) => `${run}-${number}`
  return {
    async prepare() {
      image = await provideProbeImage(engine, run, labels, signal)
    },
    async start(number, inside) {
      const reference = image?.reference ?? ''
      const pace = fx.pace?.() ?? UNMEASURED
      const probe = { name: nameOf(number), number, image: reference, volume: run, inside, labels, pace }
      await startProbe(engine, probe, signal)
      return waitFor(
        'the probe’s first lines',
        async () => readListeners(await readProbe(engine, nameOf(number), signal)),
        { clock, deadlineMs: START_DEADLINE_MS * pace.patience, everyMs: 50 * pace.patience, signal }
      )
    },
    async ask(asks) {
      const [first] = asks
      if (!first) return
      await giveAsks(engine, nameOf(first.number), asks, signal)
      await waitFor('the probes’ answers', () => areDone(engine, run, signal), {
        clock,
        deadlineMs: ANSWER_DEADLINE_MS * patienceOf(fx),
        everyMs: LOOK_EVERY_MS * patienceOf(fx),
        signal
      }).catch(error => {
        // What they said by then is read.
        if (classify(error).code !== 'timed-out') throw error
      })
    },
    read: number => readProbe(engine, nameOf(number), signal),
    // By name: a probe may have been made though the answer never came.
    drop: number => removeProbe(engine, nameOf(number)),
    async close() {
      await image?.remove()
      await engine.json('DELETE', `/volumes/${run}`, { query: { force: true } }).catch(() => undefined)
    }
  }
}

async function areDone(engine: EngineClient, run: string, signal: AbortSignal): Promise<true | undefined> {
  const filters = JSON.stringify({ label: [`${LABEL.run}=${run}`], status: ['created', 'running'] })
  const running = await engine.json<ApiContainer[]>('GET', '/containers/json', { query: { filters }, signal })
  return running.length > 0 ? undefined : true
}

/** How many containers of one engine are made, read or removed at the same time. */
const HANDS = 4

/**
 * Works through `items`, a few at once; the first error is thrown when all hands rest.
 *
 * @param most at least one is worked at
 */
export async function inHands<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  most = HANDS
): Promise<void> {
  const rest = items.values()
  const hands = Array.from({ length: Math.max(1, Math.min(HANDS, most)) }, async () => {
    for (const item of rest) await work(item)
  })
  await Promise.allSettled(hands)
  await Promise.all(hands)
}
