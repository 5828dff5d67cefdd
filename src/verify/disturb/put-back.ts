import type { ApiService } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import type { UndoEffects, World } from '../world.ts'
import { changeService, forced } from './change-service.ts'
import { lookAtService, type ServiceLook } from './look.ts'
import type { NotDisturbed } from './not-disturbed.rules.ts'
import { isGivenUp, isPaused, isSameTemplate, isUpdating, isWhole, runningOf } from './whole.rules.ts'

/** What comes by itself, a restart with its delay, has this long before it is helped. */
const PATIENCE_MS = 25_000
const DEADLINE_MS = 60_000

/**
 * A service that is to be disturbed: as it is now, and from now on put back after the check, whatever becomes of it.
 *
 * @returns why it may not be disturbed, when not all of it runs now
 * @throws `engine-lost`, `cancelled`
 */
export async function beforeDisturbing(
  service: string,
  world: World
): Promise<({ kind: 'ready' } & ServiceLook) | NotDisturbed> {
  const look = await lookAtService(service, world, world.signal)
  if (!look) return { kind: 'not-disturbed', isAbsent: true, why: `the swarm has no service ${service}` }
  if (!isWhole(look) || runningOf(look).running === 0)
    return {
      kind: 'not-disturbed',
      isAbsent: false,
      why: `not all of ${service} runs, or an update of it is under way: it was not disturbed`
    }
  world.undo(`Put ${service} back`, fx => putBack(service, look.service, world, fx))
  return { kind: 'ready', ...look }
}

/**
 * Gives the service its former spec when it has another one or its update stands still, and waits until all of it
 * runs. What does not come back by itself is made anew by a forced update.
 */
async function putBack(
  service: string,
  before: ApiService,
  world: Pick<World, 'stack' | 'manager'>,
  fx: UndoEffects
): Promise<void> {
  const whole = (deadlineMs: number, isEnough: (look: ServiceLook) => boolean) =>
    waitFor(
      `all of ${service} runs again`,
      async () => {
        const look = await lookAtService(service, world, fx.signal)
        if (!look) throw new SwarmlineError('input', `the swarm has no service ${service} any more`)
        return isEnough(look) || undefined
      },
      { clock: fx.clock, deadlineMs, signal: fx.signal }
    )
  const isOurs = ({ service: now }: ServiceLook) => !isSameTemplate(now.Spec, before.Spec)
  const isBack = await whole(
    PATIENCE_MS,
    look =>
      isWhole(look) ||
      isPaused(look.service) ||
      isGivenUp(look) ||
      (isOurs(look) && !isUpdating(look.service))
  ).catch((error: unknown) => {
    if (error instanceof SwarmlineError && error.code === 'timed-out') return undefined
    throw error
  })
  const now = await lookAtService(service, world, fx.signal)
  if (isBack && now && isWhole(now) && !isOurs(now)) return
  await changeService(
    service,
    spec => {
      const TaskTemplate = { ...before.Spec.TaskTemplate, ForceUpdate: spec.TaskTemplate.ForceUpdate ?? 0 }
      return forced({ ...before.Spec, TaskTemplate })
    },
    world,
    fx.signal
  )
  await whole(DEADLINE_MS, isWhole)
}
