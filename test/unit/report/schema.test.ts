import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parseReport } from '../../../src/report/read.ts'
import type { RunReport } from '../../../src/report/run-report.ts'
import { reportJsonSchema } from '../../../src/report/schema/report.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'

const json = (report: object) => JSON.parse(JSON.stringify(report))
const reading = (change: object) =>
  parseReport(JSON.stringify({ ...json(failingReport()), ...change }), 'report.json')

test('the published schema is the one that reports are read by', () =>
  expect(JSON.parse(readFileSync('schema/report.schema.json', 'utf8'))).toEqual(json(reportJsonSchema())))

test.each<[string, RunReport]>([
  ['a pass', passingReport()],
  ['a failure', failingReport()],
  ['an end before the swarm', abortedReport()]
])('%s is read whole: the schema knows every part of it', async (_title, report) =>
  expect(await parseReport(JSON.stringify(report), 'report.json')).toEqual(json(report))
)

test('what a later Swarmline adds is left out', async () =>
  expect(await reading({ news: 1 })).toEqual(json(failingReport())))

describe('what is no report is refused, with the place', () => {
  test.each<[string, object, RegExp]>([
    ['another version', { schema: 1 }, /not a report of version 2/],
    ['a status of its own', { status: 'great' }, /status/],
    [
      'a link that runs',
      { source: { run: { title: 'x', url: 'javascript:alert(1)', attempt: 1 } } },
      /source\.run\.url/
    ],
    [
      'a file elsewhere',
      { attachments: [{ title: 'x', file: '../../etc/passwd', sizeBytes: 1 }] },
      /attachments\.0\.file/
    ],
    [
      'an absolute file',
      { attachments: [{ title: 'x', file: '/etc/passwd', sizeBytes: 1 }] },
      /attachments\.0\.file/
    ],
    [
      'an address as a file',
      { attachments: [{ title: 'x', file: 'https:x', sizeBytes: 1 }] },
      /attachments\.0\.file/
    ],
    ['a text as a number', { durationMs: '1' }, /durationMs/]
  ])('%s', async (_title, change, message) => expect(reading(change)).rejects.toThrow(message))
  test.each([
    ['{', /is not JSON/],
    ['null', /version 2/],
    ['[]', /version 2/]
  ])('%s', async (text, message) => expect(parseReport(text, 'report.json')).rejects.toThrow(message))
})
