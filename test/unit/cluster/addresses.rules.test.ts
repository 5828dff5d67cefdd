import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { noteOnManagers, planAddresses, problemOfCounts } from '../../../src/cluster/addresses.rules.ts'

const counts = fc
  .record({ managers: fc.integer({ min: 1, max: 7 }), workers: fc.integer({ min: 0, max: 19 }) })
  .filter(c => c.managers + c.workers <= 20)

test('the usual cluster: a manager, two workers, a registry and its mirror', () => {
  expect(planAddresses({ managers: 1, workers: 2 })).toEqual({
    subnet: '10.79.0.0/24',
    gateway: '10.79.0.2',
    registry: '10.79.0.5:5000',
    mirror: '10.79.0.6:5000',
    template: '10.79.0.10',
    nodes: [
      { name: 'manager1', role: 'manager', address: '10.79.0.11' },
      { name: 'worker1', role: 'worker', address: '10.79.0.12' },
      { name: 'worker2', role: 'worker', address: '10.79.0.13' }
    ]
  })
})

test('every address and every name is given once, managers first, in any cluster that may be', async () => {
  await fc.assert(
    fc.property(counts, c => {
      const plan = planAddresses(c)
      const addresses = [
        plan.gateway,
        plan.template,
        ...[plan.registry, plan.mirror].map(a => a.split(':')[0]),
        ...plan.nodes.map(n => n.address)
      ]
      expect(new Set(addresses).size).toBe(4 + c.managers + c.workers)
      expect(new Set(plan.nodes.map(n => n.name)).size).toBe(c.managers + c.workers)
      expect(plan.nodes.map(n => n.role)).toEqual([
        ...Array(c.managers).fill('manager'),
        ...Array(c.workers).fill('worker')
      ])
    })
  )
})

test('another network on request', () => {
  const plan = planAddresses({ managers: 1, workers: 0 }, '10.3.4')
  expect([plan.subnet, plan.registry, plan.nodes[0]?.address]).toEqual([
    '10.3.4.0/24',
    '10.3.4.5:5000',
    '10.3.4.11'
  ])
})

describe('numbers that cannot be a cluster', () => {
  test.each([
    [{ managers: 0, workers: 2 }, /managers must be .* 1 to 7, not 0/],
    [{ managers: 8, workers: 0 }, /not 8/],
    [{ managers: 1.5, workers: 0 }, /not 1.5/],
    [{ managers: Number.NaN, workers: 0 }, /not NaN/],
    [{ managers: 1, workers: -1 }, /workers must be .*, not -1/],
    [{ managers: 1, workers: 20 }, /more than the 20 nodes/]
  ])('%j', (c, message) => {
    expect(problemOfCounts(c)).toMatch(message)
    expect(() => planAddresses(c)).toThrow(expect.objectContaining({ code: 'input' }))
  })
})

test('says how many managers may fail where that is a surprise', () => {
  expect(noteOnManagers(1)).toContain('when it fails, nobody can change the swarm')
  expect(noteOnManagers(2)).toContain('2 managers survive the loss of 0, like 1')
  expect(noteOnManagers(4)).toContain('4 managers survive the loss of 1, like 3')
  expect([3, 5, 7].map(noteOnManagers)).toEqual([undefined, undefined, undefined])
})
