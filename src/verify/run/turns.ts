import { SwarmlineError } from '../../errors.ts'
import type { Pausable } from './stopwatch.ts'

/**
 * What a check does at the stack's published ports. `alone`: it counts or measures what others' requests would change.
 * `still`: it waits for requests that must not come, to a service. `visit`: it sends some, and does not mind others.
 */
export type Turn = { kind: 'alone' } | { kind: 'still'; service: string } | { kind: 'visit' }

export type Turns = {
  /**
   * Waits for the turn, and carries out `work` in it. `watch` stands still meanwhile.
   *
   * @throws what `work` throws; `cancelled` when `signal` aborts before the turn has come
   */
  take<T>(turn: Turn, work: () => Promise<T>, waiting: { signal: AbortSignal; watch: Pausable }): Promise<T>
  /** One of the checks that count has ended. */
  countingEnded(): void
}

/** Who counts comes first, then who stands still, so that their pauses fall together; visits are last. */
const FIRST: readonly Turn['kind'][] = ['alone', 'still', 'visit']

/**
 * Orders the checks of a round that would disturb each other.
 *
 * @param counting how many checks of the round count visits: until all of them have ended, nobody else makes any
 */
export function createTurns(counting: number): Turns {
  const active = new Set<Turn>()
  const waiting = new Map<Turn, () => void>()
  let stillCounting = counting

  const mayBegin = (turn: Turn): boolean => {
    const others = [...active]
    if (turn.kind === 'alone') return others.length === 0
    if (turn.kind === 'visit') return stillCounting === 0 && others.every(other => other.kind === 'visit')
    return others.every(other => other.kind === 'still' && other.service !== turn.service)
  }
  const look = (): void => {
    for (const kind of FIRST) {
      for (const [turn, begin] of waiting)
        if (turn.kind === kind && mayBegin(turn)) {
          waiting.delete(turn)
          active.add(turn)
          begin()
        }
      // Who stands still lets those go first who count and wait for an end.
      if (kind === 'alone' && [...waiting.keys()].some(turn => turn.kind === 'alone')) return
    }
  }
  const turnOf = (turn: Turn, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => {
        // At once, lest the turn comes to nobody.
        waiting.delete(turn)
        reject(new SwarmlineError('cancelled', 'cancelled'))
        look()
      }
      if (signal.aborted) return giveUp()
      signal.addEventListener('abort', giveUp)
      waiting.set(turn, () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      })
      look()
    })
  return {
    async take(asked, work, { signal, watch }) {
      // One object for each turn, whoever else asks for the same.
      const turn = { ...asked }
      watch.pause()
      try {
        await turnOf(turn, signal)
      } finally {
        watch.resume()
      }
      try {
        return await work()
      } finally {
        active.delete(turn)
        look()
      }
    },
    countingEnded() {
      stillCounting--
      look()
    }
  }
}
