import { SwarmlineError } from '../../errors.ts'
import type { AnyKind } from '../kind.ts'
import { createReads } from '../reads.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { UndoEffects, World } from '../world.ts'
import type { Redactor } from './redact.rules.ts'
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
  unsettled: World['unsettled']
}

export type Undo = { title: string; run: (fx: UndoEffects) => Promise<void> }

/** A round of these checks. */
export function newRound(base: WorldBase, checks: readonly SuiteCheck[], signal: AbortSignal): Round {
  let unsettled = 0
  return {
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

/** The world of one check. What it says that it does not do is refused. */
export function worldOf(
  check: SuiteCheck,
  base: WorldBase,
  round: Round,
  asker: Omit<Sharer, 'id'>,
  undos: Undo[],
  redactor: Redactor
): World {
  const { readFileFrom, ...kept } = base
  const { kind } = check
  const worldFor = (sharer: Sharer): World => ({
    ...kept,
    reads: round.reads,
    signal: sharer.signal,
    secrets: { register: secret => redactor.register(secret) },
    readFile: path => readFileFrom(check.folder, path),
    share: (key, measure) =>
      round.shares.ask(key, sharer, shared => measure(worldFor({ id: check.id, ...shared }))),
    turns: {
      alone: work => turn({ kind: 'alone' }, work, sharer),
      still: (service, work) => turn({ kind: 'still', service }, work, sharer),
      visit: work => turn({ kind: 'visit' }, work, sharer)
    },
    unsettled: round.unsettled,
    undo: (title, run) => {
      if (!kind.isDisturbing) throw contradiction(kind, 'has something to undo', 'disturbs nothing')
      undos.push({ title, run })
    }
  })
  const turn = <T>(asked: Turn, work: () => Promise<T>, sharer: Sharer): Promise<T> => {
    if (kind.visits === 'none') throw contradiction(kind, 'visits', 'makes no visits')
    if (kind.visits === 'makes' && asked.kind !== 'visit')
      throw contradiction(kind, 'counts', 'counts nothing')
    return round.turns.take(asked, work, sharer)
  }
  return worldFor({ id: check.id, ...asker })
}

function contradiction({ name }: AnyKind, does: string, says: string): SwarmlineError {
  return new SwarmlineError('internal', `${name} ${does}, but says that it ${says}`)
}
