import { SwarmlineError } from '../../errors.ts'

/** A place among those that are worked at; given up once. */
export type Lane = { leave(): void }

export type Lanes = {
  /**
   * Waits for a place. Who has begun and goes on comes before who has yet to begin.
   *
   * @throws `cancelled` when the signal aborts first
   */
  enter(signal: AbortSignal, isGoingOn: boolean): Promise<Lane>
  /** To be called when the limit may have changed. */
  look(): void
}

/** Who has not moved for so long is likely to wait for an answer that does not come. */
const OVERDUE_MS = 15_000

/**
 * Bounds how much is worked at the same time.
 *
 * @param limit how many may be at work now; at least one may
 * @param mayLend whether others may have the place of somebody who is overdue: as long as that harms nothing
 */
export function createLanes(limit: () => number, mayLend: () => boolean): Lanes {
  const holders = new Set<{ isOverdue: boolean }>()
  const waiting = new Map<() => void, boolean>()

  const isRoom = (): boolean => {
    const isLending = mayLend()
    const busy = [...holders].filter(holder => !(isLending && holder.isOverdue)).length
    return busy < Math.max(1, limit())
  }
  const look = (): void => {
    for (const isFirst of [true, false])
      for (const [begin, isGoingOn] of waiting) {
        if (isGoingOn !== isFirst) continue
        if (!isRoom()) return
        waiting.delete(begin)
        begin()
      }
  }
  const take = (): Lane => {
    const holder = { isOverdue: false }
    holders.add(holder)
    const timer = setTimeout(() => {
      holder.isOverdue = true
      look()
    }, OVERDUE_MS)
    timer.unref()
    return {
      leave() {
        clearTimeout(timer)
        if (holders.delete(holder)) look()
      }
    }
  }
  return {
    enter: (signal, isGoingOn) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => {
          waiting.delete(begin)
          reject(new SwarmlineError('cancelled', 'cancelled'))
        }
        const begin = (): void => {
          signal.removeEventListener('abort', giveUp)
          resolve(take())
        }
        if (signal.aborted) return giveUp()
        signal.addEventListener('abort', giveUp)
        waiting.set(begin, isGoingOn)
        look()
      }),
    look
  }
}
