import { expect, test } from '@jest/globals'
import { parseCluster } from '../../../src/cluster/cluster-file.rules.ts'
import { aCluster, aHostEngine } from './builders.ts'

const read = (value: unknown) => parseCluster(JSON.stringify(value), '/s/demo/cluster.json')

test('a whole file is a cluster', () => {
  expect(read(aCluster())).toEqual(aCluster())
  expect(read(aCluster({ engine: aHostEngine })).engine?.kind).toBe('host')
})

const [node] = aCluster().nodes
test.each([
  ['it is not an object', []],
  ['schema is not 1', { ...aCluster(), schema: 2 }],
  ['name is not a string', { ...aCluster(), name: '' }],
  ['expiresAt is not a date', { ...aCluster(), expiresAt: 'later' }],
  ['engine.kind is not host or vm', { ...aCluster(), engine: { kind: 'cloud' } }],
  ['engine.pid is not a whole number', { ...aCluster(), engine: { ...aCluster().engine, pid: '12' } }],
  ['engine.isOwned is not true', { ...aCluster(), engine: { ...aCluster().engine, isOwned: false } }],
  ['engine.facts is not an object', { ...aCluster(), engine: { ...aHostEngine, facts: undefined } }],
  ['hasMesh is not true or false', { ...aCluster(), hasMesh: 'yes' }],
  ['nodes is not a list', { ...aCluster(), nodes: {} }],
  ['nodes[0].role is not manager or worker', { ...aCluster(), nodes: [{ ...node, role: 'boss' }] }],
  [
    'nodes[0].socketPath is not an absolute path',
    { ...aCluster(), nodes: [{ ...node, socketPath: 'a.sock' }] }
  ],
  ['nodes[0].labels is not an object of strings', { ...aCluster(), nodes: [{ ...node, labels: { a: 1 } }] }],
  [
    'registry.dockerConfigDir is not an absolute path',
    { ...aCluster(), registry: { ...aCluster().registry, dockerConfigDir: '/a/../b' } }
  ]
])('a damaged file says so: %s', (problem, value) => {
  expect(() => read(value)).toThrow(`/s/demo/cluster.json is damaged: ${problem}`)
})

const machines = {
  ...{ schema: 1, name: 'a', run: 'r', provider: 'docker-machine', engineTitle: 'machines', hasMesh: true },
  ...{ createdAt: '2026-01-02T03:04:05Z', expiresAt: '2026-01-03T03:04:05Z', standIns: [] },
  program: { file: 'docker-machine', driver: 'none' },
  machines: [{ node: 'manager1', machine: 'a-manager1', isOurs: true }],
  nodes: [
    {
      ...{ name: 'manager1', role: 'manager', address: '10.0.0.1', labels: {}, id: 'n1' },
      ...{ dockerHost: 'tcp://10.0.0.1:2376', certDir: '/m/a-manager1' }
    }
  ]
}

test('a swarm of machines is read as it was written', () => {
  expect(read(machines)).toEqual(machines)
})

test.each([
  ['provider is not dind or docker-machine', { ...machines, provider: 'cloud' }],
  ['program.file is not docker-machine or', { ...machines, program: { file: '/bin/sh', driver: 'x' } }],
  [
    'machines[0].machine is not the name of a machine',
    { ...machines, machines: [{ node: 'a', machine: '--force', isOurs: true }] }
  ],
  ['run is not a string', { ...machines, run: undefined }],
  [
    'nodes[0].certDir is not an absolute path',
    { ...machines, nodes: [{ ...machines.nodes[0], certDir: 'x' }] }
  ]
])('a damaged file of machines says so: %s', (problem, value) => {
  expect(() => read(value)).toThrow(`is damaged: ${problem}`)
})
