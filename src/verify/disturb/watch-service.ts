import type { World } from '../world.ts'
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

/**
 * Looks at a service again and again until `hasEnded` or `withinMs` have passed: not to have ended is a finding.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function watchService(
  service: string,
  hasEnded: (look: ServiceLook, histories: readonly TaskHistory[]) => boolean,
  withinMs: number,
  world: World
): Promise<Watched> {
  const startMs = world.clock.now()
  let histories: TaskHistory[] = []
  for (;;) {
    const last = await lookAtService(service, world, world.signal)
    const tookMs = world.clock.now() - startMs
    if (!last) return { histories, last, hasEnded: false, tookMs }
    histories = withLook(histories, last.tasks)
    if (hasEnded(last, histories)) return { histories, last, hasEnded: true, tookMs }
    if (tookMs >= withinMs) return { histories, last, hasEnded: false, tookMs }
    await world.clock.sleep(EVERY_MS, world.signal)
  }
}
