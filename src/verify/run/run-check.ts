import { explain, SwarmlineError } from '../../errors.ts'
import type { Redactor } from '../../plain/redact.ts'
import { inconclusive, type Judgement, skipped } from '../judging/judgement.rules.ts'
import { withoutSpecSecrets } from '../judging/spec-secrets.rules.ts'
import { classifyAnswer } from '../looking/unreadable.rules.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Place, Verdict } from '../verdict.ts'
import type { World } from '../world.ts'
import { evidenceJson, verdictLine } from './bounded.rules.ts'
import { type Pausable, startStopwatch } from './stopwatch.ts'

export type Recorder = {
  redactor: Redactor
  /** Keeps a check's evidence; answers the file's name within the folder of all evidence. */
  saveEvidence: ((id: string, json: string) => Promise<string>) | undefined
  /** Where a stack file says what is at a path of keys, or at the longest part of it that it has. */
  placeOf: ((keys: readonly string[]) => Place | undefined) | undefined
}

const DEFAULT_DEADLINE_MS = 60_000

/**
 * Gathers with a deadline, takes the secrets out, then judges. Whatever goes wrong on the way is `inconclusive` with
 * its reason, since it says nothing about what was checked.
 *
 * @param worldWith a world that ends with a signal, and whose waiting for other checks stops a watch
 * @param patience by how much longer a check may take than its kind says; what a suite says stays
 * @throws `cancelled` only, when `signal` aborts
 */
export async function runSuiteCheck(
  check: SuiteCheck,
  worldWith: (signal: AbortSignal, watch: Pausable) => World,
  signal: AbortSignal,
  recorder: Recorder,
  patience = 1
): Promise<Verdict> {
  const { kind, params } = check
  const deadlineMs = check.deadlineMs ?? patience * (kind.deadlineMs?.(params) ?? DEFAULT_DEADLINE_MS)
  const expected: string = kind.expected(params)
  let evidence: unknown
  let judgement: Judgement
  const late = new AbortController()
  const watch = startStopwatch(deadlineMs, () => late.abort())
  try {
    const gathered: unknown = await within(late.signal, deadlineMs, signal, ending =>
      kind.gather(params, worldWith(ending, watch))
    )
    evidence = recorder.redactor.redact(gathered)
    judgement = kind.judge(params, evidence)
  } catch (error) {
    if (signal.aborted) throw new SwarmlineError('cancelled', 'cancelled', { cause: error })
    judgement = unmeasured(expected, error)
  } finally {
    watch.stop()
  }
  const verdict = verdictOf(check, judgement, watch.elapsedMs(), recorder)
  if (evidence === undefined || !recorder.saveEvidence) return verdict
  const saved = {
    id: check.id,
    kind: kind.name,
    params: withoutSpecSecrets(params),
    evidence: withoutSpecSecrets(evidence)
  }
  return {
    ...verdict,
    evidenceFile: await recorder.saveEvidence(check.id, evidenceJson(recorder.redactor.redact(saved)))
  }
}

/** The verdict of a check that was not looked at. */
export function skippedVerdict(check: SuiteCheck, why: string, hint: string, recorder: Recorder): Verdict {
  return verdictOf(check, skipped(check.kind.expected(check.params), why, hint), 0, recorder)
}

/** The verdict of a check that could not be carried out. */
export function unmeasuredVerdict(check: SuiteCheck, why: string, recorder: Recorder): Verdict {
  return verdictOf(check, inconclusive(check.kind.expected(check.params), why, undefined), 0, recorder)
}

function unmeasured(expected: string, error: unknown): Judgement {
  const known = classifyAnswer(error)
  return inconclusive(expected, `could not be measured: ${explain(known)}`, known.hint)
}

function verdictOf(check: SuiteCheck, judgement: Judgement, durationMs: number, recorder: Recorder): Verdict {
  const { place: judged, ...rest } = judgement
  const { redact } = recorder.redactor
  const keys = judged ?? check.kind.place?.(check.params)
  const compose = keys && recorder.placeOf?.(keys)
  const { expected, observed, hint, figures } = redact(rest)
  const line = (text: string, length: number): string => verdictLine(redact(text), length)
  return {
    id: check.id,
    kind: check.kind.name,
    title: line(check.title ?? expected, 120),
    status: judgement.status,
    expected: line(expected, 500),
    observed: line(observed, 1500),
    hint: hint === undefined ? undefined : line(hint, 500),
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [
        name,
        typeof figure === 'string' ? verdictLine(figure, 200) : figure
      ])
    ),
    durationMs,
    suite: check.place,
    ...(compose ? { compose } : {}),
    ...(check.tags.length > 0 ? { tags: check.tags } : {}),
    ...(check.points === undefined ? {} : { points: check.points }),
    ...(check.hints ? { hints: check.hints.map(each => line(each, 500)) } : {})
  }
}

/** Ends waiting when the time is up, even when `work` does not heed its signal. */
async function within<T>(
  late: AbortSignal,
  deadlineMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const ended = new AbortController()
  let onEnd: (() => void) | undefined
  const ending = AbortSignal.any([signal, late, ended.signal])
  const tooLate = new Promise<never>((_, reject) => {
    onEnd = () =>
      reject(
        signal.aborted
          ? new SwarmlineError('cancelled', 'cancelled')
          : new SwarmlineError('timed-out', `not measured within ${deadlineMs / 1000} s`)
      )
    ending.addEventListener('abort', onEnd)
  })
  try {
    signal.throwIfAborted()
    // A work that fails after its deadline has nobody left to tell.
    const working = work(ending)
    working.catch(() => undefined)
    return await Promise.race([working, tooLate])
  } finally {
    if (onEnd) ending.removeEventListener('abort', onEnd)
    ended.abort()
  }
}
