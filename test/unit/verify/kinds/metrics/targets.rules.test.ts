import { expect, test } from '@jest/globals'
import { judgeMetrics, type MetricsParams } from '../../../../../src/verify/kinds/metrics/judge.ts'
import { judgeTargetList, type Scrape } from '../../../../../src/verify/kinds/metrics/targets.rules.ts'

const target = (job: string, health: string, lastError = '') => ({
  labels: { job, instance: 'cadvisor:8080' },
  health,
  lastError
})
const list = (...activeTargets: unknown[]): string =>
  JSON.stringify({ status: 'success', data: { activeTargets } })
const text = (first: string): Scrape => ({ target: 'manager1', kind: 'text', first, second: undefined })
const CADVISOR = [{ job: 'cadvisor', least: 2 }]

test.each<[string, Scrape, string, RegExp]>([
  ['all up', text(list(target('cadvisor', 'up'), target('cadvisor', 'up'))), 'pass', /^2 targets/],
  [
    'another job is down',
    text(list(target('cadvisor', 'up'), target('cadvisor', 'up'), target('x', 'down'))),
    'pass',
    /^3/
  ],
  [
    'one down',
    text(list(target('cadvisor', 'up'), target('cadvisor', 'down', 'no route\u001b'))),
    'fail',
    /cadvisor:8080 of job cadvisor is down: no route/
  ],
  [
    'one more than there must be, down',
    text(list(...[1, 2, 3].map(n => target('cadvisor', n === 3 ? 'down' : 'up')))),
    'fail',
    /is down/
  ],
  ['too few', text(list(target('cadvisor', 'up'))), 'fail', /has 1 target$/],
  ['none', text(list()), 'fail', /has 0 targets/],
  [
    'one not scraped yet',
    text(list(target('cadvisor', 'up'), target('cadvisor', 'unknown'))),
    'unknown',
    /^1 target of job/
  ],
  ['no JSON', text('<html>'), 'fail', /not a list/],
  ['null', text('null'), 'fail', /not a list/],
  ['odd entries', text(list(null, 3, {})), 'fail', /0 targets/],
  ['no answer', { target: 'm', kind: 'failed', reason: 'HTTP 404' }, 'fail', /HTTP 404/],
  ['out of reach', { target: 'm', kind: 'unreachable', reason: 'no engine' }, 'unknown', /no engine/]
])('%s', (_title, seen, status, words) => {
  const result = judgeTargetList(CADVISOR, seen)
  expect(result).toEqual({ status, text: expect.stringMatching(words) })
  expect(result.text).not.toContain('\u001b')
})

test('both the metrics and the targets must be right, and a list that was not read proves nothing', () => {
  const params: MetricsParams = { port: 9090, path: '/metrics', metrics: [], targets: CADVISOR }
  const scrapes = [text('up 1\n')]
  const good = list(target('cadvisor', 'up'), target('cadvisor', 'up'))
  expect(judgeMetrics(params, { scrapes, targetLists: [text(good)] }).status).toBe('pass')
  expect(judgeMetrics(params, { scrapes, targetLists: [text(list())] }).status).toBe('fail')
  expect(judgeMetrics(params, { scrapes, targetLists: [] }).status).toBe('inconclusive')
})
