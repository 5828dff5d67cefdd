import * as z from 'zod'
import { patienceOf } from '../../../plain/pace.ts'
import { defineKind } from '../../kind.ts'
import { exchange } from '../../looking/http.ts'
import { runInTask, type TaskDoor, taskDoors } from '../../looking/in-task.ts'
import { publishingNodes } from '../../looking/publishing-nodes.ts'
import { isUnpublished } from '../../looking/unpublished.rules.ts'
import { duration } from '../../suite/duration.ts'
import { port, serviceName, wanted } from '../../suite/wanted.ts'
import type { World, WorldNode } from '../../world.ts'
import { judgeMetrics, type MetricsEvidence, metricsExpected } from './judge.ts'
import type { Scrape } from './targets.rules.ts'

const MAX_BYTES = 1024 * 1024

const params = z
  .strictObject({
    port: port().optional().describe('Published port to scrape, on every node that must answer there.'),
    path: z
      .string()
      .regex(/^\/[\x21-\x7e]{0,500}$/, 'takes a path that begins with /')
      .default('/metrics')
      .describe('Path there.'),
    url: z
      .string()
      .regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, 'takes http://HOST:PORT/PATH')
      .optional()
      .describe('Instead: an address within the stack’s networks.'),
    from: serviceName()
      .optional()
      .describe('For url: the service in whose container wget, curl or php asks.'),
    metrics: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'takes a metric’s name')
            .describe('Name of a metric.'),
          labels: z.record(z.string(), z.string()).default({}).describe('Labels that its samples must have.'),
          value: wanted().optional().describe('What one of its samples must be.'),
          moves: z.boolean().default(false).describe('The sum of its samples changes between two looks.')
        })
      )
      .max(100)
      .default([])
      .describe('Metrics that must be there.'),
    targets: z
      .array(
        z.strictObject({
          job: z.string().min(1).max(200).describe('Job of Prometheus’ configuration.'),
          least: z.number().int().min(1).default(1).describe('The least number of its targets that are up.')
        })
      )
      .max(50)
      .default([])
      .describe('Jobs whose targets Prometheus, asked at /api/v1/targets there, must call up, every one.'),
    interval: duration().prefault('5s').describe('Between the two looks, where a metric must move.')
  })
  .describe('Either port, or url and from.')

export const metrics = defineKind({
  name: 'metrics',
  explanation:
    'Scrapes metrics in Prometheus’ text format, through a published port of every node or from inside a service’s ' +
    'container, and looks for metrics by name and labels: there, with a value, and moving. `port:` scrapes from ' +
    'outside; `url:` with `from:` scrapes within the stack’s networks. With `targets:` it also asks a Prometheus ' +
    'there whether its own targets are up.',
  example: `- kind: metrics
  url: http://cadvisor:8080/metrics
  from: utility
  metrics:
    - { name: container_cpu_usage_seconds_total, moves: true }`,
  isDisturbing: false,
  visits: 'makes',
  deadlineMs: ({ interval }) => interval + 90_000,
  params,
  faultOf: ({ port: published, url, from }) =>
    (published === undefined) === (url === undefined) || (url === undefined) !== (from === undefined)
      ? 'metrics takes either port, or url and from'
      : undefined,
  expected: metricsExpected,
  gather: async (asked, world): Promise<MetricsEvidence> => {
    const isMoving = asked.metrics.some(({ moves }) => moves)
    const targets = await targetsOf(asked, world)
    const first = await Promise.all(targets.map(target => target.scrape()))
    if (isMoving) await world.clock.sleep(asked.interval, world.signal)
    const second = isMoving ? await Promise.all(targets.map(target => target.scrape())) : []
    const scrapes = targets.map((target, i) => joined(target.name, first[i], second[i]))
    if (asked.targets.length === 0) return { scrapes, targetLists: [] }
    const answering = await targetsOf(apiOf(asked), world)
    const lists = await Promise.all(answering.map(target => target.scrape()))
    return { scrapes, targetLists: answering.map(({ name }, i) => joined(name, lists[i], undefined)) }
  },
  judge: judgeMetrics
})

type Look = { text: string } | { failed: string } | { unreachable: string }
type Target = { name: string; scrape(): Promise<Look> }

function joined(target: string, first: Look | undefined, second: Look | undefined): Scrape {
  for (const look of [first, second]) {
    if (look && 'failed' in look) return { target, kind: 'failed', reason: look.failed }
    if (look && 'unreachable' in look) return { target, kind: 'unreachable', reason: look.unreachable }
  }
  const text = (look: Look | undefined) => (look && 'text' in look ? look.text : undefined)
  return { target, kind: 'text', first: text(first) ?? '', second: text(second) }
}

const TARGETS = '/api/v1/targets?state=active'

/** The same place, asked for its own targets. */
function apiOf({ url, from, port: published }: z.output<typeof params>): Place {
  return { path: TARGETS, port: published, from, url: url && `${new URL(url).origin}${TARGETS}` }
}

type Place = Pick<z.output<typeof params>, 'url' | 'from' | 'path' | 'port'>

async function targetsOf(asked: Place, world: World): Promise<Target[]> {
  const { url, from, path } = asked
  if (url !== undefined && from !== undefined) {
    const isVisit = !isUnpublished(new URL(url).hostname, world.stack, await world.reads.services())
    const [door] = (await taskDoors(from, world)).toSorted(
      (a, b) => Number(!a.at?.engine) - Number(!b.at?.engine)
    )
    if (!door) return []
    const look = () => fetchInside(door, url, world)
    return [{ name: `${url} from ${from}`, scrape: isVisit ? () => world.turns.visit(look) : look }]
  }
  const published = asked.port
  if (published === undefined) throw new Error('metrics takes port, or url and from')
  const { nodes } = await publishingNodes(world, published)
  return nodes.map(node => ({
    name: node.name,
    scrape: () => world.turns.visit(() => fetchOutside(node, published, path, world))
  }))
}

async function fetchOutside(node: WorldNode, published: number, path: string, world: World): Promise<Look> {
  const target = await world.endpointOf(node, published)
  const seen = await exchange(target, { path, maxBytes: MAX_BYTES, signal: world.signal })
  if (seen.kind !== 'answer') return { failed: `${seen.kind}: ${seen.detail}` }
  return seen.status === 200 ? { text: seen.body } : { failed: `HTTP ${seen.status}` }
}

/** What images happen to have; the address is an argument, and its form has been checked. */
const PROGRAMS: ((url: string, seconds: string) => string[])[] = [
  (url, seconds) => ['wget', '-q', '-T', seconds, '-O', '-', url],
  (url, seconds) => ['curl', '-sSf', '-m', seconds, url],
  url => ['php', '-r', 'echo file_get_contents($argv[1]);', '--', url]
]

async function fetchInside(door: TaskDoor, url: string, world: World): Promise<Look> {
  for (const argv of PROGRAMS) {
    const seconds = String(10 * patienceOf(world))
    const run = await runInTask(
      door,
      { argv: argv(url, seconds), timeoutMs: 20_000, maxBytes: MAX_BYTES },
      world
    )
    if (run.kind === 'unreachable')
      return { unreachable: `the engine of ${run.node} cannot be reached from here` }
    if (run.kind === 'not-started' || run.exitCode === 126 || run.exitCode === 127) continue
    if (run.isTruncated) return { failed: 'longer than 1 MiB' }
    return run.exitCode === 0 ? { text: run.stdout } : { failed: run.stderr || `ended with ${run.exitCode}` }
  }
  return { unreachable: 'the container has neither wget nor curl nor php' }
}
