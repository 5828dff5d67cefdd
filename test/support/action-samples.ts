// What the use cases answer, for the tests of the actions: plain values, one word each to vary them.
import type { DindCluster } from '../../src/cluster/cluster-record.ts'
import type { BuiltImage } from '../../src/report/run-report.ts'
import type { DeployOutcome } from '../../src/rollout/outcome.ts'
import type { DeployReport } from '../../src/usecases/deploy/report.ts'
import type { Verdict, VerdictStatus, VerifyResult } from '../../src/verify/verdict.ts'

export const sampleCluster: DindCluster = {
  schema: 1,
  name: 'swarmline',
  provider: 'dind',
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-02T00:00:00.000Z',
  engine: {
    kind: 'vm',
    runDir: '/s/vm',
    pid: 1,
    pidStart: '1',
    acceleration: 'kvm',
    suite: 'trixie',
    isOwned: true
  },
  engineTitle: 'Docker Engine 28.5.2',
  hasMesh: true,
  nodes: [
    { name: 'worker1', role: 'worker', address: '10.79.0.12', socketPath: '/s/w1.sock', labels: {}, id: 'w' },
    {
      name: 'manager1',
      role: 'manager',
      address: '10.79.0.11',
      socketPath: '/s/m1.sock',
      labels: {},
      id: 'm'
    }
  ],
  registry: { reference: '10.79.0.5:5000', mirror: '10.79.0.5:5001', dockerConfigDir: '/s/docker' },
  standIns: []
}

export const sampleImage: BuiltImage & { tags: string[] } = {
  name: 'backend',
  reference: '10.79.0.5:5000/swarmline/backend:1',
  tags: ['10.79.0.5:5000/swarmline/backend:1', '10.79.0.5:5000/swarmline/backend:latest'],
  digest: `sha256:${'a'.repeat(64)}`,
  sizeBytes: 1,
  durationMs: 1
}

export function sampleDeploy(outcome: DeployOutcome, error?: string): DeployReport {
  return {
    stack: 'workshop',
    outcome,
    services: [{ name: 'backend', running: 0, wanted: 3, outcome, image: 'i' }],
    failures: error
      ? [{ service: 'backend', task: 'backend.1', node: 'worker1', category: 'exit', error, logLines: [] }]
      : [],
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1234.5,
    seq: 7,
    changes: { stack: 'workshop', services: [], objects: [], isUnchanged: false },
    pruned: [],
    undone: undefined,
    probe: undefined
  }
}

export function sampleVerify(...statuses: VerdictStatus[]): VerifyResult {
  const verdicts = statuses.map(
    (status, index): Verdict => ({
      id: `check-${index}`,
      kind: 'counter',
      title: `Check ${index}`,
      status,
      expected: '300 visits',
      observed: '299 visits',
      hint: 'look at redis',
      durationMs: 1,
      figures: {}
    })
  )
  const order: VerdictStatus[] = ['fail', 'inconclusive', 'pass']
  return { verdicts, nodes: [], status: order.find(s => statuses.includes(s)) ?? 'skipped', durationMs: 1 }
}
