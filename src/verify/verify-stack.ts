import { SwarmlineError } from '../errors.ts'
import { type Check, runCheck } from './check.ts'
import { counter } from './checks/counter.ts'
import type { IsolationMatrix } from './checks/isolation-matrix.rules.ts'
import { isolationOf } from './checks/isolation-of.ts'
import { nodes } from './checks/nodes.ts'
import { redisAuth } from './checks/redis-auth.ts'
import { routingMesh, routingMeshSkipped } from './checks/routing-mesh.ts'
import { spread } from './checks/spread.ts'
import { worst } from './judgement.rules.ts'
import { type Measurement, measureService } from './measurement.ts'
import type { NodeDoor, VerifyEffects, VerifyPlan } from './plan.ts'
import type { Verdict, VerifyResult } from './verdict.ts'

/**
 * Measures what the stack really does, and judges it. The checks run at once; one that cannot be carried out is
 * `inconclusive` and takes no other with it.
 *
 * @param doors every node of the swarm
 * @throws `input` when there is no manager among the nodes; `cancelled`; nothing else
 */
export async function verifyStack(
  plan: VerifyPlan,
  doors: readonly NodeDoor[],
  fx: VerifyEffects
): Promise<VerifyResult> {
  const manager = doors.find(door => door.node.role === 'manager')
  if (!manager)
    throw new SwarmlineError('input', 'none of the nodes is a manager', {
      hint: 'only a manager knows the stack: give verify all nodes of the swarm'
    })

  const start = fx.clock.now()
  // One round of requests serves three checks: a second round would disturb the first one's count.
  let measurement: Promise<Measurement> | undefined
  const measure = () => {
    measurement ??= measureService(plan, doors, manager, fx)
    return measurement
  }
  // A program that starts in a container while the requests go on is slow itself, and makes them slow.
  const afterTraffic = <E>(check: Check<E>): Check<E> => ({
    ...check,
    gather: async () => {
      await measure().catch(() => undefined)
      return check.gather()
    }
  })
  const isolation: IsolationMatrix[] = []
  const afterMeasuring = plan.redis
    ? [run(afterTraffic(redisAuth(plan.stack, plan.redis, doors, manager, fx)))]
    : []
  // Last and alone: it starts a container beside every service's task.
  const asked = plan.isolation && { ...plan, ...plan.isolation }
  const apart = asked
    ? [
        Promise.allSettled([...afterMeasuring, measure()]).then(() =>
          run(isolationOf(asked, manager, matrix => isolation.push(matrix), fx))
        )
      ]
    : []
  const verdicts = await Promise.all<Verdict>([
    run(nodes(plan, doors, manager)),
    plan.hasMesh ? run(routingMesh(measure)) : run(routingMeshSkipped()),
    run(spread(measure, plan.minShare)),
    run(counter(measure)),
    ...afterMeasuring,
    ...apart
  ])

  return {
    verdicts,
    nodes: (await measure().catch(() => undefined))?.nodes.map(node => node.answers) ?? [],
    ...(isolation.length > 0 ? { isolation } : {}),
    status: worst(verdicts.map(verdict => verdict.status)),
    durationMs: fx.clock.now() - start
  }

  function run<E>(check: Check<E>): Promise<Verdict> {
    return runCheck(check, fx)
  }
}
