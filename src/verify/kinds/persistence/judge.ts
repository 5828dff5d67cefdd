import { judgeNotDisturbed, type NotDisturbed } from '../../disturb/not-disturbed.rules.ts'
import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type PersistenceParams = {
  service: string
  by: 'kill' | 'update' | 'restart-node'
  port?: number | undefined
  command?: string[] | undefined
  within: number
}
/** The visits counter, or what the program wrote; or why there is neither. */
export type Reading = { kind: 'value'; value: number | string } | { kind: 'none'; why: string }
export type PersistenceEvidence =
  | NotDisturbed
  | { kind: 'not-read'; why: string }
  | {
      kind: 'replaced'
      before: Reading
      after: Reading
      /** Every task that ran before has been replaced. */
      isReplaced: boolean
      tookMs: number
    }

const DEEDS = {
  kill: 'are killed',
  update: 'an update replaces',
  'restart-node': 'lose their node’s power until it begins again'
}

export function persistenceExpected({ service, by, port, command }: PersistenceParams): string {
  const what = port === undefined ? `what ${command?.[0] ?? 'a program'} writes` : `the counter on :${port}`
  return `${what} outlives the tasks of ${service}, which ${DEEDS[by]}`
}

/** A counter must have gone on, since at least one visit was made after it; a program’s output must be the same. */
export function judgePersistence(params: PersistenceParams, evidence: PersistenceEvidence): Judgement {
  const expected = persistenceExpected(params)
  const place = ['services', params.service, 'volumes']
  if (evidence.kind === 'not-disturbed') return judgeNotDisturbed(expected, evidence)
  if (evidence.kind === 'not-read')
    return inconclusive(expected, `there is nothing to lose: ${neutralise(evidence.why)}`, undefined)
  const { before, after, isReplaced, tookMs } = evidence
  const figures = { tookMs, isReplaced }
  const failed = (what: string, hint: string): Judgement => ({
    ...fail(expected, what, hint, figures),
    place
  })
  if (before.kind === 'none') return inconclusive(expected, neutralise(before.why), undefined, figures)
  if (!isReplaced)
    return failed(
      `not every task was replaced within ${params.within / 1000} s`,
      'see `docker service ps --no-trunc`'
    )
  if (after.kind === 'none')
    return failed(`nothing could be read after it: ${neutralise(after.why)}`, 'see the service’s logs')
  const [was, is] = [before.value, after.value].map(value => neutralise(String(value)))
  const isKept =
    typeof before.value === 'number' && typeof after.value === 'number'
      ? after.value > before.value
      : after.value === before.value
  return isKept
    ? { ...pass(expected, `${was} before, ${is} after`, figures), place }
    : failed(
        `${was} before, ${is} after`,
        'mount a volume where the data is, keep its task on that node, and write data out before it may be lost'
      )
}
