import { expect, test } from '@jest/globals'
import type { ApiService } from '../../../src/docker/types.ts'
import { watchStack } from '../../../src/rollout/watch.ts'
import { answered, fakeClock, fakeEffects, fakeEngine } from '../../support/fake-engine.ts'
import { aNode, aService, aTask } from '../../support/swarm-builders.ts'

const first = aService('s_web', { replicas: 2, UpdateStatus: { State: 'updating' } })
const awaited = aTask('s_web', 'assigned', { node: 'n2', desired: 'shutdown' })
const again = aTask('s_web', 'running')
const old = aTask('s_web', 'running', { slot: 2 })
const late = aTask('s_web', 'running', { slot: 2 })
const nodes = [aNode('n1'), aNode('n2', { state: 'down' })]

type Post = { version: unknown; Spec: ApiService['Spec'] }

/**
 * A swarm that goes on when it has been given specs enough: another, and then its own again. `meddle` sees the service before
 * each of the orders, and may change it.
 */
function waiting(meddle: (service: ApiService, nth: number) => ApiService = service => service, enough = 2) {
  let service = first
  const posts: Post[] = []
  const refused: unknown[] = []
  let orders = 0
  const engine = fakeEngine(({ method, path, options, filters }) => {
    if (method === 'POST') {
      service = meddle(service, ++orders)
      const version = options.query?.version
      if (version !== service.Version.Index) {
        refused.push(version)
        throw answered(500, 'update out of sequence')
      }
      const Spec = options.body as ApiService['Spec']
      posts.push({ version, Spec })
      service = { ...service, Version: { Index: service.Version.Index + 1 }, Spec }
      return undefined
    }
    const isGoing = posts.length >= enough
    if (path === '/services') return [isGoing ? { ...service, UpdateStatus: undefined } : service]
    if (path === '/services/s_web') return JSON.parse(JSON.stringify(service))
    const current = isGoing ? [awaited, again, late] : [awaited, again]
    if (path === '/tasks') return filters['_up-to-date'] || isGoing ? current : [...current, old]
    return path === '/nodes' ? nodes : []
  })
  const fx = fakeEffects({ clock: fakeClock() })
  const watch = () => watchStack({ client: engine, stack: 's', timeoutMs: 600_000 }, fx)
  return { watch, posts, refused, lines: fx.lines, now: () => service }
}

const newer = (service: ApiService, spec: Partial<ApiService['Spec']> = {}): ApiService => ({
  ...service,
  Version: { Index: service.Version.Index + 1 },
  Spec: { ...service.Spec, ...spec }
})

test('an update that stands still is set going again, its spec is its own again, and it converges', async () => {
  const { watch, posts, lines } = waiting()
  expect((await watch()).outcome).toBe('converged')
  expect(posts).toEqual([
    { version: 10, Spec: { ...first.Spec, Labels: { 'io.swarmline.again': 'yes' } } },
    { version: 11, Spec: first.Spec }
  ])
  expect(lines).toEqual([
    expect.stringMatching(/s_web: its update waits for a task on host-n2, which is down/)
  ])
})

test('that SwarmKit writes its own down meanwhile makes no difference', async () => {
  const { watch, posts, refused, now } = waiting((service, nth) => (nth === 2 ? newer(service) : service))
  expect((await watch()).outcome).toBe('converged')
  expect(refused).toEqual([11])
  expect(posts.map(post => post.version)).toEqual([10, 12])
  expect(now().Spec).toEqual(first.Spec)
})

test('what somebody else writes meanwhile is left alone', async () => {
  const theirs = { Labels: { theirs: 'yes' } }
  const { watch, posts, now } = waiting((service, nth) => (nth === 2 ? newer(service, theirs) : service))
  expect((await watch()).outcome).toBe('failed')
  expect(posts).toHaveLength(1)
  expect(now().Spec.Labels).toEqual(theirs.Labels)
})

test('where it does not help it is told once, and fails as before', async () => {
  const { watch, posts, lines } = waiting(service => service, Number.POSITIVE_INFINITY)
  expect((await watch()).outcome).toBe('failed')
  expect([posts.length, lines.length]).toEqual([2, 1])
})
