import { expect, test } from '@jest/globals'
import type { EngineClient } from '../../../../../src/docker/client.ts'
import { gatherReplicas } from '../../../../../src/verify/kinds/tcp/replicas.ts'
import { readMeshWorld } from '../../../../../src/verify/networks/read-world.ts'
import { fakeEngine, quietEffects } from '../../builders.ts'
import { probedEngine } from '../../probes/probed-engine.ts'

const LABELS = { 'com.docker.stack.namespace': 'shop' }
const task = (ID: string, NodeID: string, address?: string) => ({
  ...{ ID, ServiceID: 's1', NodeID, DesiredState: 'running' },
  Status: { State: 'running', ContainerStatus: { ContainerID: `c-${ID}` } },
  NetworksAttachments: address ? [{ Network: { ID: 'n1' }, Addresses: [address] }] : []
})
const sliceOf = (engines: Record<string, EngineClient | undefined>, network: string, ...tasks: object[]) => ({
  ...quietEffects(),
  stack: 'shop',
  hasMesh: false,
  nodes: Object.entries(engines).map(([id, engine]) => ({ id, name: `node-${id}`, address: '', engine })),
  manager: fakeEngine({
    'GET /services': () => [
      {
        ID: 's1',
        Spec: {
          ...{ Name: 'shop_web', Labels: LABELS, Mode: { Replicated: { Replicas: tasks.length } } },
          TaskTemplate: { Networks: [{ Target: network }] }
        }
      }
    ],
    'GET /tasks': () => tasks,
    'GET /networks': () => [{ Id: 'n1', Name: 'shop_default', Driver: 'overlay' }],
    'GET /networks/n9': () => ({ Id: 'n9', Name: 'host', Driver: 'host' })
  })
})

test('every replica is asked at its own address, and one on no network by loopback', async () => {
  const { engine } = probedEngine('said 0 0\n')
  const slice = sliceOf({ a: engine }, 'n1', task('t1', 'a', '10.0.1.3/24'), task('t2', 'a'))
  expect(await gatherReplicas(slice, 'web', 80)).toEqual({
    readings: ['10.0.1.3:80', '127.0.0.1:80'].map(target => ({
      ...{ from: 'its replica on node-a', target, answer: { kind: 'open' }, isProven: true }
    }))
  })
})

test('of a replica on a node that cannot be asked nothing is known', async () => {
  const slice = sliceOf({ a: undefined }, 'n1', task('t1', 'a', '10.0.1.3/24'))
  expect((await gatherReplicas(slice, 'web', 80)).readings).toEqual([
    expect.objectContaining({ answer: { kind: 'unknown', detail: 'the engine of its node cannot be asked' } })
  ])
})

test('a service without tasks gives no reading', async () => {
  expect(await gatherReplicas(sliceOf({}, 'n1'), 'web', 80)).toEqual({ readings: [] })
})

test('a node’s own network is known by its name, though no list has it', async () => {
  expect((await readMeshWorld(sliceOf({}, 'n9'))).services[0]?.networks).toEqual(['host'])
})
