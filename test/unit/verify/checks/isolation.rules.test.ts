import { describe, expect, test } from '@jest/globals'
import { type IsolationEvidence, judgeIsolation } from '../../../../src/verify/checks/isolation.rules.ts'
import { errandsOf, lookOuts } from '../../../../src/verify/checks/isolation-asks.rules.ts'
import { expectedEdges, parseEdgeRule } from '../../../../src/verify/checks/isolation-edges.rules.ts'
import { matrixOf } from '../../../../src/verify/checks/isolation-matrix.rules.ts'
import { observe, type Sighting } from '../../../../src/verify/checks/isolation-observe.rules.ts'
import { portEdges } from '../../../../src/verify/checks/isolation-ports.rules.ts'
import { isolationTable } from '../../../../src/verify/checks/isolation-table.rules.ts'
import type { MeshWorld } from '../../../../src/verify/checks/isolation-world.rules.ts'
import type { Ask } from '../../../../src/verify/probes/asks.rules.ts'
import { aMesh, type Fate, sightingsOf } from './mesh-builders.ts'

const shop = () =>
  aMesh({
    web: { on: ['front'], tasks: 3, published: 8080 },
    api: { on: ['front', 'back'], mode: 'vip' },
    db: { on: ['back'] }
  })

function evidenceOf(
  world: MeshWorld,
  sightings: Sighting[],
  rules: { must?: string[]; mustNot?: string[] } = {}
): IsolationEvidence {
  const { edges, published } = observe(world.services, sightings)
  const parsed = {
    must: (rules.must ?? []).map(parseEdgeRule),
    mustNot: (rules.mustNot ?? []).map(parseEdgeRule)
  }
  const expected = expectedEdges(world.services, parsed)
  return {
    services: world.services.map(({ name, networks }) => ({ name, networks, isOnHost: false })),
    edges: expected.flatMap(edge => {
      const observed = edges.find(one => one.from === edge.from && one.to === edge.to)
      return observed ? [{ expected: edge, observed }] : []
    }),
    published,
    ports: portEdges(world.services, published, parsed),
    rounds: 1,
    lookOuts: sightings.length
  }
}
const judge = (fate: Fate = {}, rules: { must?: string[]; mustNot?: string[] } = {}) =>
  judgeIsolation(evidenceOf(shop(), sightingsOf(shop(), fate), rules))
const table = (fate: Fate = {}) =>
  isolationTable(matrixOf(evidenceOf(shop(), sightingsOf(shop(), fate)))).slice(1, -1)

const isTo = (ask: Ask, start: string) => ask.kind === 'connect' && ask.address.startsWith(start)

describe('a matrix as it must be', () => {
  test('passes, with its table', () => {
    expect(judge()).toMatchObject({
      status: 'pass',
      observed: '4 open and 2 blocked, as they must be',
      figures: { services: 3, edges: 6, unexpected: 0, unknown: 0, lookOuts: 4 }
    })
    expect(table()).toEqual([
      'web        -    +    .',
      'api        +    -    +   web:8080+',
      'db         .    +    -   web:8080+'
    ])
  })

  test('without a mesh no virtual address and no ingress port is tried', () => {
    expect(judge({ hasMesh: false })).toMatchObject({ status: 'pass' })
    const [out] = lookOuts(shop())
    const errands = out ? errandsOf(out, shop(), new Map(), () => true, false) : []
    expect(errands.filter(({ purpose }) => purpose.kind === 'published')).toEqual([])
    expect(errands.filter(({ purpose }) => purpose.kind === 'path' && purpose.via === 'vip')).toEqual([])
  })
})

describe('a broken one fails with its edge and its network', () => {
  test('somebody joined a foreign network', () => {
    expect(judge({ joined: { web: ['back'] } })).toMatchObject({
      status: 'fail',
      observed: expect.stringMatching(/^web -> db is open: across 10\.0\.1\.23:80 on shop_back/),
      hint: 'take web or db off the network shop_back, or allow the edge',
      figures: { unexpected: 1, unknown: 0 }
    })
    expect(table({ joined: { web: ['back'] } })[0]).toBe('web        -    +    +!')
  })

  test('a way that must be open is not', () => {
    const verdict = judge({
      answer: (from, ask) =>
        from.service.name === 'db' && ask.kind === 'connect' && ask.address.startsWith('10.0.1.1')
          ? { kind: 'silent' }
          : undefined
    })
    expect(verdict).toMatchObject({ status: 'fail', figures: { unexpected: 1 } })
    expect(verdict.observed).toBe(
      'db -> api is blocked: vip 10.0.1.12:80 on shop_back (silent), task 10.0.1.13:80 on shop_back (silent)'
    )
    expect(verdict.hint).toContain('attach both running services to the network shop_back')
  })

  test('one task of three cannot be reached', () => {
    const verdict = judge({
      answer: (from, ask) =>
        from.service.name === 'api' && ask.kind === 'connect' && ask.address === '10.0.0.5'
          ? { kind: 'silent' }
          : undefined
    })
    expect(verdict.status).toBe('fail')
    expect(verdict.observed).toBe('api -> web is blocked: task 10.0.0.5:80 on shop_front (silent)')
    expect(verdict.hint).toContain('one way is open while another is not')
  })

  test('a name that must resolve does not', () => {
    const verdict = judge({
      answer: (from, ask) =>
        from.service.name === 'web' && ask.kind === 'resolve' && ask.name === 'shop_api'
          ? { kind: 'no-such-name' }
          : undefined
    })
    expect(verdict).toMatchObject({ status: 'fail', observed: 'web -> api is blocked: the name shop_api' })
  })

  test('a rule against a network that is shared', () => {
    expect(judge({}, { mustNot: ['db -> api'] })).toMatchObject({
      status: 'fail',
      hint: 'take db or api off the network shop_back, or allow the edge'
    })
  })

  test('a name is enough to break a rule, though no connection comes about', () => {
    const verdict = judge(
      {
        answer: (from, ask) =>
          from.service.name === 'db' && isTo(ask, '10.0.1.1') ? { kind: 'silent' } : undefined
      },
      { mustNot: ['db -> api'] }
    )
    expect(verdict).toMatchObject({ status: 'fail', figures: { unexpected: 1 } })
    expect(verdict.observed).toContain('db -> api is open: the name shop_api')
  })

  test('a rule for two that share none', () => {
    expect(judge({}, { must: ['web -> db'] })).toMatchObject({
      status: 'fail',
      hint: 'put web and db on a network of their own, or take the rule away'
    })
  })
})

describe('what is not known is not blocked', () => {
  test.each<[string, Fate, string]>([
    [
      'nothing listens where its image says that something does',
      { silent: ['db'], exposes: { db: [5432] } },
      'nothing shows that db listens on 5432'
    ],
    ['nothing listens on a published port', { silent: ['web'] }, 'nothing shows that web listens on 80'],
    [
      'what listened answers nobody, not even itself',
      {
        answer: (_from, ask) =>
          ask.kind === 'connect' && ask.address.startsWith('10.0.1.2') ? { kind: 'refused' } : undefined
      },
      'nothing shows that db listens on 80'
    ],
    [
      'the prober reaches nothing',
      { answer: from => (from.service.name === 'web' ? { kind: 'silent' } : undefined) },
      'reached nothing at all'
    ],
    [
      'the resolver does not know the asker',
      {
        answer: (from, ask) =>
          from.service.name === 'db' && ask.kind === 'resolve' ? { kind: 'no-name-answer' } : undefined
      },
      'the resolver does not know the asker either'
    ],
    [
      'every address answers, also those that nobody has',
      {
        answer: (from, ask) =>
          from.service.name === 'db' && ask.kind === 'connect' && ask.address.startsWith('10.0.0.')
            ? { kind: 'open' }
            : undefined
      },
      'an address that nobody has answers there too'
    ],
    [
      'the probe says nothing',
      { answer: from => (from.service.name === 'db' ? { kind: 'unknown', detail: 'gone' } : undefined) },
      'gone'
    ]
  ])('%s', (_title, fate, reason) => {
    const verdict = judge(fate)
    expect(verdict.status).toBe('inconclusive')
    expect(verdict.observed).toContain(reason)
    expect(verdict.figures.unexpected).toBe(0)
  })

  test('a probe that failed', () => {
    const sightings = sightingsOf(shop()).map(
      (one): Sighting =>
        one.from.service.name === 'db' ? { from: one.from, isRun: false, reason: 'no image' } : one
    )
    expect(judgeIsolation(evidenceOf(shop(), sightings))).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('the probe of db failed: no image')
    })
  })

  test('one probe of two that failed', () => {
    const sightings = sightingsOf(shop()).map(
      (one): Sighting =>
        one.from.key === 'shop_web@n1' ? { from: one.from, isRun: false, reason: 'lost' } : one
    )
    const verdict = judgeIsolation(evidenceOf(shop(), sightings))
    expect(verdict).toMatchObject({ status: 'inconclusive', figures: { unexpected: 0, unknown: 1 } })
    expect(verdict.observed).toBe('1 edge not known: web -> db (the probe of web failed: lost)')
  })

  test('a service without a task', () => {
    const world = aMesh({ web: { on: ['front'] }, db: { on: ['back'], tasks: 0 } })
    expect(judgeIsolation(evidenceOf(world, sightingsOf(world)))).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('db has no running task')
    })
  })

  test('a service on its node’s own network', () => {
    const world = aMesh({ web: { on: ['front'] }, agent: { on: ['host'] } })
    const verdict = judgeIsolation(evidenceOf(world, sightingsOf(world), { mustNot: ['web -> agent'] }))
    expect(verdict).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('where nothing is apart')
    })
  })

  test('no two services', () => {
    const world = aMesh({ web: { on: ['front'] } })
    expect(judgeIsolation(evidenceOf(world, sightingsOf(world)))).toMatchObject({ status: 'inconclusive' })
  })
})

describe('how much is asked', () => {
  test('one look-out for each service and node, not for each task', () => {
    const world = aMesh({ web: { on: ['front'], tasks: 9 }, db: { on: ['back'] } })
    expect(lookOuts(world).map(out => out.key)).toEqual(['shop_web@n0', 'shop_web@n1', 'shop_db@n0'])
  })

  test('a decoy is no address of anybody', () => {
    const world = shop()
    const last = world.services[2]?.tasks[0]?.attachments[0]
    if (last) last.address = '10.0.1.254'
    const [out] = lookOuts(world)
    const listening = new Map(lookOuts(shop()).map(one => [one.key, [{ port: 80, address: undefined }]]))
    const decoys = (out ? errandsOf(out, world, listening, () => true, true) : []).filter(
      ({ purpose }) => purpose.kind === 'decoy'
    )
    expect(decoys.map(({ ask }) => ask)).toEqual([{ kind: 'connect', address: '10.0.1.253', port: 80 }])
  })
})

test('hostile names neither break the line nor the table', () => {
  const world = shop()
  const evil = world.services[2]
  if (evil) evil.name = 'db\n::error::\u001b[2J'
  const evidence = evidenceOf(world, sightingsOf(world, { silent: ['api'] }))
  const text = [judgeIsolation(evidence).observed, ...isolationTable(matrixOf(evidence))].join('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(text).not.toMatch(/[\u0000-\u001f]/)
})

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
  test('is not known where an address that nobody has is refused as well', () => {
    const verdict = judge({ ...quiet, answer: refusedBy('web') })
    expect(verdict.status).toBe('inconclusive')
    expect(verdict.observed).toContain('an address that nobody has answers there too')
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

describe('a published port that a rule names', () => {
  /** Of all services, only these get through it. */
  const only =
    (...names: string[]): NonNullable<Fate['answer']> =>
    (from, ask) =>
      isTo(ask, '192.') && !names.includes(from.service.name) ? { kind: 'silent' } : undefined

  const halfWay: NonNullable<Fate['answer']> = (_from, ask) =>
    isTo(ask, '192.0.2.2') ? { kind: 'silent' } : undefined

  test.each<[string, Fate, { must?: string[]; mustNot?: string[] }, string, RegExp]>([
    [
      'must not be open, and is',
      {},
      { mustNot: ['db -> web:8080'] },
      'fail',
      /^db -> web:8080 is open, through a/
    ],
    [
      'must not be open to anybody, and is',
      {},
      { mustNot: ['* -> web:8080'] },
      'fail',
      /^api -> .*; db -> web:8080 is/
    ],
    [
      'must not be open, and is through one node',
      { answer: halfWay },
      { mustNot: ['db -> web:8080'] },
      'fail',
      /is open/
    ],
    [
      'must be open, and is through one node only',
      { answer: halfWay },
      { must: ['db -> web:8080'] },
      'fail',
      /is blocked/
    ],
    [
      'is open to another only',
      { answer: only('api') },
      { mustNot: ['db -> web:8080'] },
      'pass',
      /as they must be/
    ],
    [
      'is open to nobody',
      { answer: only() },
      { mustNot: ['db -> web:8080'] },
      'inconclusive',
      /nobody got through/
    ],
    [
      'could not be tried',
      { hasMesh: false },
      { mustNot: ['db -> web:8080'] },
      'inconclusive',
      /1 published port not/
    ],
    ['must not be open, and is not published', {}, { mustNot: ['* -> db:5432'] }, 'pass', /as they must be/],
    ['must be open, and is', {}, { must: ['db -> web:8080'] }, 'pass', /as they must be/],
    [
      'must be open, and is not',
      { answer: only('api') },
      { must: ['db -> web:8080'] },
      'fail',
      /web:8080 is blocked/
    ],
    [
      'must be open, and is not published',
      {},
      { must: ['web -> db:5432'] },
      'fail',
      /^web -> db:5432 is not published/
    ]
  ])('%s', (_how, fate, rules, status, words) => {
    const { status: is, observed } = judge(fate, rules)
    expect([is, observed]).toEqual([status, expect.stringMatching(words)])
  })
  test('is marked in the table, and says nothing about the networks', () => {
    const evidence = evidenceOf(shop(), sightingsOf(shop()), { mustNot: ['db -> web:8080'] })
    expect(isolationTable(matrixOf(evidence)).slice(1, -1)).toEqual([
      'web        -    +    .',
      'api        +    -    +   web:8080+',
      'db         .    +    -   web:8080+!'
    ])
  })
  test('of a service that is not there is an error', () => {
    expect(() => judge({}, { mustNot: ['* -> redis:6379'] })).toThrow('the stack has no service "redis"')
  })
})
