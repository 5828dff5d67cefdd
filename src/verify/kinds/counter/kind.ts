import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { readVisits } from '../../round/measurement.ts'
import { doorsOf, measureRound } from '../../round/round.ts'
import { duration } from '../../suite/duration.ts'
import { port, serviceName } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { type CounterEvidence, counterExpected, judgeCounter } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  port: port().default(80).describe('Published port.'),
  requests: z.number().int().min(1).max(100_000).default(100).describe('Fresh connections to each node.'),
  idle: duration().prefault('0s').describe('After them, a pause in which the counter must stand still.')
})

export const counter = defineKind({
  name: 'counter',
  explanation:
    'Visits a service K times through all nodes and reads its counter (`Number of visits: <n>`) from every answer: ' +
    'K visits must raise it by exactly K, no number may come twice, and without visits it must stand still. Fails for ' +
    'counters of one replica each, for lost updates, and for health checks that count. Nothing else of the run visits ' +
    'meanwhile; checks of the same service, port and number of requests share one round, and of the same pause one pause.',
  example: `- kind: counter
  service: backend
  requests: 100
  idle: 10s`,
  isDisturbing: false,
  visits: 'counts',
  deadlineMs: ({ requests, idle }) => 60_000 + requests * 100 + idle,
  params,
  expected: counterExpected,
  place: ({ service }) => ['services', service],
  gather: async (asked, world): Promise<CounterEvidence> => {
    const round = await measureRound(asked, world)
    return { round, idle: asked.idle > 0 ? await measureIdle(asked, world) : undefined }
  },
  judge: judgeCounter
})

/** One pause for all counters of a service that ask for the same. */
function measureIdle(asked: z.output<typeof params>, world: World): Promise<CounterEvidence['idle']> {
  const { service, port: published, idle } = asked
  return world.share(`idle ${service} ${published} ${idle}`, shared =>
    shared.turns.still(service, () => leaveAlone(asked, shared))
  )
}

async function leaveAlone(asked: z.output<typeof params>, world: World): Promise<CounterEvidence['idle']> {
  const hosts = new Set((await world.reads.runningTasks(asked.service)).map(task => task.NodeID))
  const doors = (await doorsOf(asked.port, world)).filter(door => world.hasMesh || hosts.has(door.node.id))
  const unsettled = world.unsettled.count()
  const before = await readVisits(doors, world.signal)
  await world.clock.sleep(asked.idle, world.signal)
  return { unsettled, before, after: await readVisits(doors, world.signal) }
}
