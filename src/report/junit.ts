import { inHtml } from '../plain/text.ts'
import { cutText } from './bounds.rules.ts'
import type { TestCase, TestGroup, TestRun } from './test-cases.rules.ts'
import { oneLine } from './text.rules.ts'

/** Readers of the format hold a whole file in memory. */
const MOST_CASES = 10_000
const MOST_MESSAGE = 1_000
const MOST_BODY = 20_000
/** Of all bodies together: whoever has many failures reads little of each. */
const MOST_BODIES = 8_000_000

/**
 * A run in JUnit's format: flat suites, times in seconds. What could not be measured is an `error`, as a test that
 * did not get to its assertion is. No attribute stands in it that the schema of Jenkins does not know: the place is
 * in the text, `at FILE:LINE`.
 */
export function renderJunit(run: TestRun): string {
  const groups = shownGroups(run.groups)
  const cases = groups.flatMap(group => group.cases)
  const open = of(cases, 'fail') + of(cases, 'inconclusive')
  const mostBody = Math.min(MOST_BODY, Math.floor(MOST_BODIES / Math.max(1, open)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${attributes({ name: run.title, tests: cases.length, failures: of(cases, 'fail'), errors: of(cases, 'inconclusive'), time: seconds(run.durationMs) })}>
${groups.map(group => suite(group, run, mostBody)).join('\n')}
</testsuites>
`
}

function shownGroups(groups: readonly TestGroup[]): TestGroup[] {
  let room = MOST_CASES
  return groups.map(({ name, cases }) => {
    const shown = cases.slice(0, Math.max(0, room))
    room -= shown.length
    return { name, cases: shown }
  })
}

function suite(
  { name, cases }: TestGroup,
  { startedAt, source, durationMs }: TestRun,
  mostBody: number
): string {
  const properties = Object.entries({
    commit: source.commit?.sha,
    run: source.run?.url,
    environment: source.environment?.name
  }).flatMap(([key, value]) => (value ? [`<property ${attributes({ name: key, value })}/>`] : []))
  // By the slowest: checks run at the same time, and share measurements.
  const longestMs = Math.min(durationMs, Math.max(0, ...cases.map(each => each.durationMs)))
  const timestamp = startedAt.replace(/(?:\.\d+)?Z$/, '')
  return `<testsuite ${attributes({ name, tests: cases.length, failures: of(cases, 'fail'), errors: of(cases, 'inconclusive'), skipped: of(cases, 'skipped'), time: seconds(longestMs), timestamp })}>
${properties.length > 0 ? `<properties>${properties.join('')}</properties>\n` : ''}${cases.map(each => testcase(each, name, mostBody)).join('\n')}
</testsuite>`
}

const ELEMENTS: Partial<Record<TestCase['status'], string>> = {
  fail: 'failure',
  inconclusive: 'error'
}

function testcase(
  { name, id, status, durationMs, message = '', details, place }: TestCase,
  group: string,
  mostBody: number
): string {
  const head = `<testcase ${attributes({ classname: `${group}.${id}`, name, time: seconds(durationMs) })}`
  if (status === 'pass') return `${head}/>`
  if (status === 'skipped')
    return `${head}><skipped>${inHtml(cutText(message, MOST_MESSAGE))}</skipped></testcase>`
  const element = ELEMENTS[status]
  const text = [...(place ? [`at ${place.file}:${place.line}`] : []), ...details].join('\n')
  return `${head}><${element} ${attributes({ message: cutText(oneLine(message), MOST_MESSAGE), type: status })}>${inHtml(cutText(text, mostBody))}</${element}></testcase>`
}

const of = (cases: readonly TestCase[], status: TestCase['status']): number =>
  cases.filter(each => each.status === status).length

const seconds = (ms: number): string => (Math.max(0, ms) / 1000).toFixed(3)

function attributes(named: Record<string, string | number>): string {
  return Object.entries(named)
    .map(([name, value]) => `${name}="${inHtml(cutText(oneLine(String(value)), MOST_MESSAGE))}"`)
    .join(' ')
}
