import { describe, expect, test } from '@jest/globals'
import { errandsOf } from '../../../../../src/verify/kinds/isolation/asks.rules.ts'
import { judgeIsolation } from '../../../../../src/verify/kinds/isolation/judge.ts'
import { matrixOf } from '../../../../../src/verify/kinds/isolation/matrix.rules.ts'
import type { Sighting } from '../../../../../src/verify/kinds/isolation/observe.rules.ts'
import { isolationTable } from '../../../../../src/verify/kinds/isolation/table.rules.ts'
import { lookOuts } from '../../../../../src/verify/networks/ways.rules.ts'
import { evidenceOf, isTo, judge, shop, table } from './builders.ts'
import { aMesh, type Fate, sightingsOf } from './mesh-builders.ts'

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
    expect(verdict.hint).toContain('UDP 4789 must pass with the sender’s own address')
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
    expect(verdict.hint).toContain('UDP 4789 must pass with the sender’s own address')
  })

  test('a service without a task is looked for where it is, not between the nodes', () => {
    const world = shop()
    for (const service of world.services) if (service.name === 'db') service.tasks = []
    const verdict = judgeIsolation(evidenceOf(world, sightingsOf(world, {})))
    expect(verdict).toMatchObject({
      status: 'fail',
      observed: expect.stringContaining('api -> db is blocked: the name shop_db'),
      hint: 'see why db does not run: `docker service ps --no-trunc`'
    })
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
      hint: 'put web and db on a network of their own, or remove the rule'
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
      'an unused address answers there too'
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
