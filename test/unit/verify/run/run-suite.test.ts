import { describe, expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../../src/errors.ts'
import { fail } from '../../../../src/verify/judging/judgement.rules.ts'
import { fakeEffects } from '../../../support/fake-engine.ts'
import { check, EXPECTED, kind, run, saved } from './run-builders.ts'

const never = () => new Promise<never>(() => undefined)

test('a verdict for each check, in order, with its place and its evidence', async () => {
  const good = check(
    'good',
    kind(async () => true),
    { tags: ['core'], points: 2, hints: ['look'] }
  )
  const bad = check(
    'bad',
    kind(async () => 'rubbish', { place: () => ['services', 'web'] }),
    { title: 'Bad' }
  )
  const [first, second] = await run([good, bad])
  expect(first).toMatchObject({ id: 'good', status: 'pass', title: EXPECTED, tags: ['core'], points: 2 })
  expect(first?.compose).toBeUndefined()
  expect(second).toMatchObject({
    status: 'fail',
    title: 'Bad',
    observed: 'saw rubbish',
    suite: { file: 'suite.yml', line: 3 },
    compose: { file: 'stack.yml', line: 2 },
    evidenceFile: 'bad.json'
  })
  expect(JSON.parse(saved.bad ?? '')).toEqual({ id: 'bad', kind: 'probe', params: {}, evidence: 'rubbish' })
})

describe('what cannot be measured is inconclusive', () => {
  test.each([
    ['an engine that is lost', new SwarmlineError('engine-lost', 'the engine does not answer')],
    ['an answer of another form', new TypeError("Cannot read properties of undefined (reading 'x')")],
    ['an odd error', 'thrown text']
  ])('%s', async (_title, error) => {
    const [verdict] = await run([
      check(
        'a',
        kind(() => Promise.reject(error))
      )
    ])
    expect(verdict).toMatchObject({ status: 'inconclusive', expected: EXPECTED })
    expect(verdict?.observed).toMatch(/^could not be measured: /)
    expect(verdict?.observed).not.toMatch(/undefined|\bat .*:\d/)
  })
  test('a judge that trips over the evidence', async () => {
    const judge = () => {
      throw new TypeError('x is not iterable')
    }
    expect(
      await run([
        check(
          'a',
          kind(async () => true, { judge })
        )
      ])
    ).toMatchObject([{ status: 'inconclusive' }])
  })
  test('a check past its deadline, though it does not heed it; the others go on', async () => {
    const verdicts = await run([
      check('slow', kind(never), { deadlineMs: 20 }),
      check(
        'good',
        kind(async () => true)
      )
    ])
    expect(verdicts.map(v => v.status)).toEqual(['inconclusive', 'pass'])
    expect(verdicts[0]?.observed).toContain('not measured within 0.02 s')
  })
  test('everything past the deadline of all', async () => {
    const verdicts = await run([check('a', kind(never)), check('b', kind(never, { visits: 'counts' }))], {
      deadlineMs: 20
    })
    expect(verdicts.map(v => v.status)).toEqual(['inconclusive', 'inconclusive'])
    expect(verdicts[1]?.observed).toContain('all checks together had')
  })
})

test('a secret is in neither verdict nor evidence, and the judge does not see it', async () => {
  let judged: unknown
  const leaky = kind(
    async world => {
      world.secrets.register('koekje')
      return { env: 'PASS=koekje' }
    },
    {
      judge: (_params: object, evidence: unknown) => {
        judged = evidence
        return fail('no koekje', 'koekje\u001b[31m', 'koekje', { what: 'koekje' })
      }
    }
  )
  const verdicts = await run([check('a', leaky, { title: 'koekje', hints: ['koekje'] })])
  expect(judged).toEqual({ env: 'PASS=[secret]' })
  expect(JSON.stringify(verdicts) + saved.a).not.toMatch(/koekje|\\u001b/)
  const failing = check(
    'b',
    kind(() => Promise.reject(new Error('koekje')))
  )
  expect(JSON.stringify(await run([check('a', leaky), failing]))).not.toContain('koekje')
})

test('output is bounded, one line, and no workflow command', async () => {
  const noisy = kind(async () => `${'x\n'.repeat(100_000)}`, {
    judge: (_params: object, seen: unknown) => fail(EXPECTED, `::error::${seen}`, '##[error]')
  })
  const [verdict] = await run([check('a', noisy)])
  expect(verdict?.observed.length).toBeLessThanOrEqual(1600)
  expect(verdict?.observed).not.toMatch(/^::|\n/)
  expect(verdict?.hint).not.toContain('##[')
  expect(saved.a?.length).toBeLessThan(20_000)
})

describe('disturbing checks', () => {
  const order: string[] = []
  const disturbing = (id: string, gather: () => Promise<unknown> = async () => true, undo = async () => {}) =>
    check(
      id,
      kind(
        async world => {
          for (const step of ['1', '2'])
            world.undo(`undo ${id} ${step}`, async () => {
              order.push(`undo ${id} ${step}`)
              await undo()
            })
          order.push(id)
          return gather()
        },
        { isDisturbing: true }
      )
    )
  const allowed = { isDisruptionAllowed: true }

  test('are skipped unless they are allowed', async () => {
    expect(await run([disturbing('a')])).toMatchObject([
      { status: 'skipped', hint: expect.stringContaining('allow-disruption') }
    ])
  })
  test('run last, alone, in order, and are undone backwards, also after a failure', async () => {
    order.length = 0
    const calm = check(
      'calm',
      kind(async () => order.push('calm') > 0)
    )
    const lost = () => Promise.reject(new Error('lost'))
    const verdicts = await run([disturbing('a', lost), calm, disturbing('b')], allowed)
    expect(order).toEqual(['calm', 'a', 'undo a 2', 'undo a 1', 'b', 'undo b 2', 'undo b 1'])
    expect(verdicts.map(v => v.status)).toEqual(['inconclusive', 'pass', 'pass'])
  })
  test('what cannot be undone spoils its pass, and keeps the next from running', async () => {
    const stuck = () => Promise.reject(new SwarmlineError('engine-lost', 'gone'))
    const verdicts = await run([disturbing('a', undefined, stuck), disturbing('b')], allowed)
    expect(verdicts.map(v => [v.status, v.observed.includes('left the swarm changed')])).toEqual([
      ['inconclusive', true],
      ['inconclusive', true]
    ])
  })
  test('are undone when the run is cancelled', async () => {
    order.length = 0
    const stop = new AbortController()
    const cancelled = run(
      [
        disturbing('a', () => {
          stop.abort()
          return never()
        })
      ],
      allowed,
      fakeEffects({ signal: stop.signal })
    )
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
    expect(order).toEqual(['a', 'undo a 2', 'undo a 1'])
  })
  test('only they may undo', async () => {
    const [verdict] = await run([
      check(
        'a',
        kind(async world => world.undo('x', async () => {}))
      )
    ])
    expect(verdict).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('disturbs nothing')
    })
  })
})

test('a cancelled run is thrown', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(
    run(
      [
        check(
          'a',
          kind(async () => true)
        )
      ],
      {},
      fakeEffects({ signal: stop.signal })
    )
  ).rejects.toMatchObject({ code: 'cancelled' })
})
