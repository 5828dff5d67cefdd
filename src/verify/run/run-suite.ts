import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import type { UndoEffects } from '../world.ts'
import { newRound, type Round, type Undo, type WorldBase, worldOf } from './check-world.ts'
import { type Recorder, runSuiteCheck, skippedVerdict, unmeasuredVerdict } from './run-check.ts'

export type { WorldBase } from './check-world.ts'

export type RunOptions = {
  deadlineMs: number
  isDisruptionAllowed: boolean
  recorder: Recorder
}

/**
 * Runs checks: those that disturb nothing at once (they take turns where they would disturb each other's count of
 * visits), those that disturb afterwards, alone and in their order, each undone before the next begins.
 *
 * @returns one verdict for each check, in the checks' order
 * @throws `cancelled`, after what was disturbed has been undone
 */
export async function runSuite(
  checks: readonly SuiteCheck[],
  base: WorldBase,
  fx: Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>,
  options: RunOptions
): Promise<Verdict[]> {
  const { recorder, deadlineMs, isDisruptionAllowed } = options
  const late = AbortSignal.timeout(Math.max(1, deadlineMs))
  const inTime = AbortSignal.any([fx.signal, late])
  const verdicts = new Map<SuiteCheck, Verdict>()
  const run = async (check: SuiteCheck, round: Round, undos: Undo[]): Promise<void> => {
    const verdict =
      late.aborted && !fx.signal.aborted
        ? unmeasuredVerdict(check, lateWords(deadlineMs), recorder)
        : await runSuiteCheck(
            check,
            (signal, watch) => worldOf(check, base, round, { signal, watch }, undos, recorder.redactor),
            inTime,
            recorder
          ).catch((error: unknown) => {
            if (fx.signal.aborted || !late.aborted) throw error
            return unmeasuredVerdict(check, lateWords(deadlineMs), recorder)
          })
    verdicts.set(check, verdict)
  }

  const calm = checks.filter(check => !check.kind.isDisturbing)
  await fx.log.step(`Run ${calm.length} checks`, async update => {
    const round = newRound(base, calm, inTime)
    const ended = await Promise.allSettled(
      calm.map(async check => {
        try {
          await run(check, round, [])
        } finally {
          if (check.kind.visits === 'counts') round.turns.countingEnded()
        }
        update(`${verdicts.size}/${calm.length}`)
      })
    )
    for (const [check, verdict] of verdicts) {
      const sharedWith = round.shares.sharersWith(check.id)
      if (sharedWith.length > 0) verdicts.set(check, { ...verdict, sharedWith })
    }
    const failed = ended.find(end => end.status === 'rejected')
    if (failed) throw failed.reason
  })

  let stuck: string | undefined
  for (const check of checks.filter(each => each.kind.isDisturbing)) {
    if (!isDisruptionAllowed || stuck) {
      verdicts.set(check, stuck ? unmeasuredVerdict(check, stuck, recorder) : forbidden(check, recorder))
      continue
    }
    const undos: Undo[] = []
    try {
      await fx.log.step(`Check ${check.id}`, () => run(check, newRound(base, [], inTime), undos))
    } finally {
      const fault = await undoAll(undos, forCleanup(fx, UNDO_MS))
      if (fault !== undefined) {
        stuck = `${check.id} left the swarm changed: ${fault}`
        fx.log.warn(stuck)
      }
    }
    const verdict = verdicts.get(check)
    if (stuck && verdict?.status === 'pass') verdicts.set(check, unmeasuredVerdict(check, stuck, recorder))
  }
  return checks.flatMap(check => verdicts.get(check) ?? [])
}

/** A node that was lost begins again, and what it lost comes back, before the service is put back. */
const UNDO_MS = 300_000

const lateWords = (deadlineMs: number): string => `all checks together had ${deadlineMs / 1000} s`

function forbidden(check: SuiteCheck, recorder: Recorder): Verdict {
  return skippedVerdict(
    check,
    'not run: it disturbs the swarm',
    'allow it with --allow-disruption, or allow-disruption: true',
    recorder
  )
}

/** @returns what could not be undone, in words */
async function undoAll(undos: readonly Undo[], fx: UndoEffects): Promise<string | undefined> {
  const faults: string[] = []
  for (const { title, run } of undos.toReversed())
    await fx.log
      .step(title, () => run(fx))
      .catch((error: unknown) => void faults.push(`${title}: ${explain(error)}`))
  return faults.length > 0 ? faults.join('; ') : undefined
}
