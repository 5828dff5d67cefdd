import { expect, test } from '@jest/globals'
import { readReplicas } from '../../../../src/verify/round/replicas.ts'
import { apiTask, fakeEngine, nodeDoor, serviceRoutes } from '../builders.ts'

const ID = 'aaaaaaaaaaaa0000'
const task = apiTask('shop_web', 'worker1', ID)

test('a container is called by its short id', async () => {
  const manager = fakeEngine(serviceRoutes({ shop_web: { wanted: 3, tasks: [task] } }))
  expect(await readReplicas(manager, 'shop_web', [])).toEqual({
    wanted: 3,
    running: [{ taskId: `task-${ID}`, nodeId: 'id-worker1', containerId: ID, hostname: 'aaaaaaaaaaaa' }]
  })
})

test('a hostname of its own is asked of the engine that the container is on', async () => {
  const named = { ...task, Spec: { ContainerSpec: { Image: 'web', Hostname: '{{.Node.ID}}' } } }
  const manager = fakeEngine(serviceRoutes({ shop_web: { tasks: [named] } }))
  const worker = fakeEngine({ [`GET /containers/${ID}/json`]: () => ({ Config: { Hostname: 'n7' } }) })
  const { running } = await readReplicas(manager, 'shop_web', [
    nodeDoor('manager1', manager),
    nodeDoor('worker1', worker)
  ])
  expect(running.map(replica => replica.hostname)).toEqual(['n7'])
})

test('only tasks that run, on a node and in a container, are replicas', async () => {
  const starting = { ...task, Status: { ...task.Status, State: 'starting' } }
  const { NodeID: _, ...homeless } = task
  const bare = { ...task, Status: { Timestamp: '', State: 'running' } }
  const manager = fakeEngine(serviceRoutes({ shop_web: { tasks: [starting, homeless, bare] } }))
  expect((await readReplicas(manager, 'shop_web', [])).running).toEqual([])
})

test.each([
  ['one, when the service does not say', { Replicated: {} }, 1],
  ['as many as nodes, for a global one', { Global: {} }, undefined]
])('wanted: %s', async (_title, Mode, wanted) => {
  const manager = fakeEngine({
    ...serviceRoutes({}),
    'GET /services/shop_web': () => ({ ID: 'x', Spec: { Mode } })
  })
  expect(await readReplicas(manager, 'shop_web', [])).toEqual({ wanted, running: [] })
})

test('a service that is not there, and an engine that is not', async () => {
  await expect(readReplicas(fakeEngine({}), 'shop_web', [])).rejects.toMatchObject({ code: 'not-found' })
})
