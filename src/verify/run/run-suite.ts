import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { createReads } from '../reads.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import type { UndoEffects, World } from '../world.ts'
import { type Recorder, runSuiteCheck, skippedVerdict, unmeasuredVerdict } from './run-check.ts'

/** The world without what lasts only as long as a check or a round of checks. */
export type WorldBase = Omit<World, 'reads' | 'share' | 'signal' | 'undo' | 'readFile' | 'secrets'> & {
  /** Reads a file for a suite that stands in `folder`. */
  readFileFrom(folder: string, path: string): Promise<Buffer>
}

export type RunOptions = {
  deadlineMs: number
  isDisruptionAllowed: boolean
  recorder: Recorder
}

type Undo = { title: string; run: (fx: UndoEffects) => Promise<void> }

/**
 * Runs checks: those that disturb nothing at once (but one after the other where they count visits), those that
 * disturb afterwards, alone and in their order, each undone before the next begins.
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
            signal => worldOf(check, base, round, signal, undos, recorder),
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
    const round = newRound(base, inTime)
    const runCalm = async (check: SuiteCheck) => {
      await run(check, round, [])
      update(`${verdicts.size}/${calm.length}`)
    }
    const counting = (async () => {
      for (const check of calm.filter(each => each.kind.visits === 'counts')) await runCalm(check)
    })()
    const ended = await Promise.allSettled([
      counting,
      ...calm.filter(each => each.kind.visits === 'none').map(runCalm),
      ...calm.filter(each => each.kind.visits === 'makes').map(check => counting.then(() => runCalm(check)))
    ])
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
      await fx.log.step(`Check ${check.id}`, () => run(check, newRound(base, inTime), undos))
    } finally {
      const fault = await undoAll(undos, forCleanup(fx))
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

const lateWords = (deadlineMs: number): string => `all checks together had ${deadlineMs / 1000} s`

function forbidden(check: SuiteCheck, recorder: Recorder): Verdict {
  return skippedVerdict(
    check,
    'not run: it disturbs the swarm',
    'allow it with --allow-disruption, or allow-disruption: true',
    recorder
  )
}

/** What checks that run at the same time have in common. */
type Round = { reads: World['reads']; shared: Map<string, Promise<unknown>>; signal: AbortSignal }

function newRound(base: WorldBase, signal: AbortSignal): Round {
  return { reads: createReads(base.manager, base.stack, signal), shared: new Map(), signal }
}

function worldOf(
  check: SuiteCheck,
  base: WorldBase,
  round: Round,
  signal: AbortSignal,
  undos: Undo[],
  recorder: Recorder
): World {
  const { readFileFrom, ...kept } = base
  const world: World = {
    ...kept,
    reads: round.reads,
    signal,
    secrets: { register: secret => recorder.redactor.register(secret) },
    readFile: path => readFileFrom(check.folder, path),
    share: <T>(key: string, measure: (world: World) => Promise<T>): Promise<T> => {
      const known = round.shared.get(key) ?? measure({ ...world, signal: round.signal })
      round.shared.set(key, known)
      return known as Promise<T>
    },
    undo: (title, run) => {
      if (!check.kind.isDisturbing)
        throw new SwarmlineError(
          'internal',
          `${check.kind.name} has something to undo, but says that it disturbs nothing`
        )
      undos.push({ title, run })
    }
  }
  return world
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
