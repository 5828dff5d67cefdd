import { SwarmlineError } from '../../errors.ts'
import { createStopwatchGroup, type Pausable } from './stopwatch.ts'

/** Who asks for a measurement that others may ask for as well. */
export type Sharer = { id: string; signal: AbortSignal; watch: Pausable }
type Measure<T> = (shared: Omit<Sharer, 'id'>) => Promise<T>

export type Shares = {
  /**
   * The one measurement of a key. It is given up only when everybody who asked for it has given up.
   *
   * @throws what `measure` throws; `cancelled` when the sharer's signal aborts
   */
  ask<T>(key: string, sharer: Sharer, measure: Measure<T>): Promise<T>
  /** The other checks that had a measurement together with this one. */
  sharersWith(id: string): string[]
}

/** @param signal ends all measurements */
export function createShares(signal: AbortSignal): Shares {
  const entries = new Map<string, ReturnType<typeof begin>>()
  const sharers: Set<string>[] = []

  function begin(measure: Measure<unknown>) {
    const stop = new AbortController()
    const group = createStopwatchGroup()
    const ids = new Set<string>()
    sharers.push(ids)
    const measured = measure({ signal: AbortSignal.any([signal, stop.signal]), watch: group })
    // Whoever asked may be gone before it ends.
    measured.catch(() => undefined).finally(() => group.end())
    return { measured, group, ids, stop, asking: 0 }
  }
  return {
    async ask<T>(key: string, { id, signal: ownSignal, watch }: Sharer, measure: Measure<T>): Promise<T> {
      if (ownSignal.aborted) throw new SwarmlineError('cancelled', 'cancelled')
      const entry = entries.get(key) ?? begin(measure)
      entries.set(key, entry)
      entry.ids.add(id)
      entry.asking++
      const leave = entry.group.join(watch)
      let onAbort: (() => void) | undefined
      const aborted = new Promise<never>((_, reject) => {
        onAbort = () => reject(new SwarmlineError('cancelled', 'cancelled'))
        ownSignal.addEventListener('abort', onAbort)
      })
      try {
        return (await Promise.race([entry.measured, aborted])) as T
      } finally {
        if (onAbort) ownSignal.removeEventListener('abort', onAbort)
        leave()
        if (--entry.asking === 0 && ownSignal.aborted) {
          if (entries.get(key) === entry) entries.delete(key)
          entry.stop.abort()
        }
      }
    },
    sharersWith: id => {
      const all = sharers.filter(ids => ids.has(id)).flatMap(ids => [...ids])
      return [...new Set(all)].filter(each => each !== id)
    }
  }
}
