import * as z from 'zod'
import { type ProbeResult, startProber } from '../../traffic/traffic.ts'
import { publishingNodes } from '../looking/publishing-nodes.ts'
import { trafficTargets } from '../looking/traffic-targets.ts'
import { port } from '../suite/wanted.ts'
import type { World } from '../world.ts'
import type { VisitorParams } from './visitors.rules.ts'

/** Parameters of kinds that ask a service while they disturb it. */
export const visitorFields = (lost: { default: number | undefined; says: string }) => ({
  port: port().optional().describe('Published port that is asked all the while; without it, none is.'),
  path: z
    .string()
    .regex(/^\/[\x21-\x7e]{0,2000}$/, 'takes a path that begins with /')
    .default('/')
    .describe('Path of those requests.'),
  rate: z.number().min(1).max(2000).default(50).describe('Those requests per second, of all nodes together.'),
  lost:
    lost.default === undefined
      ? z.number().int().min(0).optional().describe(lost.says)
      : z.number().int().min(0).default(lost.default).describe(lost.says)
})

/**
 * Does `work` while every node that publishes the port is asked, from before it begins until after it has ended.
 *
 * @returns what became of the requests; none without a port
 * @throws what `work` throws; `engine-lost`
 */
export async function amongVisitors<T>(
  asked: Pick<VisitorParams, 'port' | 'path' | 'rate'>,
  world: World,
  work: () => Promise<T>
): Promise<{ done: T; requests: ProbeResult | undefined }> {
  const { port: published, path, rate } = asked
  if (published === undefined) return { done: await work(), requests: undefined }
  const { nodes } = await publishingNodes(world, published)
  if (nodes.length === 0) throw new Error(`no node answers on port ${published}: nothing can be asked`)
  const targets = await trafficTargets(nodes, { port: published, path }, world)
  const prober = startProber({ targets, ratePerSecond: rate }, world)
  try {
    return { done: await work(), requests: await prober.stop() }
  } finally {
    await prober.stop()
  }
}
