import type { Effects } from '../effects/effects.ts'
import { parseEdgeRule } from '../verify/checks/isolation-edges.rules.ts'
import { openVigil, type Vigil } from '../verify/run/vigil.ts'
import type { VerifyResult } from '../verify/verdict.ts'
import { verifyWatched } from '../verify/verify-watched.ts'
import type { Home, VerifyRequest } from './requests.ts'
import { type OpenSwarm, openSwarm } from './swarm.ts'
import { openWorld } from './verify-world.ts'

/** Where the stack's services find the password, by the names that the stack file gives them. */
const PASSWORD_FILE = '/run/secrets/db_password'
const REDIS_PORT = 6379

/**
 * Measures what the stack really does and judges it, by suites or by the fixed verification of the workload. A
 * verdict that is not a pass is a result, not an error.
 *
 * @throws `input` for suites that are not right, before anything is measured; what `openSwarm` throws; `port-taken` when a published port cannot be made to answer here
 */
export async function verify(request: VerifyRequest, home: Home, fx: Effects): Promise<VerifyResult> {
  if (request.suite) {
    const { verifyBySuite } = await import('./verify-suite.ts')
    return verifyBySuite(request, request.suite, home, fx)
  }
  const swarm = await openSwarm(request.target, home, fx)
  let vigil: Vigil | undefined
  try {
    const doors = await openDoors(swarm, request.publishedPort)
    const { stack, service, requestsPerNode, minShare, redisService } = request
    const redis = redisService && {
      service: redisService,
      port: REDIS_PORT,
      clients: [service, redisService],
      passwordFile: PASSWORD_FILE
    }
    vigil = await openVigil(await openWorld(swarm, stack, fx), fx)
    return await verifyWatched(
      {
        stack,
        service,
        requestsPerNode,
        minShare,
        hasMesh: swarm.hasMesh,
        redis: redis || undefined,
        isolation: request.isolation && {
          rules: {
            must: request.isolation.must.map(parseEdgeRule),
            mustNot: request.isolation.mustNot.map(parseEdgeRule)
          },
          nodes: swarm.nodes.map(({ client, ...node }) => ({ ...node, engine: client }))
        },
        pinned: redisService ? { service: redisService, label: 'data', value: 'persistent' } : undefined
      },
      doors,
      vigil,
      fx
    )
  } finally {
    vigil?.close()
    await swarm.close()
  }
}

const openDoors = (swarm: OpenSwarm, port: number) =>
  Promise.all(
    swarm.nodes.map(async node => ({
      node,
      engine: node.client,
      endpoint: await swarm.openPort(node.address, port)
    }))
  )
