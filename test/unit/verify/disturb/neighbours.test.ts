import { expect, test } from '@jest/globals'
import type { ApiService } from '../../../../src/docker/types.ts'
import { allBack, neighboursOf } from '../../../../src/verify/disturb/neighbours.ts'
import type { World } from '../../../../src/verify/world.ts'
import { fakeEngine, quietEffects } from '../builders.ts'

type Task = { id: string; node: string; state: string }

/** The stack `shop` with a service `db` beside the one that is disturbed; each look at it sees the next tasks. */
function shopOf(...looks: Task[][]) {
  let look = 0
  const service = {
    ID: 's-db',
    Version: { Index: 1 },
    Spec: { Name: 'shop_db', TaskTemplate: {}, Mode: { Replicated: { Replicas: 1 } } }
  }
  const manager = fakeEngine({
    'GET /services/shop_db': () => service,
    'GET /tasks': () =>
      looks[Math.min(look++, looks.length - 1)]?.map(({ id, node, state }) => ({
        ...{ ID: id, ServiceID: 's-db', NodeID: node, Spec: {}, DesiredState: 'running' },
        ...{ CreatedAt: '2026-01-01T12:00:00Z', UpdatedAt: '2026-01-01T12:00:00Z', Status: { State: state } }
      }))
  })
  const fx = quietEffects()
  const reads = { services: async () => [service, { ID: 's-web', Spec: { Name: 'shop_web' } }] }
  return { fx, looks: () => look, world: { ...fx, stack: 'shop', manager, reads } as unknown as World }
}
const WEB = { ID: 's-web' } as ApiService
const running = (id: string, node = 'n1'): Task => ({ id, node, state: 'running' })

test.each<[string, string | undefined, Task[][], number]>([
  ['a task elsewhere is nobody’s loss', 'n2', [[running('t1')]], 1],
  [
    'a task of a node without power is said to run until it is known to have ended',
    'n1',
    [[running('t1')], [running('t2')]],
    2
  ],
  ['a node that was never without power may have kept its tasks', undefined, [[running('t1')]], 1],
  [
    'a task that starts is not back',
    undefined,
    [[{ id: 't2', node: 'n1', state: 'starting' }], [running('t2')]],
    2
  ]
])('%s', async (_title, cutNode, after, looks) => {
  const shop = shopOf([running('t1')], ...after)
  const neighbours = await neighboursOf(WEB, shop.world, cutNode)
  expect(neighbours.map(({ name, running: n }) => [name, n])).toEqual([['db', 1]])
  await allBack(neighbours, shop.world, shop.fx)
  expect(shop.looks()).toBe(1 + looks)
})

test('what does not come back is said', async () => {
  const shop = shopOf([running('t1')], [])
  const neighbours = await neighboursOf(WEB, shop.world)
  await expect(allBack(neighbours, shop.world, shop.fx)).rejects.toMatchObject({ code: 'timed-out' })
})
