import { expect, test } from '@jest/globals'
import { nodePower } from '../../../../../src/cluster/providers/dind/power.ts'
import { EngineAnswerError } from '../../../../../src/docker/client.ts'
import { fakeEngine, jumpingClock } from '../../fake-engine.ts'

const { signal } = new AbortController()
const fx = { clock: jumpingClock(), signal }
const labels = {
  'io.swarmline.cluster': 'shop',
  'io.swarmline.run': 'r1',
  'io.swarmline.node': 'worker1'
}
const whose = { cluster: 'shop', run: 'r1' }

/** A node `worker1` of the cluster `shop` on an engine that does what it is told. */
function powered(over: { running?: boolean; networks?: string[]; labels?: object | null } = {}) {
  const { running = true, networks = ['swarmline-shop'] } = over
  const ok = () => undefined
  const engine = fakeEngine({
    'GET /containers/swarmline-shop-worker1/json': () => ({
      State: { Running: running },
      Config: { Labels: over.labels === undefined ? labels : over.labels },
      NetworkSettings: { Networks: Object.fromEntries(networks.map(name => [name, {}])) }
    }),
    'POST /containers/swarmline-shop-worker1/kill': ok,
    'POST /containers/swarmline-shop-worker1/wait': ok,
    'POST /networks/swarmline-shop/disconnect': ok,
    'POST /networks/swarmline-shop/connect': ok
  })
  const node = { name: 'worker1', address: '10.0.0.4', socketPath: '/nowhere.sock' }
  const changes = () => engine.calls.filter(({ method }) => method !== 'GET')
  return { power: nodePower(engine, whose, node), changes }
}

test('a cut ends all of it at once, and answers when it has ended', async () => {
  const { power, changes } = powered()
  await power.cut()
  expect(changes().map(({ path, query }) => [path.split('/').at(-1), query])).toEqual([
    ['kill', { signal: 'SIGKILL' }],
    ['wait', undefined]
  ])
})

test('a node has its former address when it is connected again', async () => {
  const { power, changes } = powered({ networks: [] })
  await power.reconnect(signal)
  expect(changes().map(({ body }) => body)).toEqual([
    {
      Container: 'swarmline-shop-worker1',
      EndpointConfig: { IPAMConfig: { IPv4Address: '10.0.0.4' } }
    }
  ])
})

test('what is so already stays so', async () => {
  const off = powered({ running: false, networks: [] })
  await off.power.cut()
  await off.power.disconnect()
  const on = powered()
  await on.power.reconnect(signal)
  expect([off.changes(), on.changes()]).toEqual([[], []])
})

test.each([
  ['another cluster’s', { ...labels, 'io.swarmline.cluster': 'other' }],
  ['another node', { ...labels, 'io.swarmline.node': 'worker2' }],
  ['nobody’s', null]
])('a container of that name that is %s is not touched', async (_title, foreign) => {
  const { power, changes } = powered({ labels: foreign })
  for (const act of [power.cut, power.disconnect, power.reconnect, () => power.restore(fx)])
    await expect(act(signal)).rejects.toMatchObject({ code: 'cluster-failed' })
  expect(changes()).toEqual([])
})

test('a start that came through late is no failure', async () => {
  let isRunning = false
  const engine = fakeEngine({
    'GET /containers/swarmline-shop-worker1/json': () => ({
      State: { Running: isRunning },
      Config: { Labels: labels },
      NetworkSettings: { Networks: {} }
    }),
    'POST /containers/swarmline-shop-worker1/start': () => {
      isRunning = true
      throw new EngineAnswerError(304, 'the engine answered 304')
    }
  })
  const power = nodePower(engine, whose, {
    name: 'worker1',
    address: '10.0.0.4',
    socketPath: '/nowhere.sock'
  })
  // It gets as far as the waiting for the engine, which is not there.
  await expect(power.restore(fx)).rejects.toThrow('the engine of node worker1 answers: timed out after 120 s')
})
