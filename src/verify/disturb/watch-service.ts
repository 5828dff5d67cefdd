import type { World } from '../world.ts'
import { isAway } from './away.ts'
import { type TaskHistory, withLook } from './histories.rules.ts'
import { lookAtService, type ServiceLook } from './look.ts'

const EVERY_MS = 200

export type Watched = {
  histories: TaskHistory[]
  /** The last look; `undefined` when the service is gone. */
  last: ServiceLook | undefined
  hasEnded: boolean
  /** By our clock, until it ended or the watch gave up. */
  tookMs: number
}

type Seeing = (look: ServiceLook, histories: readonly TaskHistory[]) => boolean | Promise<boolean>

/**
 * Looks at a service again and again until `hasEnded` or `withinMs` have passed: not to have ended is a finding.
 *
 * @param mayBeAway managers that elect a leader are waited for, as long as there is time
 * @throws `engine-lost`, `cancelled`
 */
export async function watchService(
  service: string,
  hasEnded: Seeing,
  withinMs: number,
  world: World,
  mayBeAway = false
): Promise<Watched> {
  const startMs = world.clock.now()
  let histories: TaskHistory[] = []
  for (;;) {
    const isLate = () => world.clock.now() - startMs >= withinMs
    try {
      const last = await lookAtService(service, world, world.signal)
      if (last) histories = withLook(histories, last.tasks)
      const isOver = last !== undefined && (await hasEnded(last, histories))
      const tookMs = world.clock.now() - startMs
      if (!last || isOver || tookMs >= withinMs) return { histories, last, hasEnded: isOver, tookMs }
    } catch (error) {
      if (!mayBeAway || !isAway(error) || isLate()) throw error
    }
    await world.clock.sleep(EVERY_MS, world.signal)
  }
}
