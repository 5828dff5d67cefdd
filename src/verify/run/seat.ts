import type { Lane, Lanes } from './lanes.ts'
import type { Pausable } from './stopwatch.ts'

/** What a check has of the lanes: its place, which it gives up while it waits for others. */
export type Seat = {
  /** Nested and parallel waits count; the place goes with the first of them. */
  leave(): void
  /** Comes back after as many as left; its watch stands still until there is a place. @throws `cancelled` */
  back(): Promise<void>
  /** For good. */
  end(): void
}

/** @param lane the place that is there already */
export function createSeat(
  lanes: Lanes,
  lane: Lane,
  { signal, watch }: { signal: AbortSignal; watch: Pausable }
): Seat {
  let held: Lane | undefined = lane
  let away = 0
  let isOver = false
  return {
    leave() {
      if (away++ > 0) return
      held?.leave()
      held = undefined
    },
    async back() {
      if (--away > 0 || isOver) return
      watch.pause()
      try {
        const found = await lanes.enter(signal, true)
        // Somebody may have left again, or ended, while this one waited.
        if (away > 0 || isOver || held) found.leave()
        else held = found
      } finally {
        watch.resume()
      }
    },
    end() {
      isOver = true
      held?.leave()
      held = undefined
    }
  }
}
