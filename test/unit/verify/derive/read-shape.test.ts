import { expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../src/docker/types.ts'
import { readShape } from '../../../../src/verify/derive/read-shape.ts'
import { apiNode, fakeEngine } from '../builders.ts'

const { signal } = new AbortController()
const spec = (name: string, change: Partial<ApiServiceSpec> = {}): ApiServiceSpec => ({
  Name: `shop_${name}`,
  Labels: { 'com.docker.stack.namespace': 'shop' },
  TaskTemplate: { ContainerSpec: { Image: 'app:v1' }, Networks: [{ Target: 'n1' }] },
  Mode: { Replicated: { Replicas: 2 } },
  ...change
})
const swarm = (...running: ApiServiceSpec[]) => {
  const down = { Status: { State: 'down' as const, Addr: '10.0.0.4' } }
  return fakeEngine({
    'GET /services': () => running.map((Spec, i) => ({ ID: `s${i}`, Spec })),
    'GET /nodes': () => [apiNode('manager1'), apiNode('worker1'), apiNode('worker2', down)],
    'GET /networks': () => [{ Id: 'n1', Name: 'shop_default', Driver: 'overlay' }],
    'GET /networks/n9': () => ({ Id: 'n9', Name: 'host', Driver: 'host' })
  })
}
const read = (running: ApiServiceSpec[], asked?: ApiServiceSpec[]) =>
  readShape('shop', swarm(...running), asked && { seq: 4, services: asked }, signal)

test('what a deploy asked for counts, and not what somebody made of it', async () => {
  const scaled = spec('web', { Mode: { Replicated: { Replicas: 5 } } })
  const shape = await read([scaled, spec('extra')], [spec('gone'), spec('web')])
  expect(shape.deploy).toBe(4)
  expect(shape.services.map(({ name, wanted, isDeployed }) => [name, wanted, isDeployed])).toEqual([
    ['extra', 2, false],
    ['gone', 2, true],
    ['web', 2, true]
  ])
})

test('without a deploy on record the running specs count', async () => {
  const shape = await read([spec('web', { Mode: { Replicated: { Replicas: 5 } } })])
  expect(shape).toMatchObject({ deploy: undefined, services: [{ wanted: 5, isDeployed: false }] })
})

test('a stack that is gone is not there, whatever is on record', async () => {
  expect((await read([], [spec('web')])).services).toEqual([])
})

test('a global service runs on each node that fits, one that is down included', async () => {
  const onWorkers = { ...spec('a').TaskTemplate, Placement: { Constraints: ['node.role != manager'] } }
  const { services } = await read([spec('a', { Mode: { Global: {} }, TaskTemplate: onWorkers })])
  expect(services[0]).toMatchObject({ mode: 'global', replicas: undefined, wanted: 2 })
})

test('a job has to run nothing for good', async () => {
  const { services } = await read([spec('a', { Mode: { ReplicatedJob: { TotalCompletions: 3 } } })])
  expect(services[0]).toMatchObject({ mode: 'replicated-job', wanted: 0 })
})

test('a node’s own network has its name', async () => {
  const TaskTemplate = { ...spec('a').TaskTemplate, Networks: [{ Target: 'n9' }] }
  expect((await read([spec('a', { TaskTemplate })])).services[0]?.networks).toEqual(['host'])
})
