import { describe, expect, test } from '@jest/globals'
import type { ServiceShape } from '../../../../src/verify/derive/shape.ts'
import { unaskedOf } from '../../../../src/verify/derive/unasked.rules.ts'

const service = (name: string, change: Partial<ServiceShape> = {}): ServiceShape => ({
  ...{ name, mode: 'replicated', replicas: 1, wanted: 1, networks: ['default'], secrets: [], configs: [] },
  ...{ ports: [], constraints: [], mostPerNode: 0, isDeployed: true },
  security: {
    name,
    image: '',
    mounts: [],
    capabilities: [],
    ports: [],
    environment: [],
    memoryLimitBytes: 0
  },
  ...change
})
const told = (services: ServiceShape[], deploy: number | undefined = 3) =>
  unaskedOf({ stack: 'shop', services, deploy, nodes: { count: 1, managers: 1, away: [] } })
const port = (protocol: string, published: number) => ({
  protocol,
  published,
  target: 80,
  mode: 'host' as const
})

describe('what does not follow from a stack is told', () => {
  test.each<[string, ServiceShape, RegExp]>([
    [
      'a job',
      service('migrate', { mode: 'replicated-job', wanted: 0 }),
      /^migrate is a job: whether it ended well/
    ],
    ['no replicas', service('web', { wanted: 0 }), /^web is to run no task/],
    ['UDP', service('names', { ports: [port('udp', 53)] }), /^Port 53 of names is UDP/],
    [
      'a port of the swarm’s choice',
      service('web', { ports: [port('tcp', 0)] }),
      /^The swarm chose .* 80 of web/
    ],
    [
      'the node’s own network',
      service('exporter', { networks: ['host'] }),
      /^exporter is on its node’s own network/
    ],
    ['a service of no deploy', service('extra', { isDeployed: false }), /^Deploy 3 did not ask for extra/]
  ])('%s', (_what, one, says) => expect(told([one])).toEqual([expect.stringMatching(says)]))

  test('a stack that no deploy on record asked for, once', () => {
    const services = [service('a', { isDeployed: false }), service('b', { isDeployed: false })]
    expect(
      unaskedOf({ stack: 'shop', services, deploy: undefined, nodes: { count: 1, managers: 1, away: [] } })
    ).toEqual([expect.stringMatching(/^No deploy of shop with Swarmline is on record/)])
  })

  test('a secret that only jobs mount', () => {
    const job = service('migrate', { mode: 'global-job', wanted: 0, secrets: ['token', 'key'] })
    expect(told([job, service('web', { secrets: ['key'] })]).slice(1)).toEqual([
      expect.stringMatching(/^No running service mounts token/)
    ])
  })

  test('of a plain service nothing is left out', () => {
    expect(told([service('web', { ports: [port('tcp', 80)], secrets: ['key'] })])).toEqual([])
  })
})
