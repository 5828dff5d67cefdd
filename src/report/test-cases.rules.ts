import type { Place, Verdict, VerdictStatus } from '../verify/verify.ts'
import { withinLimits } from './bounds.rules.ts'
import { endInWords, wayOut } from './ended.rules.ts'
import type { ReportedDeploy, ReportSource, RunReport } from './run-report.ts'
import { count } from './text.rules.ts'

/** One thing that had to be true, as formats for test results want it: a check, or a service that had to run. */
export type TestCase = {
  /** Of whole runs the same: by it a history finds the case again. */
  id: string
  name: string
  status: VerdictStatus
  durationMs: number
  /** Why it did not pass, in one line. */
  message?: string
  /** What else helps: expected, observed, the way out, the last lines of a log. */
  details: string[]
  /** Where somebody would mend it. */
  place?: Place
  tags?: string[]
}

/** Cases that belong together: a deploy's services, a suite's checks, an assignment's tasks. */
export type TestGroup = { name: string; cases: TestCase[] }

/** What the renderers of test results take: made of a report, or by whoever grades. */
export type TestRun = {
  tool: { name: string; version: string }
  title: string
  source: ReportSource
  startedAt: string
  durationMs: number
  groups: TestGroup[]
}

/** A report as test cases: each check, each service of a deploy, and, where neither says so, why the run failed. */
export function testRunOf(whole: RunReport): TestRun {
  const report = withinLimits(whole)
  const { tool, source, startedAt, durationMs, deploy, verify } = report
  const groups: TestGroup[] = [
    ...(deploy ? [{ name: `deploy ${deploy.stack}`, cases: deployCases(deploy) }] : []),
    ...(verify && verify.verdicts.length > 0
      ? [{ name: `verify ${source.stack ?? 'the stack'}`, cases: verify.verdicts.map(checkCase) }]
      : [])
  ]
  const isSaid = groups.some(group =>
    group.cases.some(each => each.status === 'fail' || each.status === 'inconclusive')
  )
  if (report.error && !isSaid)
    groups.push({
      name: 'run',
      cases: [
        {
          id: 'run',
          name: 'The run',
          status: 'fail',
          durationMs,
          message: report.error,
          details: [report.error]
        }
      ]
    })
  return { tool, title: titleOf(source), source, startedAt, durationMs, groups }
}

/** `shop on the cluster demo` */
export const titleOf = ({ stack, swarm }: ReportSource): string =>
  [stack ?? 'a run', ...(swarm ? [`on ${swarm}`] : [])].join(' ')

function checkCase(verdict: Verdict): TestCase {
  const { id, kind, title, status, expected, observed, hint, hints = [], durationMs, tags } = verdict
  const place = verdict.compose ?? verdict.suite
  const isOpen = status === 'fail' || status === 'inconclusive'
  return {
    id,
    name: title,
    status,
    durationMs,
    ...(status === 'pass' ? {} : { message: observed || expected }),
    details: [
      `expected: ${expected}`,
      `observed: ${observed}`,
      ...(isOpen ? [hint, ...hints].flatMap(each => (each ? [`hint: ${each}`] : [])) : [])
    ],
    ...(place ? { place } : {}),
    tags: [kind, ...(tags ?? [])]
  }
}

function deployCases(deploy: ReportedDeploy): TestCase[] {
  const { stack, services, failures, durationMs, outcome } = deploy
  const out = wayOut(deploy)
  const cases = services.map(({ name, running, wanted, outcome: own, image }): TestCase => {
    const seen = `${running} of ${count(wanted, 'task')} of ${image}`
    if (own === 'converged')
      return { id: name, name: `${name} runs`, status: 'pass', durationMs, details: [seen] }
    const why = failures.filter(failure => failure.service === name)
    const place = why[0]?.place
    return {
      id: name,
      name: `${name} runs`,
      status: 'fail',
      durationMs,
      message: why[0] ? `${own}: ${why[0].error}` : `${own}: ${seen}`,
      details: [
        seen,
        ...why.flatMap(({ node, error, logLines }) => [`${node ? `${node}: ` : ''}${error}`, ...logLines]),
        ...(out ? [`hint: ${out}`] : [])
      ],
      ...(place ? { place } : {})
    }
  })
  if (outcome === 'converged' || cases.some(each => each.status === 'fail')) return cases
  const said = `the stack ${stack} ${endInWords(deploy)}`
  return [...cases, { id: stack, name: stack, status: 'fail', durationMs, message: said, details: [said] }]
}
