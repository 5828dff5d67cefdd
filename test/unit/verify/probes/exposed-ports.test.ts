import { expect, test } from '@jest/globals'
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { exposedBy } from '../../../../src/verify/probes/exposed-ports.ts'
import { fakeEngine } from '../builders.ts'

test('ports by TCP of each container; none is not the same as not known', async () => {
  const engine = fakeEngine({
    'GET /containers/redis/json': () => ({ Config: { ExposedPorts: { '6379/tcp': {}, '53/udp': {} } } }),
    'GET /containers/alpine/json': () => ({ Config: { ExposedPorts: null } }),
    'GET /containers/odd/json': () => ({}),
    'GET /containers/gone/json': () => {
      throw new EngineAnswerError(404, 'no such container')
    }
  })
  const sources = ['redis', 'alpine', 'odd', 'gone'].map(key => ({ key, engine, containerId: key }))
  expect([...(await exposedBy(sources, new AbortController().signal))]).toEqual([
    ['redis', [6379]],
    ['alpine', []],
    ['odd', []]
  ])
})
