import type { Wanted } from '../../judging/compare.rules.ts'
import { type FieldCheck, fieldsExpected, judgeFields } from '../../judging/field-checks.rules.ts'
import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { TaskRun } from '../../looking/in-task.ts'

export type ExecParams = {
  service: string
  command: string[]
  exit: Wanted
  stdout?: Wanted | undefined
  stderr?: Wanted | undefined
}
export type ExecEvidence = { exists: boolean; runs: TaskRun[] }

export function execExpected(params: ExecParams): string {
  return fieldsExpected(
    `\`${neutralise(params.command.join(' '), 80)}\` in ${params.service}`,
    checksOf(params, undefined)
  )
}

export function judgeExec(params: ExecParams, { exists, runs }: ExecEvidence): Judgement {
  const expected = execExpected(params)
  if (!exists)
    return fail(expected, `the stack has no service ${params.service}`, 'see `docker stack services`')
  if (runs.length === 0)
    return fail(expected, `no task of ${params.service} runs`, 'see `docker service ps --no-trunc`')
  const figures = { tasks: runs.length }
  const judged = runs.map(run => ({ run, judgement: judgeRun(params, run) }))
  const first =
    judged.find(({ judgement }) => judgement.status === 'fail') ??
    judged.find(({ judgement }) => judgement.status !== 'pass')
  if (!first) return pass(expected, `on ${runs.map(({ node }) => node).join(', ')}`, figures)
  return {
    ...first.judgement,
    expected,
    observed: `on ${first.run.node}: ${first.judgement.observed}`,
    figures
  }
}

function judgeRun(params: ExecParams, run: TaskRun): Judgement {
  const hint = 'try it: `docker exec` in the container of that task'
  if (run.kind === 'unreachable')
    return inconclusive(
      '',
      'the node’s engine cannot be reached from here',
      'point --docker-host at that node'
    )
  if (run.kind === 'not-started')
    return fail(
      '',
      `did not start: ${neutralise(run.reason)}`,
      'the image lacks the program: name one that it has'
    )
  if (run.isTruncated) return fail('', 'wrote more than allowed', 'let it write less, or raise output:')
  return judgeFields('it', checksOf(params, run), hint)
}

function checksOf(
  { exit, stdout, stderr }: ExecParams,
  run: Extract<TaskRun, { kind: 'ended' }> | undefined
): FieldCheck[] {
  return [
    { what: 'exit status', value: run?.exitCode, wanted: exit },
    ...(stdout === undefined ? [] : [{ what: 'output', value: run?.stdout.trimEnd(), wanted: stdout }]),
    ...(stderr === undefined ? [] : [{ what: 'error output', value: run?.stderr.trimEnd(), wanted: stderr }])
  ]
}
