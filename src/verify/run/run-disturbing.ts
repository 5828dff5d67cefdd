import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import type { UndoEffects } from '../world.ts'
import type { Undo } from './check-world.ts'
import type { Measured, Runner } from './one-check.ts'
import { type Recorder, skippedVerdict, unmeasuredVerdict } from './run-check.ts'
import type { Settlement } from './settle.rules.ts'

type Fx = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>
type Options = { isDisruptionAllowed: boolean; recorder: Recorder }

/**
 * Runs checks that disturb the swarm, alone and in their order, each undone before the next begins. What cannot be
 * undone keeps all after it from running.
 *
 * @throws `cancelled`, after what was disturbed has been undone
 */
export async function runDisturbing(
  checks: readonly SuiteCheck[],
  runner: Runner,
  fx: Fx,
  { isDisruptionAllowed, recorder }: Options
): Promise<Map<SuiteCheck, Verdict>> {
  const verdicts = new Map<SuiteCheck, Verdict>()
  let stuck: string | undefined
  for (const check of checks) {
    if (!isDisruptionAllowed || stuck) {
      verdicts.set(check, stuck ? unmeasuredVerdict(check, stuck, recorder) : forbidden(check, recorder))
      continue
    }
    const { verdict, fault } = await disturb(check, runner, fx)
    stuck = fault
    const isSpoilt = stuck !== undefined && verdict.status === 'pass'
    verdicts.set(check, isSpoilt && stuck ? unmeasuredVerdict(check, stuck, recorder) : verdict)
  }
  return verdicts
}

/** @returns the verdict that stands, and what could not be undone */
async function disturb(
  check: SuiteCheck,
  runner: Runner,
  fx: Fx
): Promise<{ verdict: Verdict; fault: string | undefined }> {
  const once = async (): Promise<{ measured: Measured; fault: string | undefined }> => {
    // What the check before it did, and what was undone, is not to be found in this one's time.
    await runner.vigil?.look()
    const undos: Undo[] = []
    let measured: Measured
    let fault: string | undefined
    try {
      measured = await fx.log.step(`Check ${check.id}`, () => runner.run(check, runner.round([]), undos))
      await runner.vigil?.look()
    } finally {
      const undone = await undoAll(undos, forCleanup(fx, UNDO_MS))
      if (undone !== undefined) {
        fault = `${check.id} left the swarm changed: ${undone}`
        fx.log.warn(fault)
      }
    }
    return { measured, fault }
  }
  const first = await once()
  // Not on a swarm that is left changed.
  const isStuck = first.fault !== undefined
  const settlement = runner.settlement(check, first.measured, isStuck)
  if (settlement.kind !== 'again') return standing(first, settlement)
  await runner.vigil?.rest()
  const second = await once()
  return standing(second, runner.settlement(check, second.measured, true))

  function standing(
    { measured: { verdict }, fault }: Awaited<ReturnType<typeof once>>,
    last: Settlement
  ): { verdict: Verdict; fault: string | undefined } {
    return { verdict: last.kind === 'inconclusive' ? runner.doubt(verdict, last.why) : verdict, fault }
  }
}

/** A node that was lost begins again, and what it lost comes back, before the service is put back. */
const UNDO_MS = 300_000

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
