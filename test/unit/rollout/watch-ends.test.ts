import { describe, expect, test } from '@jest/globals'
import { aNode, aService, aTask } from '../../support/swarm-builders.ts'
import { START, swarm, type World, watch } from './fake-watch.ts'

const web = aService('s_web')
const up = aTask('s_web', 'running', { atMs: START + 2000 })
const starting = aTask('s_web', 'preparing')

test('the step of a watch ends as the stack does: it fails where the stack has not converged', async () => {
  const ends: string[] = []
  const noted = (seen: ReturnType<typeof swarm>) => {
    seen.fx.log.step = async (_, run) => {
      try {
        const result = await run(() => undefined)
        ends.push('done')
        return result
      } catch (error) {
        ends.push(String(error))
        throw error
      }
    }
    return seen
  }
  const good = await watch(noted(swarm(() => ({ services: [web], tasks: [up] }))))
  const failed = [1, 2, 3].map(() => aTask('s_web', 'failed', { desired: 'shutdown', err: 'exit (3)' }))
  const bad = await watch(noted(swarm(() => ({ services: [web], tasks: [...failed, starting] }))))
  expect([good.outcome, bad.outcome]).toEqual(['converged', 'failed'])
  expect(ends).toEqual(['done', expect.stringMatching(/s_web failed \(0\/1\): exit \(3\) on host-n1/)])
})

describe('a node that takes a task on and does not begin with it', () => {
  const accepted = (atSeconds: number) => aTask('s_web', 'accepted', { atMs: START + atSeconds * 1000 })

  test('has a minute; then it is named, with what may be the cause', async () => {
    const task = accepted(0)
    const result = await watch(
      swarm(() => ({ services: [web], tasks: [task] })),
      { timeoutMs: 300_000 }
    )
    expect(result.outcome).toBe('failed')
    expect(result.failures).toMatchObject([
      { category: 'resources', node: 'host-n1', error: expect.stringMatching(/accepted.*is its disk full/) }
    ])
    expect(result.durationMs).toBeGreaterThanOrEqual(60_000)
    expect(result.durationMs).toBeLessThan(63_000)
  })

  test('is another one when it is another task', async () => {
    const tasks = [accepted(0), accepted(50), accepted(100)]
    const world = (seconds: number): World => ({
      services: [web],
      tasks: seconds < 150 ? tasks.slice(Math.floor(seconds / 50)).slice(0, 1) : [up]
    })
    expect((await watch(swarm(world), { timeoutMs: 300_000 })).outcome).toBe('converged')
  })
})

describe('an update that waits for a task on a node that is down', () => {
  const updating = aService('s_web', { replicas: 2, UpdateStatus: { State: 'updating' } })
  const awaited = aTask('s_web', 'assigned', { node: 'n2', desired: 'shutdown' })
  const old = aTask('s_web', 'running', { slot: 2 })
  const again = aTask('s_web', 'running')
  const current = [awaited, again]
  const nodes = [aNode('n1'), aNode('n2', { state: 'down' })]
  const whole = aTask('s_web', 'running', { slot: 2 })

  test('stands still, and does not wait for its deadline to say so', async () => {
    const world = (): World => ({ services: [updating], tasks: [...current, old], current, nodes })
    const result = await watch(swarm(world), { timeoutMs: 600_000 })
    expect(result).toMatchObject({
      outcome: 'failed',
      failures: [{ category: 'placement', node: 'host-n2', error: expect.stringMatching(/is stuck/) }]
    })
    expect(result.durationMs).toBeLessThan(45_000)
  })

  test('does not, as long as anything moves', async () => {
    const states = ['preparing', 'starting', 'running']
    const world = (seconds: number): World => {
      const at = Math.floor(seconds / 25)
      const late = { ...whole, Status: { ...whole.Status, State: states[at] ?? 'running' } }
      const tasks = [...current, late, ...(at < 2 ? [old] : [])]
      const services = at < 3 ? [updating] : [aService('s_web', { replicas: 2 })]
      return { services, tasks, current: [...current, late], nodes }
    }
    expect((await watch(swarm(world), { timeoutMs: 600_000 })).outcome).toBe('converged')
  })
})
