import { describe, expect, test } from '@jest/globals'
import { judgeTcp, type TcpReading, tcpExpected } from '../../../../../src/verify/kinds/tcp/judge.ts'
import type { Answer } from '../../../../../src/verify/probes/asks.rules.ts'

const reading = (
  kind: Exclude<Answer['kind'], 'unknown' | 'named' | 'said'>,
  isProven = true
): TcpReading => ({
  from: 'web on node1',
  target: 'redis:6379',
  answer: { kind },
  isProven
})
const judge = (state: 'open' | 'closed', ...readings: TcpReading[]) =>
  judgeTcp({ from: 'web', host: 'redis', port: 6379, state }, { readings })

describe('a port', () => {
  test.each<[string, 'open' | 'closed', TcpReading[], string]>([
    ['open from every node', 'open', [reading('open'), reading('open')], 'pass'],
    ['closed from one', 'open', [reading('open'), reading('silent')], 'fail'],
    ['refused', 'closed', [reading('refused')], 'pass'],
    ['unanswered', 'closed', [reading('silent')], 'pass'],
    ['open that must not be', 'closed', [reading('refused'), reading('open')], 'fail'],
    ['without a name, when it must be open', 'open', [reading('no-such-name')], 'fail'],
    ['without a name, when it must be closed', 'closed', [reading('no-such-name')], 'inconclusive'],
    ['from a probe that reaches nothing: open', 'open', [reading('silent', false)], 'inconclusive'],
    ['from a probe that reaches nothing: closed', 'closed', [reading('silent', false)], 'inconclusive'],
    ['asked by nobody', 'closed', [], 'inconclusive'],
    [
      'not known from one',
      'open',
      [reading('open'), { ...reading('open'), answer: { kind: 'unknown', detail: 'no image' } }],
      'inconclusive'
    ]
  ])('%s', (_title, state, readings, status) => {
    expect(judge(state, ...readings).status).toBe(status)
  })

  test('says who asked what, and the way out', () => {
    expect(judge('open', reading('refused'))).toMatchObject({
      expected: 'redis:6379 is open, asked from web',
      observed: 'redis:6379 from web on node1: refused'
    })
    expect(judge('open', reading('no-such-name')).hint).toBe(
      'see that redis runs, and put it and web on a common network'
    )
    expect(
      judgeTcp({ service: 'web', port: 80, state: 'open' }, { readings: [reading('refused')] })
    ).toMatchObject({
      status: 'fail',
      expected: 'port 80 of every replica of web is open',
      hint: 'see its log, and that web listens on all its addresses: `docker service logs`'
    })
    expect(tcpExpected({ port: 80, state: 'open' })).toBe(
      'port 80 of every node is open, asked from this machine'
    )
  })
})
