import { describe, expect, test } from '@jest/globals'
import type { Judgement } from '../../../src/rollout/hold.rules.ts'
import { endOf, type Limits, nextLook } from '../../../src/rollout/pace.rules.ts'
import type { Phase } from '../../../src/rollout/service-state.ts'

const never = Number.POSITIVE_INFINITY
const limits: Limits = { deadlineMs: 60_000, rollbackUntilMs: 90_000, lingerUntilMs: never }
const judgement = (
  kind: Phase['kind'],
  more: { outcome?: Judgement['outcome']; againAtMs?: number; isUpdating?: boolean } = {}
): Judgement =>
  ({ outcome: undefined, againAtMs: undefined, ...more, state: { phase: { kind, ...more } } }) as Judgement
const done = judgement('settled', { outcome: 'converged' })
const holding = (againAtMs: number) => judgement('settled', { againAtMs })

describe('the next look', () => {
  test('a second later, and no event brings it forward', () => {
    expect(nextLook([judgement('progressing'), done], limits, 1000)).toEqual({
      inMs: 1000,
      leastMs: 1000,
      isLast: false
    })
  })
  test('while all that is left holds: seldom, and when the last of them is due', () => {
    expect(nextLook([holding(9000), done], limits, 1000)).toMatchObject({ inMs: 2500, isLast: false })
    expect(nextLook([holding(2000), holding(3000)], limits, 1000)).toMatchObject({
      inMs: 2000,
      isLast: true
    })
    expect(nextLook([holding(2000), done], limits, 1000)).toMatchObject({ inMs: 1000, isLast: true })
    expect(nextLook([holding(9000), judgement('progressing')], limits, 1000)).toMatchObject({ inMs: 1000 })
  })
  test('sooner on an event where SwarmKit has the word', () => {
    const updating = judgement('settled', { isUpdating: true })
    expect(nextLook([updating], limits, 1000)).toMatchObject({ inMs: 1000, leastMs: 400 })
    expect(nextLook([judgement('rolling-back')], limits, 1000)).toMatchObject({ leastMs: 400 })
  })
  test('at the deadline, and never in the past', () => {
    expect(nextLook([judgement('progressing')], limits, 59_700).inMs).toBe(300)
    expect(nextLook([holding(500)], limits, 1000).inMs).toBe(0)
  })
})

describe('the end', () => {
  const { deadlineMs, rollbackUntilMs } = limits
  test.each<[string, Judgement[], Partial<Limits>, number, string | undefined]>([
    ['all have an outcome', [done], {}, 0, 'cancelled'],
    ['one is under way', [done, judgement('progressing')], {}, 0, undefined],
    ['the deadline', [done, judgement('progressing')], {}, deadlineMs, 'timed-out'],
    ['a rollback outlasts it', [judgement('rolling-back')], {}, deadlineMs, undefined],
    ['but not without end', [judgement('rolling-back')], {}, rollbackUntilMs, 'timed-out'],
    ['another failed long ago', [judgement('progressing')], { lingerUntilMs: 5000 }, 5000, 'cancelled'],
    ['and this one rolls back', [judgement('rolling-back')], { lingerUntilMs: 5000 }, 5000, undefined]
  ])('%s', (_, judgements, more, nowMs, expected) =>
    expect(endOf(judgements, { ...limits, ...more }, nowMs)).toBe(expected)
  )
})
