import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ApiServiceSpec, UpdateConfig } from '../../../src/docker/types.ts'
import { deadlineMs, expectationOf, rollingUpdateMs } from '../../../src/rollout/deadline.rules.ts'
import { aService, SECOND } from '../../support/swarm-builders.ts'

type Parts = {
  replicas?: number
  update?: Partial<UpdateConfig>
  rollback?: Partial<UpdateConfig>
  container?: object
  mode?: ApiServiceSpec['Mode']
  condition?: string
}
const spec = ({ replicas = 3, update, rollback, container, mode, condition }: Parts): ApiServiceSpec => ({
  ...aService('web', { replicas }).Spec,
  ...(mode ? { Mode: mode } : {}),
  ...(update ? { UpdateConfig: { Parallelism: 1, ...update } } : {}),
  ...(rollback ? { RollbackConfig: { Parallelism: 1, ...rollback } } : {}),
  TaskTemplate: {
    ContainerSpec: { Image: 'x', StopGracePeriod: 4 * SECOND, ...container },
    ...(condition ? { RestartPolicy: { Condition: condition } } : {})
  }
})
const probed = { Healthcheck: { Test: ['CMD', 'x'], Interval: 6 * SECOND } }

describe('the least time of a rolling update', () => {
  // stop-first without a probe: 2 s gossip + 4 s grace + 2 s start = 8 s a slot; start-first: 1 s + 2 s = 3 s.
  test.each<[string, Parts, number]>([
    ['one at a time, with the default monitor', {}, 3 * 8_000 + 5_000],
    ['a delay after each', { update: { Delay: 2 * SECOND } }, 3 * 10_000 + 5_000],
    ['a delay as long as the monitor', { update: { Delay: 5 * SECOND } }, 3 * 13_000 + 6_000],
    ['a monitor', { update: { Monitor: 15 * SECOND } }, 3 * 8_000 + 15_000],
    ['two at a time', { update: { Parallelism: 2 } }, 2 * 8_000 + 5_000],
    ['all at a time', { update: { Parallelism: 0 } }, 8_000 + 5_000],
    ['more than there are', { update: { Parallelism: 9 } }, 8_000 + 5_000],
    ['start-first', { update: { Order: 'start-first' } }, 3 * 3_000 + 5_000],
    ['the first probe comes after an interval', { container: probed }, 3 * 14_000 + 5_000],
    [
      'or after start_interval, with a start_period',
      { container: { Healthcheck: { ...probed.Healthcheck, StartPeriod: SECOND, StartInterval: SECOND } } },
      3 * 9_000 + 5_000
    ],
    [
      'start_interval alone does nothing',
      { container: { Healthcheck: { ...probed.Healthcheck, StartInterval: SECOND } } },
      3 * 14_000 + 5_000
    ],
    [
      'a probe that names no interval',
      { container: { Healthcheck: { Test: ['CMD', 'x'] } } },
      3 * 38_000 + 5_000
    ],
    ['no probe', { container: { Healthcheck: { Test: ['NONE'] } } }, 3 * 8_000 + 5_000],
    ['the default grace', { container: { StopGracePeriod: undefined } }, 3 * 14_000 + 5_000],
    ['no replicas', { replicas: 0 }, 5_000],
    ['global: the nodes count', { mode: { Global: {} } }, 7 * 8_000 + 5_000]
  ])('%s', (_, parts, expected) => {
    expect(rollingUpdateMs(spec(parts), 7)).toBe(expected)
  })
  test('a task may end before its grace period is over', () => {
    expect(rollingUpdateMs(spec({}), 1, 100)).toBe(3 * 4_100 + 5_000)
    expect(rollingUpdateMs(spec({}), 1, 60_000)).toBe(3 * 8_000 + 5_000)
  })
})

describe('what is expected', () => {
  const options = { eligibleNodes: 3, safetyFactor: 2, pullAllowanceMs: 60_000 }
  test('is that of the slowest service, and of its way back', () => {
    const quick = { ...spec({ replicas: 1 }), Name: 'quick' }
    const slow = spec({
      container: probed,
      update: { FailureAction: 'rollback' },
      rollback: { Parallelism: 0 }
    })
    // Three failed probes of 6 s each are allowed: there 3 × 26 s + 5 s, back 26 s + 5 s.
    expect(expectationOf([quick, slow], options)).toEqual({
      expectedMs: 2 * (83_000 + 31_000) + 60_000,
      slowest: { name: 'web', boundMs: 114_000 }
    })
  })
  test('holds start_period, and then retries × (interval + timeout)', () => {
    const check = { Test: ['CMD', 'x'], Interval: 60 * SECOND, Timeout: 30 * SECOND, Retries: 5 }
    const container = { Healthcheck: { ...check, StartPeriod: 900 * SECOND } }
    expect(expectationOf([spec({ replicas: 1, container })], options).slowest?.boundMs).toBe(
      8_000 + 900_000 + 5 * 90_000 + 5_000
    )
  })
  test('allows for a health check that only the image names', () => {
    expect(expectationOf([spec({})], options).slowest?.boundMs).toBe(3 * 38_000 + 5_000)
  })
  test.each<[string, Parts]>([
    ['a job', { mode: { ReplicatedJob: {} } }],
    ['a global job', { mode: { GlobalJob: {} } }],
    ['a one-shot service', { condition: 'none' }]
  ])('nothing bounds %s', (_, parts) => {
    expect(expectationOf([spec({}), spec(parts)], options)).toEqual({
      expectedMs: Number.POSITIVE_INFINITY,
      slowest: undefined
    })
  })
  test('of no services is no more than the pulls', () => {
    expect(expectationOf([], options)).toEqual({ expectedMs: 60_000, slowest: undefined })
  })
  test('a monitor that is a little longer than the delay is no shorter than one that is equal', () => {
    const timed = (monitor: number) =>
      expectationOf([spec({ update: { Delay: 5 * SECOND, Monitor: monitor * SECOND } })], options).expectedMs
    expect(timed(5.5)).toBeGreaterThanOrEqual(timed(5))
  })
  test('never falls when what a file asks for grows, and is never less than the least time', () => {
    const seconds = fc.integer({ min: 0, max: 60_000 }).map(ms => ms * 1e6)
    const any = fc.record({
      replicas: fc.nat(20),
      parallelism: fc.nat(5),
      delay: seconds,
      monitor: seconds.filter(ns => ns > 0),
      startPeriod: seconds,
      order: fc.constantFrom('start-first', 'stop-first')
    })
    void fc.assert(
      fc.property(
        any,
        fc.constantFrom('replicas', 'delay', 'monitor', 'startPeriod'),
        seconds,
        (given, grown, more) => {
          const made = (over: object): ApiServiceSpec => {
            const { replicas, parallelism, delay, monitor, order, startPeriod } = { ...given, ...over }
            const update = { Parallelism: parallelism, Delay: delay, Monitor: monitor, Order: order }
            const container = { Healthcheck: { ...probed.Healthcheck, StartPeriod: startPeriod } }
            return spec({ replicas, update, container })
          }
          const step = grown === 'replicas' ? Math.ceil(more / 1e9) : more
          const less = expectationOf([made({})], options).expectedMs
          expect(
            expectationOf([made({ [grown]: given[grown] + step })], options).expectedMs
          ).toBeGreaterThanOrEqual(less)
          expect(less).toBeGreaterThanOrEqual(rollingUpdateMs(made({}), 3))
        }
      )
    )
  })
})

describe('the deadline', () => {
  const expected = (ms: number) => ({ expectedMs: ms, slowest: undefined })
  test.each([
    ['a limit that was given', true, 500_000, 1_000_000],
    ['a limit that was given, and is short', true, 5_000_000, 1_000_000],
    ['a default that is enough', false, 500_000, 1_000_000],
    ['a default that the files make longer', false, 5_000_000, 5_100_000],
    ['a default, where nothing bounds the time', false, Number.POSITIVE_INFINITY, 1_000_000]
  ])('%s', (_, isGiven, expectedMs, untilMs) =>
    expect(deadlineMs({ untilMs: 1_000_000, isGiven }, expected(expectedMs), 100_000)).toBe(untilMs)
  )
})
