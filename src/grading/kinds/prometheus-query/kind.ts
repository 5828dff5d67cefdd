import * as z from 'zod'
import {
  amount,
  defineKind,
  duration,
  exchangeInside,
  port,
  serviceName,
  taskDoors,
  type World
} from '../../../verify/verify.ts'
import {
  isSatisfied,
  judgePrometheusQuery,
  type PrometheusQueryEvidence,
  prometheusQueryExpected,
  sampleOf
} from './judge.ts'

const EVERY_MS = 2000

const params = z.strictObject({
  service: serviceName(),
  query: z.string().min(1).max(500).describe('A query whose result is one number.'),
  value: amount().describe('What the number must be.'),
  port: port().default(9090).describe('Where Prometheus listens in its container.'),
  within: duration().prefault('60s').describe('How long it may take until it is so.')
})

export const prometheusQuery = defineKind({
  name: 'prometheus-query',
  explanation:
    'Asks Prometheus, from inside its own container, what a query gives, again and again until the number is what it ' +
    'must be. Fails when it is not by then.',
  example: `- kind: prometheus-query
  service: prometheus
  query: count(count by (instance) (visits_total))
  value: { gte: 3 }`,
  isDisturbing: false,
  visits: 'none',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: prometheusQueryExpected,
  place: ({ service }) => ['services', service],
  gather: async (asked, world): Promise<PrometheusQueryEvidence> => {
    const end = world.clock.now() + asked.within
    for (;;) {
      const seen = await ask(asked, world)
      if (isSatisfied(asked, seen) || world.clock.now() >= end) return seen
      await world.clock.sleep(EVERY_MS, world.signal)
    }
  },
  judge: judgePrometheusQuery
})

async function ask(
  { service, query, port: listening }: z.output<typeof params>,
  world: World
): Promise<PrometheusQueryEvidence> {
  if (!(await world.reads.service(service))) return { kind: 'no-service' }
  const [door] = (await taskDoors(service, world)).toSorted(
    (a, b) => Number(!a.at?.engine) - Number(!b.at?.engine)
  )
  if (!door) return { kind: 'no-answer', reason: `no task of ${service} runs` }
  const url = `http://127.0.0.1:${listening}/api/v1/query?query=${encodeURIComponent(query)}`
  const seen = await exchangeInside(door, url, world)
  if (seen.kind !== 'answer')
    return { kind: seen.kind === 'unknown' ? 'unknown' : 'no-answer', reason: seen.detail }
  try {
    return { kind: 'answer', value: sampleOf(seen.body ?? '') }
  } catch (error) {
    return { kind: 'no-answer', reason: `status ${seen.status}: ${(error as Error).message}` }
  }
}
