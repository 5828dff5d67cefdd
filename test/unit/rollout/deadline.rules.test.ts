import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ApiServiceSpec, UpdateConfig } from '../../../src/docker/types.ts'
import { deadlineOf, rollingUpdateMs } from '../../../src/rollout/deadline.rules.ts'
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

describe('the deadline', () => {
  const options = { eligibleNodes: 3, capMs: 3_600_000, safetyFactor: 2, pullAllowanceMs: 60_000 }
  test('is that of the slowest service, and of its way back', () => {
    const quick = { ...spec({ replicas: 1 }), Name: 'quick' }
    const slow = spec({
      container: probed,
      update: { FailureAction: 'rollback' },
      rollback: { Parallelism: 0 }
    })
    // There: 3 × 14 s + 5 s; back: 14 s + 5 s.
    expect(deadlineOf([quick, slow], options)).toEqual({
      timeoutMs: 2 * (47_000 + 19_000) + 60_000,
      slowest: { name: 'web', boundMs: 66_000 },
      isCapped: false
    })
    expect(deadlineOf([slow], { ...options, capMs: 90_000 })).toMatchObject({
      timeoutMs: 90_000,
      isCapped: true
    })
  })
  test('allows for a health check that only the image names', () => {
    expect(deadlineOf([spec({})], options).slowest?.boundMs).toBe(3 * 38_000 + 5_000)
  })
  test.each<[string, Parts]>([
    ['a job', { mode: { ReplicatedJob: {} } }],
    ['a global job', { mode: { GlobalJob: {} } }],
    ['a one-shot service', { condition: 'none' }]
  ])('nothing bounds %s but the cap', (_, parts) => {
    expect(deadlineOf([spec({}), spec(parts)], options)).toEqual({
      timeoutMs: 3_600_000,
      slowest: undefined,
      isCapped: true
    })
  })
  test('no services, no more than the pulls', () => {
    expect(deadlineOf([], options)).toEqual({ timeoutMs: 60_000, slowest: undefined, isCapped: false })
  })
  test('a monitor that is a little longer than the delay is no shorter than one that is equal', () => {
    const timed = (monitor: number) =>
      deadlineOf([spec({ update: { Delay: 5 * SECOND, Monitor: monitor * SECOND } })], options).timeoutMs
    expect(timed(5.5)).toBeGreaterThanOrEqual(timed(5))
  })
  test('never falls when replicas, delay or monitor grow, and is never less than the least time', () => {
    const seconds = fc.integer({ min: 0, max: 60_000 }).map(ms => ms * 1e6)
    const any = fc.record({
      replicas: fc.nat(20),
      parallelism: fc.nat(5),
      delay: seconds,
      monitor: seconds.filter(ns => ns > 0),
      order: fc.constantFrom('start-first', 'stop-first')
    })
    void fc.assert(
      fc.property(any, fc.constantFrom('replicas', 'delay', 'monitor'), seconds, (given, grown, more) => {
        const made = (over: object): ApiServiceSpec => {
          const { replicas, parallelism, delay, monitor, order } = { ...given, ...over }
          const update = { Parallelism: parallelism, Delay: delay, Monitor: monitor, Order: order }
          return spec({ replicas, update, container: probed })
        }
        const step = grown === 'replicas' ? Math.ceil(more / 1e9) : more
        const less = deadlineOf([made({})], options).timeoutMs
        expect(
          deadlineOf([made({ [grown]: given[grown] + step })], options).timeoutMs
        ).toBeGreaterThanOrEqual(less)
        expect(less).toBeGreaterThanOrEqual(Math.min(options.capMs, rollingUpdateMs(made({}), 3)))
      })
    )
  })
})
