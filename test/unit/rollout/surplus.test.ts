import { expect, test } from '@jest/globals'
import { watchStack } from '../../../src/rollout/watch.ts'
import { answered, fakeClock, fakeEffects, fakeEngine } from '../../support/fake-engine.ts'
import { aNode, aService, aTask } from '../../support/swarm-builders.ts'

const START = Date.parse('2026-01-01T12:00:00Z')
const service = aService('s_web', { UpdateStatus: { State: 'completed' } })
const [up, tooMany] = [0, 1].map(() => aTask('s_web', 'running', { atMs: START }))

/** A swarm with a task too many; it is gone two seconds after `answer` took the order to look again. */
function forgetful(answer: () => void) {
  const clock = fakeClock()
  const seconds = () => (clock.now() - START) / 1000
  const told: object[] = []
  let goneAt = Number.POSITIVE_INFINITY
  const engine = fakeEngine(({ method, path, options }) => {
    if (method === 'POST') {
      told.push({ path, at: seconds(), ...options.query, body: options.body })
      answer()
      goneAt = seconds() + 2
      return undefined
    }
    if (path === '/services') return [service]
    if (path === '/tasks') return seconds() >= goneAt ? [up] : [up, tooMany]
    return path === '/nodes' ? [aNode('n1')] : []
  })
  const fx = fakeEffects({ clock })
  const watch = (timeoutMs: number) => watchStack({ client: engine, stack: 's', timeoutMs }, fx)
  return { told, watch, lines: fx.lines }
}

test('SwarmKit is told to look again, with the same spec, and then the service converges', async () => {
  const { watch, told, lines } = forgetful(() => undefined)
  expect((await watch(60_000)).outcome).toBe('converged')
  expect(told).toEqual([
    { path: '/services/s_web/update', at: 2.5, version: 10, registryAuthFrom: 'spec', body: service.Spec }
  ])
  expect(lines).toEqual([expect.stringContaining('s_web')])
})

test('it is told again as long as it does not, in one line; that it refuses is no error', async () => {
  const { watch, told, lines } = forgetful(() => {
    throw answered(500, 'update out of sequence')
  })
  expect((await watch(9000)).outcome).toBe('timed-out')
  expect(told.map(each => ('at' in each ? each.at : undefined))).toEqual([2.5, 5, 7])
  expect(lines).toHaveLength(1)
})
