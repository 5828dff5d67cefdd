import type { Effects } from '../effects/effects.ts'
import type { VerifyResult } from '../verify/verdict.ts'
import { verifyStack } from '../verify/verify-stack.ts'
import type { Home, VerifyRequest } from './requests.ts'
import { type OpenSwarm, openSwarm } from './swarm.ts'

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
  try {
    const doors = await openDoors(swarm, request.publishedPort)
    const { stack, service, requestsPerNode, minShare, redisService } = request
    const redis = redisService && {
      service: redisService,
      port: REDIS_PORT,
      clients: [service, redisService],
      passwordFile: PASSWORD_FILE
    }
    return await verifyStack(
      {
        stack,
        service,
        requestsPerNode,
        minShare,
        hasMesh: swarm.hasMesh,
        redis: redis || undefined,
        pinned: redisService ? { service: redisService, label: 'data', value: 'persistent' } : undefined
      },
      doors,
      fx
    )
  } finally {
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
