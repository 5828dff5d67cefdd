import { describe, expect, test } from '@jest/globals'
import { errandsOf } from '../../../../../src/verify/kinds/isolation/asks.rules.ts'
import { judgeIsolation } from '../../../../../src/verify/kinds/isolation/judge.ts'
import type { Sighting } from '../../../../../src/verify/kinds/isolation/observe.rules.ts'
import type { Ask } from '../../../../../src/verify/probes/asks.rules.ts'
import { evidenceOf, judge, shop, table } from './builders.ts'
import { type Fate, sightingsOf } from './mesh-builders.ts'

describe('a service that listens on nothing, and should not', () => {
  const quiet = { silent: ['db'] }
  const isKnock = (ask: Ask) => ask.kind === 'connect' && ask.port === 9
  const refusedBy =
    (name: string): NonNullable<Fate['answer']> =>
    (from, ask) =>
      from.service.name === name && isKnock(ask) ? { kind: 'refused' } : undefined

  test('answers that a port is closed to whoever reaches it, and to nobody else', () => {
    expect(judge(quiet)).toMatchObject({ status: 'pass', figures: { unknown: 0 } })
    expect(table(quiet)).toEqual([
      'web        -    +    .',
      'api        +    -    +   web:8080+',
      'db         .    +    -   web:8080+'
    ])
  })
  test('is found when somebody joined its network', () => {
    const verdict = judge({ ...quiet, joined: { web: ['back'] } })
    expect(verdict).toMatchObject({ status: 'fail', figures: { unexpected: 1, unknown: 0 } })
    expect(verdict.observed).toContain(
      'web -> db is open: across 10.0.1.23, where nothing listens, on shop_back'
    )
  })
  test('is cut off when its address does not answer though it is there', () => {
    const answer: Fate['answer'] = (from, ask) =>
      from.service.name === 'api' && isKnock(ask) ? { kind: 'silent' } : undefined
    expect(judge({ ...quiet, answer })).toMatchObject({
      status: 'fail',
      observed: expect.stringContaining('api -> db is blocked: task 10.0.1.23, where nothing listens')
    })
  })
  test('is not known when not even it itself hears an answer', () => {
    const answer: Fate['answer'] = (_from, ask) => (isKnock(ask) ? { kind: 'silent' } : undefined)
    const verdict = judge({ ...quiet, answer })
    expect(verdict.status).toBe('inconclusive')
    expect(verdict.observed).toContain('nothing shows that db answers at all')
  })
  test('is as if nobody were there, where an address that nobody has is refused as well', () => {
    expect(judge({ ...quiet, answer: refusedBy('web') }).status).toBe('pass')
  })
  test('is no proof for a rule that it must be reached', () => {
    const verdict = judge(quiet, { must: ['api -> db'] })
    expect(verdict).toMatchObject({ status: 'inconclusive', figures: { unknown: 1 } })
    expect(verdict.observed).toContain('db listens on no port')
    expect(judge({}, { must: ['api -> db'] }).status).toBe('pass')
  })
  test('is not known where nobody can say what should listen', () => {
    const world = shop()
    const sightings = sightingsOf(world, quiet).map((one): Sighting => {
      if (!one.isRun) return one
      const errands = errandsOf(one.from, world, new Map([['shop_db@n0', []]]), () => true, true)
      expect(errands.filter(({ ask }) => isKnock(ask))).toEqual([])
      return { ...one, heard: one.heard.filter(({ errand }) => !isKnock(errand.ask)) }
    })
    expect(judgeIsolation(evidenceOf(world, sightings))).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('db listens on no port')
    })
  })
})
