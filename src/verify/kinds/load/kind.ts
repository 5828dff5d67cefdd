import * as z from 'zod'
import { generate } from '../../../traffic/traffic.ts'
import { unsettled } from '../../judging/unsettled.rules.ts'
import { defineKind } from '../../kind.ts'
import { publishingNodes } from '../../looking/publishing-nodes.ts'
import { trafficTargets } from '../../looking/traffic-targets.ts'
import { duration } from '../../suite/duration.ts'
import { port } from '../../suite/wanted.ts'
import { judgeLoad, type LoadEvidence, loadExpected, reportedLoad } from './judge.ts'

const MAX_REQUESTS = 1_000_000

const limit = (name: string) => duration().optional().describe(`The ${name} of latencies may be this.`)

const params = z.strictObject({
  port: port().default(80).describe('Published port.'),
  path: z
    .string()
    .regex(/^\/[\x21-\x7e]{0,2000}$/, 'takes a path that begins with /')
    .default('/')
    .describe('Path and query of the requests.'),
  rate: z
    .number()
    .min(0.1)
    .max(50_000)
    .default(50)
    .describe(
      'Requests per second, of all nodes together; each is due at its time, whatever became of others.'
    ),
  duration: duration().prefault('10s').describe('For how long requests are due.'),
  connections: z
    .enum(['fresh', 'kept'])
    .default('fresh')
    .describe('A TCP connection for each request, or connections that are used again.'),
  timeout: duration().prefault('5s').describe('For each request, from the time at which it was due.'),
  status: z
    .number()
    .int()
    .min(100)
    .max(599)
    .optional()
    .describe('Status of a good answer; without it, any from 200 to 299.'),
  latency: z
    .strictObject({
      p50: limit('median'),
      p90: limit('90th percentile'),
      p95: limit('95th percentile'),
      p99: limit('99th percentile'),
      p999: limit('99.9th percentile'),
      max: limit('longest')
    })
    .prefault({})
    .describe('What good answers may take, from the time at which they were due to the last byte.'),
  errors: z.number().min(0).max(1).default(0).describe('Share of the requests that may fail.'),
  threads: z.number().int().min(1).max(64).default(1).describe('Threads that send.')
})

export const load = defineKind({
  name: 'load',
  explanation:
    'Sends requests at a fixed rate through every node, each at the time at which it is due whatever became of those ' +
    'before it, and measures latencies from that time: a stall shows in all requests that were due in it. Fails when ' +
    'more requests than the budget fail, or a percentile is above its limit; inconclusive when this machine could not ' +
    'keep up with the rate.',
  example: `- kind: load
  port: 80
  rate: 50
  duration: 10s
  latency: { p99: 500ms }
  errors: 0.001`,
  isDisturbing: false,
  // Other requests at the same time would be part of what is measured.
  visits: 'counts',
  deadlineMs: asked => asked.duration + asked.timeout + 60_000,
  params,
  faultOf: ({ rate, duration: durationMs }) => {
    const requests = (rate * durationMs) / 1000
    if (requests > MAX_REQUESTS) return `load sends ${MAX_REQUESTS} requests at most`
    return requests < 1 ? 'load sends one request at least: ask for a longer duration' : undefined
  },
  expected: loadExpected,
  gather: async (asked, world): Promise<LoadEvidence> => {
    const { publishers, nodes } = await publishingNodes(world, asked.port)
    if (nodes.length === 0) return { publishers, result: undefined }
    const targets = await trafficTargets(nodes, asked, world)
    const result = await world.turns.alone(async () => {
      const loaded = await generate({ ...requestOf(asked), targets }, world).catch((error: unknown) => {
        // Given up with as many under way as can be.
        world.unsettled.add(Math.ceil((asked.rate * asked.timeout) / 1000))
        throw error
      })
      world.unsettled.add(unsettled([loaded.failedByKind]))
      return loaded
    })
    world.showLoad(reportedLoad(asked, result))
    return { publishers, result }
  },
  judge: judgeLoad
})

function requestOf(asked: z.output<typeof params>) {
  return {
    ratePerSecond: asked.rate,
    durationMs: asked.duration,
    connections: asked.connections,
    timeoutMs: asked.timeout,
    workers: asked.threads,
    identify: { lineAfter: 'The responding server is:' },
    ...(asked.status === undefined ? {} : { expect: { status: asked.status } })
  }
}
