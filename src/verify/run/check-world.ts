import { SwarmlineError } from '../../errors.ts'
import type { Redactor } from '../../plain/redact.ts'
import type { AnyKind } from '../kind.ts'
import { createReads } from '../looking/reads.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { UndoEffects, World } from '../world.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { createSeat, type Seat } from './seat.ts'
import { createShares, type Sharer, type Shares } from './shares.ts'
import { createTurns, type Turn, type Turns } from './turns.ts'

/** The world without what lasts only as long as a check or a round of checks. */
export type WorldBase = Omit<
  World,
  'reads' | 'share' | 'turns' | 'unsettled' | 'signal' | 'undo' | 'readFile' | 'secrets'
> & {
  /** Reads a file for a suite that stands in `folder`. */
  readFileFrom(folder: string, path: string): Promise<Buffer>
}

/** What checks that run at the same time have in common. */
export type Round = {
  reads: World['reads']
  shares: Shares
  turns: Turns
  lanes: Lanes
  unsettled: World['unsettled']
}

export type Undo = { title: string; run: (fx: UndoEffects) => Promise<void> }

/** How many checks may be at work at the same time; without it, all of them. */
export type Bound = { limit: () => number; mayLend: () => boolean }
const UNBOUND: Bound = { limit: () => Number.POSITIVE_INFINITY, mayLend: () => false }

/** A round of these checks. */
export function newRound(
  base: WorldBase,
  checks: readonly SuiteCheck[],
  signal: AbortSignal,
  bound: Bound = UNBOUND
): Round {
  let unsettled = 0
  return {
    lanes: createLanes(bound.limit, bound.mayLend),
    reads: createReads(base.manager, base.stack, signal),
    shares: createShares(signal),
    turns: createTurns(checks.filter(check => check.kind.visits === 'counts').length),
    unsettled: {
      count: () => unsettled,
      add: requests => {
        unsettled += requests
      }
    }
  }
}

/**
 * The world of one check. What it says that it does not do is refused.
 *
 * @param own the check's place among those that are at work; it is given up while it waits for others
 */
export function worldOf(
  check: SuiteCheck,
  base: WorldBase,
  round: Round,
  asker: Omit<Sharer, 'id'>,
  undos: Undo[],
  redactor: Redactor,
  own: Seat
): World {
  const { readFileFrom, ...kept } = base
  const { kind } = check
  const worldFor = (sharer: Sharer, seat: Seat): World => ({
    ...kept,
    reads: round.reads,
    signal: sharer.signal,
    secrets: { register: secret => redactor.register(secret) },
    readFile: path => readFileFrom(check.folder, path),
    share: (key, measure) =>
      outside(seat, () =>
        round.shares.ask(key, sharer, shared =>
          seated(round.lanes, shared, place => measure(worldFor({ id: check.id, ...shared }, place)))
        )
      ),
    turns: {
      alone: work => turn({ kind: 'alone' }, work, sharer, seat),
      still: (service, work) => turn({ kind: 'still', service }, work, sharer, seat),
      visit: work => turn({ kind: 'visit' }, work, sharer, seat)
    },
    unsettled: round.unsettled,
    undo: (title, run) => {
      if (!kind.isDisturbing) throw contradiction(kind, 'has something to undo', 'disturbs nothing')
      undos.push({ title, run })
    }
  })
  const turn = <T>(asked: Turn, work: () => Promise<T>, sharer: Sharer, seat: Seat): Promise<T> => {
    if (kind.visits === 'none') throw contradiction(kind, 'visits', 'makes no visits')
    if (kind.visits === 'makes' && asked.kind !== 'visit')
      throw contradiction(kind, 'counts', 'counts nothing')
    const take = (seated: () => Promise<T>) => round.turns.take(asked, seated, sharer)
    // Who stands still does nothing that others would have to wait for.
    if (asked.kind === 'still') return outside(seat, () => take(work))
    seat.leave()
    let isBack = false
    return take(async () => {
      isBack = true
      await seat.back()
      return work()
    }).catch(async (error: unknown) => {
      if (!isBack) await seat.back()
      throw error
    })
  }
  return worldFor({ id: check.id, ...asker }, own)
}

/** Waits without a place among those that are at work. */
async function outside<T>(seat: Seat, wait: () => Promise<T>): Promise<T> {
  seat.leave()
  try {
    return await wait()
  } finally {
    await seat.back()
  }
}

/** Works with a place of its own. */
async function seated<T>(
  lanes: Lanes,
  asker: Omit<Sharer, 'id'>,
  work: (seat: Seat) => Promise<T>
): Promise<T> {
  asker.watch.pause()
  const lane = await lanes.enter(asker.signal, true).finally(() => asker.watch.resume())
  const seat = createSeat(lanes, lane, asker)
  try {
    return await work(seat)
  } finally {
    seat.end()
  }
}

function contradiction({ name }: AnyKind, does: string, says: string): SwarmlineError {
  return new SwarmlineError('internal', `${name} ${does}, but says that it ${says}`)
}
