import { expect, test } from '@jest/globals'
import { planAddresses } from '../../../../../src/cluster/addresses.rules.ts'
import {
  type NodeContainer,
  nodeContainer
} from '../../../../../src/cluster/providers/dind/node-container.rules.ts'

const addresses = planAddresses({ managers: 1, workers: 1 })
const [manager] = addresses.nodes
const spec = (change: Partial<NodeContainer> = {}): NodeContainer => ({
  cluster: 'demo',
  node: manager as NodeContainer['node'],
  labels: { 'io.swarmline.cluster': 'demo' },
  image: { kind: 'image', reference: 'docker:dind', entrypoint: ['dockerd-entrypoint.sh'] },
  engine: { privileges: 'privileged' },
  gateway: addresses.gateway,
  registry: { reference: addresses.registry, mirror: addresses.mirror },
  isOffline: false,
  ...change
})

test('a node has its fixed place: name, address, labels, socket folder, a volume of its own', () => {
  expect(nodeContainer(spec())).toMatchObject({
    Image: 'docker:dind',
    Hostname: 'manager1',
    Labels: { 'io.swarmline.cluster': 'demo', 'io.swarmline.node': 'manager1' },
    Volumes: { '/var/lib/docker': {} },
    HostConfig: {
      NetworkMode: 'swarmline-demo',
      Privileged: true,
      Binds: ['/run/swarmline/demo/manager1:/host'],
      Tmpfs: { '/run': 'exec', '/tmp': 'exec' }
    },
    NetworkingConfig: { EndpointsConfig: { 'swarmline-demo': { IPAMConfig: { IPv4Address: '10.79.0.11' } } } }
  })
})

test('its engine listens on unix sockets and nowhere else', () => {
  const hosts = nodeContainer(spec()).Cmd?.filter(word => /^(-H|--host)/.test(word))
  expect(hosts).toEqual(['--host=unix:///host/docker.sock', '--host=unix:///var/run/docker.sock'])
})

test('it trusts the registry and its mirror, in the one form that every engine takes', () => {
  expect(nodeContainer(spec()).Cmd).toEqual(
    expect.arrayContaining([
      '--registry-mirror=http://10.79.0.6:5000',
      '--insecure-registry=http://10.79.0.5:5000',
      '--insecure-registry=http://10.79.0.6:5000'
    ])
  )
})

test('offline, docker.io is not even looked for', () => {
  expect(nodeContainer(spec({ isOffline: true })).HostConfig).toMatchObject({
    ExtraHosts: ['docker.io:127.0.0.1', 'index.docker.io:127.0.0.1', 'registry-1.docker.io:127.0.0.1'],
    Dns: ['10.79.0.2']
  })
  expect(nodeContainer(spec()).HostConfig).not.toHaveProperty('ExtraHosts')
})

test('the group that may open the engine may open the nodes', () => {
  const engine = { privileges: 'privileged' as const, socketGid: 107 }
  expect(nodeContainer(spec({ engine })).Cmd).toContain('--group=107')
  expect(nodeContainer(spec()).Cmd?.join()).not.toContain('--group')
})

test('where privileged is refused, everything else is given and the entrypoint is kept', () => {
  const body = nodeContainer(spec({ engine: { privileges: 'caps' } }))
  expect(body.Entrypoint?.slice(-2)).toEqual(['sh', 'dockerd-entrypoint.sh'])
  expect(body.Cmd?.[0]).toBe('dockerd')
  expect(body.HostConfig).not.toHaveProperty('Privileged')
  expect(body.HostConfig).toMatchObject({
    CapAdd: ['ALL'],
    CapDrop: ['SYS_RESOURCE'],
    CgroupnsMode: 'private'
  })
})

test('in a VM of ours a node takes the machine’s programs, read only, and a folder for its data', () => {
  const body = nodeContainer(
    spec({ image: { kind: 'usr', skel: 'swarmline/skel:1', dataFolder: '/data/manager1' } })
  )
  expect(body).toMatchObject({ Image: 'swarmline/skel:1', Entrypoint: ['/usr/sbin/node-init'] })
  expect(body).not.toHaveProperty('Volumes')
  expect(body.HostConfig.Binds).toEqual([
    '/run/swarmline/demo/manager1:/host',
    '/usr:/usr:ro',
    '/etc/alternatives:/etc/alternatives:ro',
    '/etc/ssl:/etc/ssl:ro',
    '/data/manager1:/var/lib/docker'
  ])
})
