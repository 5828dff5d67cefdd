import * as z from 'zod'
import type { ApiServiceSpec } from '../../../docker/types.ts'
import { changeService } from '../../disturb/change-service.ts'
import { beforeDisturbing } from '../../disturb/put-back.ts'
import { amongVisitors, visitorFields } from '../../disturb/visitors.ts'
import { watchService } from '../../disturb/watch-service.ts'
import { isSameTemplate, isUpdating, runningOf } from '../../disturb/whole.rules.ts'
import { defineKind } from '../../kind.ts'
import { duration } from '../../suite/duration.ts'
import { serviceName } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { judgeRollback, type RollbackEvidence, rollbackExpected } from './judge.ts'

/** No image has it, and no registry is asked: the task ends as one whose image is broken. */
const NO_SUCH_PROGRAM = '/swarmline-tries-a-program-that-is-not-there'

const params = z.strictObject({
  service: serviceName(),
  image: z
    .string()
    .regex(/^[\w.:/@-]{1,300}$/, 'takes an image’s name')
    .optional()
    .describe(
      'A bad image. Without it, the running image with a program that it lacks, which needs no registry.'
    ),
  within: duration().prefault('180s').describe('Until the rollback has ended.'),
  ...visitorFields({ default: 0, says: 'The most requests that may fail.' })
})

export const rollback = defineKind({
  name: 'rollback',
  explanation:
    'Updates a service to something that cannot run, and waits for the swarm to roll it back by itself: its former ' +
    'settings must return and all tasks run, and, where a port is said, no more requests of visitors may fail than ' +
    'allowed. Fails without a trial when failure_action is not rollback.',
  example: `- kind: rollback
  service: backend
  within: 120s
  port: 80`,
  isDisturbing: true,
  disturbs: () => 'service',
  visits: 'makes',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: rollbackExpected,
  place: ({ service }) => ['services', service, 'deploy', 'update_config'],
  gather: (asked, world) => gather(asked, world),
  judge: judgeRollback
})

async function gather(asked: z.output<typeof params>, world: World): Promise<RollbackEvidence> {
  const { service, image, within } = asked
  const look = await beforeDisturbing(service, world)
  if (look.kind !== 'ready') return look
  const { Spec } = look.service
  const failureAction = Spec.UpdateConfig?.FailureAction ?? 'pause'
  if (failureAction !== 'rollback') return { kind: 'not-asked-for', failureAction }
  const old = new Set(look.tasks.map(task => task.ID))
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service, spec => broken(spec, image), world, world.signal)
    return watchService(
      service,
      now => {
        const { running, wanted } = runningOf(now)
        const state = now.service.UpdateStatus?.State
        const isSettled = state !== 'rollback_completed' || running >= wanted
        return Boolean(state) && !isUpdating(now.service) && isSettled
      },
      within,
      world
    )
  })
  const { histories, last, tookMs } = done
  const bad = histories.filter(task => !old.has(task.id) && task.hasFailed)
  return {
    kind: 'tried',
    state: last?.service.UpdateStatus?.State ?? '',
    message: last?.service.UpdateStatus?.Message ?? '',
    isFormer: last !== undefined && isSameTemplate(last.service.Spec, Spec),
    tookMs,
    ...(last ? runningOf(last) : { running: 0, wanted: runningOf(look).wanted }),
    badTasks: bad.length,
    error: bad.find(task => task.error)?.error ?? '',
    requests
  }
}

function broken(spec: ApiServiceSpec, image: string | undefined): ApiServiceSpec {
  const { TaskTemplate } = spec
  const { ContainerSpec } = TaskTemplate
  if (!ContainerSpec) return spec
  const bad = image === undefined ? { Command: [NO_SUCH_PROGRAM] } : { Image: image }
  return { ...spec, TaskTemplate: { ...TaskTemplate, ContainerSpec: { ...ContainerSpec, ...bad } } }
}
