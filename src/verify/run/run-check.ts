import { classify, explain, SwarmlineError } from '../../errors.ts'
import { inconclusive, type Judgement, skipped } from '../judgement.rules.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Place, Verdict } from '../verdict.ts'
import type { World } from '../world.ts'
import { evidenceJson, verdictLine } from './bounded.rules.ts'
import type { Redactor } from './redact.rules.ts'

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
 * @param worldWith a world that ends with a signal
 * @throws `cancelled` only, when `signal` aborts
 */
export async function runSuiteCheck(
  check: SuiteCheck,
  worldWith: (signal: AbortSignal) => World,
  signal: AbortSignal,
  recorder: Recorder
): Promise<Verdict> {
  const start = performance.now()
  const { kind, params } = check
  const deadlineMs = check.deadlineMs ?? kind.deadlineMs?.(params) ?? DEFAULT_DEADLINE_MS
  const expected: string = kind.expected(params)
  let evidence: unknown
  let judgement: Judgement
  try {
    const gathered: unknown = await withDeadline(deadlineMs, signal, within =>
      kind.gather(params, worldWith(within))
    )
    evidence = recorder.redactor.redact(gathered)
    judgement = kind.judge(params, evidence)
  } catch (error) {
    if (signal.aborted) throw new SwarmlineError('cancelled', 'cancelled', { cause: error })
    judgement = unmeasured(expected, error)
  }
  const verdict = verdictOf(check, judgement, performance.now() - start, recorder)
  if (evidence === undefined || !recorder.saveEvidence) return verdict
  const saved = { id: check.id, kind: kind.name, params, evidence }
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
  // What Node throws at a value of an unexpected form names our code's variables: it helps nobody.
  const known =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
      ? new SwarmlineError('engine-lost', 'an answer has not the form it must have', { cause: error })
      : classify(error)
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

/** Ends waiting after `deadlineMs` even when `work` does not heed its signal. */
async function withDeadline<T>(
  deadlineMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let onAbort: (() => void) | undefined
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(new SwarmlineError('cancelled', 'cancelled'))
    signal.addEventListener('abort', onAbort)
    timer = setTimeout(
      () => reject(new SwarmlineError('timed-out', `not measured within ${deadlineMs / 1000} s`)),
      deadlineMs
    )
  })
  try {
    signal.throwIfAborted()
    // A work that fails after its deadline has nobody left to tell.
    const working = work(AbortSignal.any([signal, stop.signal]))
    working.catch(() => undefined)
    return await Promise.race([working, ended])
  } finally {
    clearTimeout(timer)
    if (onAbort) signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
}
