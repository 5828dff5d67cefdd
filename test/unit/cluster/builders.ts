import type { DindCluster } from '../../../src/cluster/cluster-record.ts'

/** A cluster as `up` would save it. */
export function aCluster(change: Partial<DindCluster> = {}): DindCluster {
  return {
    schema: 1,
    name: 'demo',
    provider: 'dind',
    createdAt: '2026-01-02T03:04:05.000Z',
    expiresAt: '2026-01-03T03:04:05.000Z',
    engine: {
      kind: 'vm',
      runDir: '/run/a',
      pid: 12,
      pidStart: '345',
      acceleration: 'tcg',
      suite: 'trixie',
      isOwned: true
    },
    engineTitle: 'Docker Engine 26.1.5 in a VM (TCG)',
    hasMesh: true,
    nodes: [
      {
        name: 'manager1',
        role: 'manager',
        address: '10.79.0.11',
        socketPath: '/a.sock',
        labels: {},
        id: 'n1'
      }
    ],
    registry: { reference: '10.79.0.5:5000', mirror: '10.79.0.6:5000', dockerConfigDir: '/a/docker' },
    standIns: [{ reference: 'redis:alpine', madeFrom: 'Debian', digest: 'sha256:1' }],
    ...change
  }
}

export const aHostEngine: DindCluster['engine'] = {
  kind: 'host',
  dockerHost: 'unix:///var/run/docker.sock',
  socketPath: '/var/run/docker.sock',
  tunnel: undefined,
  facts: {
    title: 'Docker Engine 28.5.2 on this machine',
    version: '28.5.2',
    hasMesh: true,
    nodeSource: { kind: 'image', reference: 'docker:dind' },
    privileges: 'privileged',
    bridge: undefined
  },
  isOwned: false
}
