import type { Effects } from '../../effects/effects.ts'
import { UNMEASURED } from '../../plain/pace.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import { newRound, type Round, type Undo, type WorldBase, worldOf } from './check-world.ts'
import { doubted } from './doubt.rules.ts'
import type { Lane } from './lanes.ts'
import { type Recorder, runSuiteCheck, unmeasuredVerdict } from './run-check.ts'
import { createSeat, type Seat } from './seat.ts'
import { concerning, type Settlement, settle } from './settle.rules.ts'
import type { Vigil } from './vigil.ts'

/** A verdict, and when it was measured: milliseconds since the epoch. */
export type Measured = { verdict: Verdict; fromMs: number; toMs: number }

/** Runs the checks of a suite one by one; whoever uses it says when. */
export type Runner = {
  round(checks: readonly SuiteCheck[]): Round
  /** Waits for a lane of the round, and measures. @throws `cancelled` */
  run(check: SuiteCheck, round: Round, undos: Undo[]): Promise<Measured>
  /** What to do with a verdict, by what happened to the swarm; the swarm is to be looked at before. */
  settlement(check: SuiteCheck, measured: Measured, isLast: boolean): Settlement
  /** A verdict that says nothing after all. */
  doubt(verdict: Verdict, why: string): Verdict
  vigil: Vigil | undefined
}

/** The time of all checks together begins now. */
export function createRunner(
  base: WorldBase,
  fx: Pick<Effects, 'clock' | 'signal'>,
  { deadlineMs, recorder, vigil }: { deadlineMs: number; recorder: Recorder; vigil?: Vigil }
): Runner {
  const late = AbortSignal.timeout(Math.max(1, deadlineMs))
  const inTime = AbortSignal.any([fx.signal, late])
  const pace = () => vigil?.pace() ?? UNMEASURED
  const paced = vigil ? { ...base, pace } : base
  const bound = vigil && { limit: () => pace().atOnce, mayLend: () => !vigil.isOverloaded() }

  const measure = async (check: SuiteCheck, round: Round, undos: Undo[], lane: Lane): Promise<Verdict> => {
    let seat: Seat | undefined
    try {
      return await runSuiteCheck(
        check,
        (signal, watch) => {
          seat = createSeat(round.lanes, lane, { signal, watch })
          return worldOf(check, paced, round, { signal, watch }, undos, recorder.redactor, seat)
        },
        inTime,
        recorder,
        pace().patience
      )
    } finally {
      if (seat) seat.end()
      else lane.leave()
    }
  }
  return {
    vigil,
    round(checks) {
      const round = newRound(base, checks, inTime, bound)
      vigil?.onPace(() => round.lanes.look())
      return round
    },
    async run(check, round, undos) {
      let fromMs = fx.clock.now()
      try {
        const lane = await round.lanes.enter(inTime, false)
        fromMs = fx.clock.now()
        const verdict = await measure(check, round, undos, lane)
        return { verdict, fromMs, toMs: fx.clock.now() }
      } catch (error) {
        if (fx.signal.aborted || !late.aborted) throw error
        const why = `all checks together had ${deadlineMs / 1000} s`
        return { verdict: unmeasuredVerdict(check, why, recorder), fromMs, toMs: fx.clock.now() }
      }
    },
    settlement(check, { verdict, fromMs, toMs }, isLast) {
      const meanwhile = vigil?.during(fromMs, toMs)
      if (!meanwhile) return { kind: 'keep' }
      const { service } = check.params
      const own = typeof service === 'string' ? vigil?.serviceId(service) : undefined
      const changes = concerning(meanwhile.changes, check.kind, check.params, own)
      const isVisiting = check.kind.visits !== 'none' && !check.kind.isDisturbing
      return settle(verdict.status, { ...meanwhile, changes, isVisiting }, isLast)
    },
    doubt: (verdict, why) => doubted(verdict, recorder.redactor.redact(why))
  }
}
