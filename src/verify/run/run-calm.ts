import type { Effects } from '../../effects/effects.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import type { Measured, Runner } from './one-check.ts'

/**
 * Runs checks that disturb nothing, as many at once as the pace allows, and measures once more, alone, what failed on
 * an overloaded swarm.
 *
 * @throws `cancelled`
 */
export async function runCalm(
  checks: readonly SuiteCheck[],
  runner: Runner,
  fx: Pick<Effects, 'log'>
): Promise<Map<SuiteCheck, Verdict>> {
  const measured = await fx.log.step(`Run ${checks.length} checks`, update =>
    runTogether(checks, runner, done => update(`${done}/${checks.length}`))
  )
  // What happened since the last look may be why the last checks failed.
  await runner.vigil?.look()
  const verdicts = new Map<SuiteCheck, Verdict>()
  for (const [check, each] of measured) verdicts.set(check, await settled(check, each, runner, fx))
  return verdicts
}

async function runTogether(
  checks: readonly SuiteCheck[],
  runner: Runner,
  onEnd: (done: number) => void
): Promise<Map<SuiteCheck, Measured>> {
  const measured = new Map<SuiteCheck, Measured>()
  const round = runner.round(checks)
  // Those that count first: others wait for them, and while they stand still there is room for others.
  const inOrder = checks.toSorted((a, b) => Number(counts(b)) - Number(counts(a)))
  const ended = await Promise.allSettled(
    inOrder.map(async check => {
      try {
        measured.set(check, await runner.run(check, round, []))
      } finally {
        if (counts(check)) round.turns.countingEnded()
      }
      onEnd(measured.size)
    })
  )
  for (const [check, { verdict, ...times }] of measured) {
    const sharedWith = round.shares.sharersWith(check.id)
    if (sharedWith.length > 0) measured.set(check, { ...times, verdict: { ...verdict, sharedWith } })
  }
  const failed = ended.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
  return measured
}

const counts = ({ kind }: SuiteCheck): boolean => kind.visits === 'counts'

/** The verdict that stands. */
async function settled(
  check: SuiteCheck,
  measured: Measured,
  runner: Runner,
  fx: Pick<Effects, 'log'>
): Promise<Verdict> {
  const first = runner.settlement(check, measured, false)
  if (first.kind === 'keep') return measured.verdict
  if (first.kind === 'inconclusive') return runner.doubt(measured.verdict, first.why)
  const again = await fx.log.step(`Check ${check.id} once more, alone`, async () => {
    await runner.vigil?.rest()
    const round = runner.round([check])
    const second = await runner.run(check, round, [])
    await runner.vigil?.look()
    return second
  })
  const last = runner.settlement(check, again, true)
  return last.kind === 'inconclusive' ? runner.doubt(again.verdict, last.why) : again.verdict
}
