import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isSlow, overloadIn, type PaceSample, paceOf } from '../../../src/plain/pace.ts'

const sample = (pingMs: number | undefined, startMs?: number): PaceSample => ({ atMs: 0, pingMs, startMs })

describe('what follows from how fast a swarm is', () => {
  test.each([
    ['a machine that is quick and at rest', [sample(3, 120)], { atOnce: 16, patience: 1 }, false],
    ['one with other work', [sample(20, 500)], { atOnce: 6, patience: 1 }, false],
    ['an emulated one', [sample(15, 1500)], { atOnce: 2, patience: 3 }, true],
    ['an emulated one with other work', [sample(60, 4000)], { atOnce: 1, patience: 8 }, true],
    ['one that does not answer', [sample(undefined)], { atOnce: 1, patience: 8 }, true],
    ['one in which nothing can be started', [sample(3)], { atOnce: 4, patience: 1 }, false],
    ['nobody measured', [], { atOnce: 16, patience: 1 }, false]
  ])('%s', (_, samples, pace, slow) => {
    expect(paceOf(samples)).toEqual(pace)
    expect(isSlow(paceOf(samples))).toBe(slow)
  })
  test('one slow answer does not make a slow swarm, several do', () => {
    const quick = [sample(3, 100), sample(3), sample(3), sample(3)]
    expect(paceOf([...quick, sample(9000)]).atOnce).toBe(16)
    expect(paceOf([...quick, sample(9000), sample(9000), sample(9000)]).atOnce).toBe(1)
  })
  test('something is always done, never more than 16, and a slower one never does more', () => {
    const ms = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined })
    void fc.assert(
      fc.property(fc.array(fc.tuple(ms, ms), { maxLength: 9 }), fc.nat(5000), (pairs, more) => {
        const all = pairs.map(([pingMs, startMs]) => sample(pingMs, startMs))
        const slower = all.map(each => ({ ...each, pingMs: each.pingMs && each.pingMs + more }))
        const { atOnce, patience } = paceOf(all)
        expect(atOnce).toBeGreaterThanOrEqual(1)
        expect(atOnce).toBeLessThanOrEqual(16)
        expect(patience).toBeGreaterThanOrEqual(1)
        expect(paceOf(slower).atOnce).toBeLessThanOrEqual(atOnce)
        expect(paceOf(slower).patience).toBeGreaterThanOrEqual(patience)
      })
    )
  })
})

describe('too much to do', () => {
  const opened = sample(10, 200)
  test.each([
    ['as at first', sample(12, 220), undefined],
    ['somewhat busier', sample(400, 900), undefined],
    ['much busier than at first', sample(600), 'the engine took 0.6 s to answer'],
    ['programs that hardly start', sample(20, 3200), 'a program took 3.2 s to start'],
    ['no answer', sample(undefined), 'the engine did not answer']
  ])('%s', (_, now, said) => {
    expect(overloadIn(now, opened)).toBe(said)
  })
  test('a machine that is slow at all times is not overloaded by being so, unless it hardly answers', () => {
    const slow = sample(80, 2500)
    expect(overloadIn(sample(90, 2600), slow)).toBeUndefined()
    expect(overloadIn(sample(1200), sample(1200))).toBe('the engine took 1.2 s to answer')
  })
})
