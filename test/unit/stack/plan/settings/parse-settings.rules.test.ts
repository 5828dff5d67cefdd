import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { durationMs, showDuration } from '../../../../../src/plain/durations.ts'
import { parseSettings } from '../../../../../src/stack/plan/settings/parse-settings.rules.ts'

test('lines for all services and for single ones', () => {
  const lines = [
    '# how the stack rolls',
    '',
    'parallelism=2',
    'update-delay=1m30s',
    'rollback-parallelism=0',
    'backend.order=start-first',
    'my.api.rollback-failure-action=continue',
    'backend.max-failure-ratio=0.2',
    'backend.monitor=500ms',
    'failure-action=rollback'
  ]
  expect(parseSettings(lines)).toEqual({
    all: {
      update: { parallelism: 2, delayMs: 90_000, failureAction: 'rollback' },
      rollback: { parallelism: 0 }
    },
    byService: {
      backend: { update: { order: 'start-first', maxFailureRatio: 0.2, monitorMs: 500 }, rollback: {} },
      'my.api': { update: {}, rollback: { failureAction: 'continue' } }
    }
  })
})

test('the last of a kind counts', () => {
  expect(parseSettings(['delay=1s', 'delay=2s']).all.update).toEqual({ delayMs: 2_000 })
})

test('a service may have the name of something that every object has', () => {
  expect(Object.hasOwn(parseSettings(['__proto__.delay=1s']).byService, '__proto__')).toBe(true)
})

test('all faults are told at once', () => {
  const lines = [
    'paralelism=2',
    'delay=15',
    'backend.order=first',
    'rollback-failure-action=rollback',
    'zzz',
    ''
  ]
  let said = ''
  try {
    parseSettings(lines)
  } catch (error) {
    said = (error as Error).message
    expect(error).toMatchObject({ code: 'usage', hint: expect.stringContaining('backend.delay=15s') })
  }
  expect(said.split('; ')).toEqual([
    '"paralelism=2" is no setting: is it parallelism?',
    '"delay=15": delay takes a duration such as 15s or 1m30s',
    '"backend.order=first": order takes start-first or stop-first',
    '"rollback-failure-action=rollback": a rollback cannot be rolled back: pause or continue',
    expect.stringContaining('"zzz" is no setting: they are parallelism')
  ])
})

test.each(['max-failure-ratio=1.5', 'max-failure-ratio=-0.1', 'parallelism=-1', 'monitor=', 'constructor=1'])(
  '%s is a fault',
  line => {
    expect(() => parseSettings([line])).toThrow(line)
  }
)

test('a duration that is shown is read back', () => {
  void fc.assert(
    fc.property(fc.nat(1e9), ms => {
      expect(durationMs(showDuration(ms))).toBe(ms)
    })
  )
  expect(durationMs('1.5h')).toBe(5_400_000)
  expect(['', '15', '1d', '1 s', '-1s'].map(durationMs)).toEqual(Array(5).fill(undefined))
})
