import { describe, expect, test } from '@jest/globals'
import { bounded } from '../../../src/plain/text.ts'
import { judgeOutcome, keptBytes, replicaOf } from '../../../src/traffic/expect.rules.ts'
import { type LoadRequest, planLoad } from '../../../src/traffic/load-plan.rules.ts'
import { requestText } from '../../../src/traffic/request.rules.ts'
import type { Outcome, TrafficTarget } from '../../../src/traffic/samples.ts'
import {
  capPerTarget,
  countIn,
  dueMs,
  type Schedule,
  shareOf,
  targetOf
} from '../../../src/traffic/schedule.rules.ts'
import { outcomeOfError } from '../../../src/traffic/socket-errors.rules.ts'

const target: TrafficTarget = { name: 'node1', host: '10.0.0.1', port: 8080 }
const answer = (body: string, status = 200): Outcome => ({ kind: 'answer', status, body })

describe('the schedule', () => {
  const schedule: Schedule = { ratePerSecond: 200, count: 10, targets: 3, sender: 0, senders: 1 }

  test('request k is due at k/rate, at target k modulo their number', () => {
    expect([0, 1, 2, 3].map(i => [dueMs(schedule, i), targetOf(schedule, i)])).toEqual([
      [0, 0],
      [5, 1],
      [10, 2],
      [15, 0]
    ])
  })

  test('senders share the one schedule', () => {
    const requests = [0, 1].flatMap(sender => {
      const each = { ...schedule, sender, senders: 2 }
      return Array.from({ length: shareOf(each) }, (_, i) => [dueMs(each, i) / 5, targetOf(each, i)])
    })
    const inOrder = requests.toSorted(([a = 0], [b = 0]) => a - b)
    expect(inOrder).toEqual(Array.from({ length: 10 }, (_, k) => [k, k % 3]))
  })

  test('without a count it has no end', () => {
    expect(shareOf({ ...schedule, count: undefined })).toBe(Number.POSITIVE_INFINITY)
  })

  test('a duration holds the requests that are due before its end', () => {
    expect([countIn(1000, 200), countIn(1001, 200), countIn(1, 200), countIn(1000, 0.5)]).toEqual([
      200, 201, 1, 1
    ])
    expect(countIn(300, 10)).toBe(3)
  })

  test('the cap is shared out, and never nothing', () => {
    expect([capPerTarget(1000, 3, 2), capPerTarget(2, 3, 1)]).toEqual([166, 1])
  })
})

describe('the request', () => {
  test('a fresh connection says that it will be the only one', () => {
    expect(requestText({ ...target, path: '/a?b=c' }, 'fresh')).toBe(
      'GET /a?b=c HTTP/1.1\r\nHost: 10.0.0.1:8080\r\nUser-Agent: swarmline\r\nAccept: */*\r\nConnection: close\r\n\r\n'
    )
    expect(requestText(target, 'kept')).not.toMatch('Connection')
  })

  test.each([
    [{ hostHeader: 'shop.example' }, 'shop.example'],
    [{ port: 80 }, '10.0.0.1'],
    [{ host: 'fd00::1' }, '[fd00::1]:8080']
  ])('%j names the host %s', (fields, host) => {
    expect(requestText({ ...target, ...fields }, 'kept')).toMatch(`\r\nHost: ${host}\r\n`)
  })

  test.each([
    [{ path: '/ HTTP/1.1\r\nX: y' }, 'is no path'],
    [{ path: 'a' }, 'is no path'],
    [{ hostHeader: 'a\r\nX: y' }, 'is no Host header'],
    [{ host: 'a b' }, 'is no host'],
    [{ port: 0 }, '0 is no port'],
    [{ port: 65_536 }, '65536 is no port']
  ])('%j is refused', (fields, message) => {
    expect(() => requestText({ ...target, ...fields }, 'kept')).toThrow(message)
  })
})

describe('what was expected', () => {
  test.each([
    [{}, answer('', 204), 'answer'],
    [{}, answer('', 301), 'status'],
    [{ status: 301 }, answer('', 301), 'answer'],
    [{ status: 200 }, answer('', 204), 'status'],
    [{ bodyIncludes: 'hello' }, answer('oh, hello!'), 'answer'],
    [{ bodyIncludes: 'hello' }, answer('oh'), 'body']
  ])('%j of %j is %s', (expectation, outcome, kind) => {
    expect(judgeOutcome(outcome, expectation).kind).toBe(kind)
  })

  test('a failure keeps its kind, and a wrong answer its words, made harmless', () => {
    expect(judgeOutcome({ kind: 'refused', detail: 'x' }, { status: 200 })).toEqual({
      kind: 'refused',
      detail: 'x'
    })
    expect(judgeOutcome(answer('::error::\u001b[31mno\n\u202eway', 500), {})).toMatchObject({
      detail: 'HTTP 500: ::error::no \u{fffd}way'
    })
  })

  test('of a body is kept what someone reads', () => {
    expect([200, 500].map(keptBytes({}, undefined))).toEqual([0, 400])
    expect(keptBytes({ bodyIncludes: 'a' }, undefined)(200)).toBe(Number.POSITIVE_INFINITY)
    expect(keptBytes({}, { lineAfter: 'a' })(200)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the replica', () => {
  const identify = { lineAfter: 'server is:' }
  test.each([
    ['server is: a1\nmore', 'a1'],
    ['hello\r\nserver is: a1\r\n', 'a1'],
    ['hello, server is: a1', undefined],
    ['server is:\nmore', undefined],
    ['', undefined],
    [`server is: ${'a'.repeat(99)}`, `${'a'.repeat(63)}…`]
  ])('%j is of %s', (body, replica) => {
    expect(replicaOf(answer(body), identify)).toBe(replica)
  })

  test('by a function too, and of a wrong answer as well', () => {
    const wrong = judgeOutcome(answer('a1', 500), {})
    expect(replicaOf(wrong, body => body)).toBe('a1')
    expect(replicaOf({ kind: 'refused', detail: '' }, body => body)).toBeUndefined()
  })
})

test.each([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ETIMEDOUT', 'time-out'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EADDRNOTAVAIL', 'not-sent'],
  ['EMFILE', 'not-sent']
])('%s is %s', (code, kind) => {
  expect(outcomeOfError({ code, message: 'x' })).toMatchObject({ kind, detail: code })
})

test('words are one line, bounded and harmless', () => {
  expect(bounded(' a\r\n\tb\u0000\u200b')).toBe('a b\u{fffd}\u{fffd}')
  expect(bounded('x'.repeat(500))).toHaveLength(160)
})

describe('the plan', () => {
  const request: LoadRequest = { targets: [target], ratePerSecond: 10, durationMs: 1000, connections: 'kept' }

  test('defaults', () => {
    expect(planLoad(request)).toMatchObject({ count: 10, timeoutMs: 5000, maxOutstanding: 1000, workers: 1 })
  })

  test.each<[Partial<LoadRequest>, string]>([
    [{ targets: [] }, 'there is no target to ask'],
    [{ ratePerSecond: 0 }, 'ratePerSecond must be more than 0, not 0'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs must be more than 0, not NaN'],
    [{ durationMs: 0 }, '0 is no number of requests'],
    [{ workers: 0 }, '0 is no number of workers'],
    [{ workers: 2, identify: () => 'a' }, 'a function cannot name replicas in workers: use { lineAfter }']
  ])('%j cannot be run', (fields, message) => {
    expect(() => planLoad({ ...request, ...fields } as LoadRequest)).toThrow(message)
  })
})
