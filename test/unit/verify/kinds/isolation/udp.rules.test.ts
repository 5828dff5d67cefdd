import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseEdgeRule } from '../../../../../src/verify/kinds/isolation/edges.rules.ts'
import { matrixOf } from '../../../../../src/verify/kinds/isolation/matrix.rules.ts'
import type { Sighting } from '../../../../../src/verify/kinds/isolation/observe.rules.ts'
import { isolationTable } from '../../../../../src/verify/kinds/isolation/table.rules.ts'
import { judgeUdp, type UdpState, udpRules } from '../../../../../src/verify/kinds/isolation/udp.rules.ts'
import { udpErrandsOf } from '../../../../../src/verify/kinds/isolation/udp-asks.rules.ts'
import { lookOuts } from '../../../../../src/verify/networks/ways.rules.ts'
import type { Ask } from '../../../../../src/verify/probes/asks.rules.ts'
import { evidenceOf, judge, shop } from './builders.ts'
import { type Fate, type Rules, sightingsOf } from './mesh-builders.ts'

type Tell = NonNullable<Fate['answer']>
const isUdp = (ask: Ask, start = '10.') => ask.kind === 'datagram' && ask.address.startsWith(start)
/** What happens to datagrams from one service. */
const from =
  (name: string, kind: 'silent' | 'refused' | 'open', to = '10.'): Tell =>
  (out, ask) =>
    out.service.name === name && isUdp(ask, to) ? { kind } : undefined
const everywhere =
  (kind: 'silent' | 'refused' | 'open', to = '10.'): Tell =>
  (_out, ask) =>
    isUdp(ask, to) ? { kind } : undefined
const both =
  (...tells: Tell[]): Tell =>
  (out, ask) =>
    tells.map(tell => tell(out, ask)).find(answer => answer)

describe('a port by UDP that a rule names', () => {
  test.each<[string, Fate, Rules, string, RegExp]>([
    ['must be open, and sends back what comes', {}, { must: ['api -> db:9/udp'] }, 'pass', /as they must be/],
    [
      'must not be open, and is on no common network',
      {},
      { mustNot: ['web -> db:9/udp'] },
      'pass',
      /as they/
    ],
    [
      'must not be open, and is',
      {},
      { mustNot: ['api -> db:9/udp'] },
      'fail',
      /^api -> db:9\/udp is open: task 10\.0\.1\.23:9 on shop_back$/
    ],
    [
      'must not be open, and is to somebody who joined its network',
      { joined: { web: ['back'] } },
      { mustNot: ['web -> db:9/udp'] },
      'fail',
      /web -> db:9\/udp is open: across 10\.0\.1\.23:9/
    ],
    [
      'must be open, and is on no common network',
      {},
      { must: ['web -> db:9/udp'] },
      'fail',
      /^web -> db:9\/udp is blocked: across 10\.0\.1\.23:9 on shop_back \(silent\)$/
    ],
    [
      'must be open, and something swallows it',
      { answer: from('api', 'silent', '10.0.1.23') },
      { must: ['api -> db:9/udp'] },
      'fail',
      /^api -> db:9\/udp is blocked: task 10\.0\.1\.23:9 on shop_back \(silent\)$/
    ],
    [
      'must be open, and something turns it away',
      { answer: from('api', 'refused', '10.0.1.23') },
      { must: ['api -> db:9/udp'] },
      'fail',
      /\(refused\)$/
    ],
    [
      'must be open, and one task of three is not',
      { answer: from('api', 'silent', '10.0.0.5') },
      { must: ['api -> web:9/udp'] },
      'fail',
      /^api -> web:9\/udp is blocked: task 10\.0\.0\.5:9/
    ],
    [
      'must be open, and its virtual address is not',
      { answer: from('db', 'silent', '10.0.1.12') },
      { must: ['db -> api:9/udp'] },
      'fail',
      /^db -> api:9\/udp is blocked: vip 10\.0\.1\.12:9/
    ],
    [
      'must not be open, and its virtual address is',
      { answer: from('db', 'silent', '10.0.1.13') },
      { mustNot: ['db -> api:9/udp'] },
      'fail',
      /^db -> api:9\/udp is open: vip 10\.0\.1\.12:9/
    ],
    [
      'is silent to all, also to its own service',
      { answer: everywhere('silent') },
      { mustNot: ['web -> db:9/udp'] },
      'inconclusive',
      /^1 edge by UDP not known: web -> db:9\/udp \(nothing shows that db answers on 9 by UDP\)$/
    ],
    [
      'answers a neighbour, though not its own service',
      { answer: both(from('db', 'silent'), from('web', 'silent')) },
      { mustNot: ['web -> db:9/udp'], must: ['api -> db:9/udp'] },
      'pass',
      /as they must be/
    ],
    [
      'must not be open, and refuses: it was reached',
      {},
      { mustNot: ['api -> db:10/udp'] },
      'fail',
      /^api -> db:10\/udp is reached: task 10\.0\.1\.23:10 on shop_back \(refused: nothing listens there\)$/
    ],
    [
      'must be open, and refuses: nobody listens',
      {},
      { must: ['api -> db:10/udp'] },
      'inconclusive',
      /api -> db:10\/udp \(task .*nothing listens there\)/
    ],
    [
      'is refused by somebody, though not by its own service',
      { answer: both(from('db', 'silent'), from('web', 'refused', '10.0.1.23')) },
      { mustNot: ['web -> db:9/udp'] },
      'inconclusive',
      /nothing shows that db answers/
    ],
    [
      'refuses its own service, and is silent to others',
      {},
      { mustNot: ['web -> db:10/udp'] },
      'inconclusive',
      /nothing shows that db answers on 10/
    ],
    [
      'is open like every address there, also those that nobody has',
      { answer: from('web', 'open', '10.0.1.') },
      { mustNot: ['web -> db:9/udp'] },
      'inconclusive',
      /an unused address answers there too/
    ],
    [
      'is refused like every address there',
      { answer: from('web', 'refused', '10.0.1.') },
      { mustNot: ['web -> db:10/udp'] },
      'inconclusive',
      /an unused address answers there too/
    ],
    [
      'is asked by a probe that reaches nothing',
      {
        answer: out => (out.service.name === 'web' ? { kind: 'silent' } : undefined)
      },
      { mustNot: ['web -> db:9/udp'] },
      'inconclusive',
      /./
    ],
    [
      'is asked by a probe that does not say',
      {
        answer: (out, ask) =>
          out.service.name === 'web' && isUdp(ask) ? { kind: 'unknown', detail: 'gone' } : undefined
      },
      { mustNot: ['web -> db:9/udp'] },
      'inconclusive',
      /10\.0\.1\.23:9 on shop_back: gone/
    ]
  ])('%s', (_how, fate, rules, status, words) => {
    const verdict = judge(fate, rules)
    expect([verdict.status, verdict.observed]).toEqual([status, expect.stringMatching(words)])
  })

  test('is not known when the source’s probe sends nothing by UDP', () => {
    const rules = { mustNot: ['web -> db:9/udp'] }
    const answer: Tell = (out, ask) =>
      out.service.name === 'web' && ask.kind !== 'connect' ? { kind: 'silent' } : undefined
    const [edge] = evidenceOf(shop(), sightingsOf(shop(), { answer }, rules), rules).udp
    expect(edge && judgeUdp(edge)).toBe('unknown')
    expect(edge?.steps.map(step => step.words)).toContain('the probe of web reached nothing at all by UDP')
  })

  test('is not known when a probe of the source failed, or the target has no task', () => {
    const rules = { mustNot: ['web -> db:9/udp'] }
    const world = shop()
    const failed = sightingsOf(world, {}, rules).map(
      (one): Sighting =>
        one.from.key === 'shop_web@n1' ? { from: one.from, isRun: false, reason: 'lost' } : one
    )
    const states = (sightings: Sighting[]) => evidenceOf(world, sightings, rules).udp.map(judgeUdp)
    expect(states(failed)).toEqual(['unknown'])
    for (const service of world.services) if (service.name === 'db') service.tasks = []
    expect(states(sightingsOf(world, {}, rules))).toEqual(['unknown'])
  })

  test('stands in a column of its own, and says nothing about networks and published ports', () => {
    const rules = { must: ['api -> db:9/udp', 'web -> db:9/udp'], mustNot: ['db -> api:10/udp'] }
    const evidence = evidenceOf(shop(), sightingsOf(shop(), {}, rules), rules)
    expect(isolationTable(matrixOf(evidence)).slice(0, -1)).toEqual([
      'from \\ to  web  api  db  published  udp',
      'web        -    +    .              db:9.!',
      'api        +    -    +   web:8080+  db:9+',
      'db         .    +    -   web:8080+  api:10+!'
    ])
  })
})

describe('which rules there are', () => {
  const rules = (must: string[], mustNot: string[] = []) =>
    udpRules(shop().services, { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) }).map(
      ({ from: a, to: b, port, expected }) => `${a} ${b} ${port} ${expected}`
    )

  test('each pair once for each port; a name is stronger than a star', () => {
    expect(rules(['api -> db:9/udp'], ['* -> db:9/udp', 'api -> db:53/udp'])).toEqual([
      'api db 9 open',
      'web db 9 blocked',
      'api db 53 blocked'
    ])
  })
  test('none of those without a port, or of published ones', () => {
    expect(rules(['api -> db', 'api -> web:8080'], ['web -> db'])).toEqual([])
  })
  test.each([
    ['an unknown name', ['api -> dbb:9/udp'], [], 'the stack has no service "dbb"'],
    ['both at once', ['api -> db:9/udp'], ['api -> db:9/udp'], 'api -> db must be, and must not be'],
    ['another protocol', ['api -> db:9/sctp'], [], 'is not an edge']
  ])('%s is an error', (_how, must, mustNot, message) => {
    expect(() =>
      udpRules(shop().services, { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) })
    ).toThrow(message)
  })
})

test('what is asked grows with the rules, not with the stack', () => {
  const world = shop()
  const asked = (...must: string[]) =>
    lookOuts(world).flatMap(out =>
      udpErrandsOf(out, world, udpRules(world.services, { must: must.map(parseEdgeRule), mustNot: [] }), true)
    )
  expect(asked('api -> web')).toEqual([])
  // Itself, and one way from api's only look-out.
  expect(asked('api -> db:9/udp').map(({ purpose }) => purpose.kind)).toEqual(['udp-way', 'udp-self'])
})

describe('a judgement, whatever was seen', () => {
  const states = fc.array(fc.constantFrom<UdpState>('open', 'blocked', 'refused', 'unknown'), {
    maxLength: 6
  })
  const edge = (expected: 'open' | 'blocked', seen: UdpState[]) =>
    judgeUdp({ from: 'a', to: 'b', port: 9, expected, steps: seen.map(state => ({ state, words: state })) })

  test('is as expected only when every way is known to be so, and there is one', async () => {
    await fc.assert(
      fc.property(states, fc.constantFrom('open' as const, 'blocked' as const), (seen, expected) => {
        const isGood = seen.length > 0 && seen.every(state => state === expected)
        expect(edge(expected, seen) === 'as-expected').toBe(isGood)
      })
    )
  })
  test('is against it only by what was seen: what is not known never is', async () => {
    await fc.assert(
      fc.property(states, fc.constantFrom('open' as const, 'blocked' as const), (seen, expected) => {
        const isBad = seen.some(state =>
          expected === 'open' ? state === 'blocked' : /open|refused/.test(state)
        )
        expect(edge(expected, seen) === 'unexpected').toBe(isBad)
        expect(edge(expected, [...seen, 'unknown'])).not.toBe('as-expected')
      })
    )
  })
})
