import * as z from 'zod'
import type { ApiService } from '../../../docker/types.ts'
import { changeService, forced } from '../../disturb/change-service.ts'
import { beforeDisturbing } from '../../disturb/put-back.ts'
import { amongVisitors, visitorFields } from '../../disturb/visitors.ts'
import { watchService } from '../../disturb/watch-service.ts'
import { isUpdating, runningOf } from '../../disturb/whole.rules.ts'
import { defineKind } from '../../kind.ts'
import { duration } from '../../suite/duration.ts'
import { serviceName } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import {
  judgeRollingUpdate,
  type RollingUpdateEvidence,
  rollingUpdateExpected,
  type UpdateRules
} from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  parallelism: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('The most tasks that may be replaced at once, 0 for all; without it, what update_config says.'),
  delay: duration()
    .optional()
    .describe('The least time from one replacement to the next; without it, what update_config says.'),
  order: z
    .enum(['start-first', 'stop-first'])
    .optional()
    .describe(
      'Whether the new task runs before the old one is stopped; without it, what update_config says.'
    ),
  within: duration().prefault('120s').describe('For the whole update, its last monitoring included.'),
  ...visitorFields({ default: 0, says: 'The most requests that may fail.' })
})

export const rollingUpdate = defineKind({
  name: 'rolling-update',
  explanation:
    'Forces an update that replaces every task of a service by the same one, and watches it: it must complete, with no ' +
    'more tasks at once, no shorter pauses and in no other order than asked for, and, where a port is said, with no ' +
    'more failed requests of visitors than may be. Not run on a service of which a part does not run.',
  example: `- kind: rolling-update
  service: backend
  parallelism: 1
  order: start-first
  port: 80
  lost: 0`,
  isDisturbing: true,
  disturbs: () => 'service',
  visits: 'makes',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: rollingUpdateExpected,
  place: ({ service }) => ['services', service, 'deploy', 'update_config'],
  gather: (asked, world) => gather(asked, world),
  judge: judgeRollingUpdate
})

async function gather(asked: z.output<typeof params>, world: World): Promise<RollingUpdateEvidence> {
  const { service, within } = asked
  const look = await beforeDisturbing(service, world)
  if (look.kind !== 'ready') return look
  const old = new Set(look.tasks.map(task => task.ID))
  const running = new Set(look.tasks.filter(task => task.DesiredState === 'running').map(task => task.ID))
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service, forced, world, world.signal)
    return watchService(service, ({ service: now }) => hasEnded(now), within, world)
  })
  const { histories, last, tookMs } = done
  const status = last?.service.UpdateStatus
  return {
    kind: 'updated',
    own: rulesOf(look.service),
    state: status?.State ?? '',
    message: status?.Message ?? '',
    tookMs,
    ...(last ? runningOf(last) : { running: 0, wanted: running.size }),
    before: histories.filter(task => running.has(task.id)),
    made: histories.filter(task => !old.has(task.id)),
    requests
  }
}

/** The engine forgets the status of the update before as it takes a new one. */
const hasEnded = (service: ApiService): boolean =>
  Boolean(service.UpdateStatus?.State) && !isUpdating(service)

/** Docker's own words for what a service does not say: one at once, no pause, the old task first. */
function rulesOf({ Spec: { UpdateConfig } }: ApiService): UpdateRules {
  return {
    parallelism: UpdateConfig?.Parallelism ?? 1,
    delayMs: (UpdateConfig?.Delay ?? 0) / 1e6,
    order: UpdateConfig?.Order === 'start-first' ? 'start-first' : 'stop-first'
  }
}
