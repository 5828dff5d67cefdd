import { cutText } from './bounds.rules.ts'
import type { ReportSource } from './run-report.ts'
import type { TestCase, TestRun } from './test-cases.rules.ts'
import { oneLine, plain } from './text.rules.ts'

const MOST_CASES = 10_000
const MOST_MESSAGE = 4_000

/** What could not be measured has neither passed nor failed. */
const STATUS: Record<TestCase['status'], 'passed' | 'failed' | 'skipped' | 'other'> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'other',
  skipped: 'skipped'
}

/** A run in the Common Test Report Format, version 0.0.0 of its specification; ends in a line feed. */
export function renderCtrf(run: TestRun): string {
  const start = Math.max(0, Date.parse(run.startedAt) || 0)
  const tests = run.groups
    .flatMap(group => group.cases.map(each => testOf(each, group.name, run.title)))
    .slice(0, MOST_CASES)
  const of = (status: string): number => tests.filter(test => test.status === status).length
  const summary = {
    tests: tests.length,
    ...{ passed: of('passed'), failed: of('failed'), skipped: of('skipped'), pending: 0, other: of('other') },
    suites: run.groups.length,
    start,
    stop: start + Math.round(run.durationMs),
    duration: Math.round(run.durationMs)
  }
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: run.tool.name,
    results: { tool: run.tool, summary, tests, environment: environmentOf(run.source) }
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function testOf(each: TestCase, group: string, title: string) {
  const { id, name, status, durationMs, message, details, place, tags } = each
  return {
    testId: line(`${group}/${id}`),
    name: line(name) || line(id) || 'check',
    status: STATUS[status],
    rawStatus: status,
    duration: Math.round(durationMs),
    suite: [line(title), line(group)],
    ...(message === undefined ? {} : { message: line(message) }),
    ...(status === 'fail' || status === 'inconclusive'
      ? { trace: cutText(plain(details.join('\n')), MOST_MESSAGE) }
      : {}),
    ...(place ? { filePath: line(place.file), line: place.line } : {}),
    ...(tags ? { tags: tags.map(line) } : {})
  }
}

function environmentOf({ stack, commit, run, repository, environment }: ReportSource) {
  return {
    ...(stack ? { appName: line(stack) } : {}),
    ...(run ? { buildName: line(run.title), buildUrl: line(run.url) } : {}),
    ...(repository ? { repositoryName: line(repository.name), repositoryUrl: line(repository.url) } : {}),
    ...(commit ? { commit: line(commit.sha) } : {}),
    ...(commit?.ref ? { branchName: line(commit.ref) } : {}),
    ...(environment ? { testEnvironment: line(environment.name) } : {})
  }
}

const line = (text: string): string => cutText(oneLine(text), MOST_MESSAGE)
