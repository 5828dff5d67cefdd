import { EngineAnswerError } from '../../docker/client.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Check } from '../check.ts'
import { runInContainer } from '../exec.ts'
import type { NodeDoor, RedisPlan, VerifyEffects } from '../plan.ts'
import { REDIS_PROBES } from '../redis-probes.ts'
import { readReplicas } from '../replicas.ts'
import {
  judgeRedisAuth,
  REDIS_AUTH_EXPECTED,
  type RedisAuthEvidence,
  readRedisProbe
} from './redis-auth.rules.ts'

/** A client inside the swarm, on the networks that the stack gave it, tries without the password and with it. */
export function redisAuth(
  stack: string,
  redis: RedisPlan,
  doors: readonly NodeDoor[],
  manager: NodeDoor,
  fx: VerifyEffects
): Check<RedisAuthEvidence> {
  return {
    kind: 'redis-auth',
    title: 'Redis wants its password',
    expected: REDIS_AUTH_EXPECTED,
    gather: () => askRedis(stack, redis, doors, manager, fx),
    judge: judgeRedisAuth
  }
}

/** Asks from the first client that can; one that lacks the password's file is kept only for want of a better. */
async function askRedis(
  stack: string,
  redis: RedisPlan,
  doors: readonly NodeDoor[],
  manager: NodeDoor,
  fx: VerifyEffects
): Promise<RedisAuthEvidence> {
  let secondBest: RedisAuthEvidence | undefined
  for (const client of redis.clients) {
    const { running } = await readReplicas(manager.engine, `${stack}_${client}`, doors)
    const replica = running.find(({ nodeId }) => doors.some(door => door.node.id === nodeId))
    const door = doors.find(({ node }) => node.id === replica?.nodeId)
    if (!replica || !door) continue
    const heard = await askFrom(client, replica.containerId, door, redis, fx)
    if (heard && heard.holder !== 'no-password') return heard
    secondBest ??= heard
  }
  if (secondBest) return secondBest
  throw new SwarmlineError('not-found', `no container of ${redis.clients.join(', ')} can speak to Redis`, {
    hint: 'one of them must run and have php or redis-cli'
  })
}

async function askFrom(
  client: string,
  containerId: string,
  door: NodeDoor,
  redis: RedisPlan,
  fx: VerifyEffects
): Promise<RedisAuthEvidence | undefined> {
  for (const probe of REDIS_PROBES) {
    const argv = probe.argv(redis.service, redis.port, redis.passwordFile)
    try {
      const { stdout } = await runInContainer(door.engine, containerId, { argv }, fx)
      const heard = readRedisProbe(client, stdout)
      if (heard) return heard
    } catch (error) {
      // Newer engines answer 400 when the program is not in the image, older ones say so in its output.
      if (!(error instanceof EngineAnswerError) || error.status >= 500) throw error
    }
  }
  return undefined
}
