import { expect, test } from '@jest/globals'
import { parseCluster } from '../../../src/cluster/cluster-file.rules.ts'
import { aCluster, aHostEngine } from './builders.ts'

const read = (value: unknown) => parseCluster(JSON.stringify(value), '/s/demo/cluster.json')

test('a whole file is a cluster', () => {
  expect(read(aCluster())).toEqual(aCluster())
  expect(read(aCluster({ engine: aHostEngine })).engine.kind).toBe('host')
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
