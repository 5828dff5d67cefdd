import type { ReportedDeploy } from '../../src/report/run-report.ts'
import type { LatencySummary } from '../../src/traffic/samples.ts'
import type { ReportedLoad } from '../../src/verify/verdict.ts'

/** What a deploy was to change, and what visitors met meanwhile: for tests of the renderers, and to look at. */

export const sampleChanges: NonNullable<ReportedDeploy['changes']> = {
  stack: 'workshop',
  services: [
    {
      name: 'backend',
      fullName: 'workshop_backend',
      kind: 'updated',
      fields: [
        { field: 'image', from: 'backend:demo-20261120', to: 'backend:demo-20261123' },
        { field: 'env.PAYMENTS', from: undefined, to: 'enabled' },
        { field: 'resources.limits.memory', from: '128 MiB', to: '192 MiB' }
      ],
      tasks: 'replaced',
      refusal: undefined
    },
    {
      name: 'mailer',
      fullName: 'workshop_mailer',
      kind: 'created',
      fields: [],
      tasks: 'none',
      refusal: undefined
    },
    ...['redis', 'cadvisor', 'utility', 'prometheus'].map(name => ({
      name,
      fullName: `workshop_${name}`,
      kind: 'unchanged' as const,
      fields: [],
      tasks: 'none' as const,
      refusal: undefined
    }))
  ],
  objects: [{ kind: 'config', name: 'workshop_prometheus-4f1c', change: 'created', fields: [] }],
  isUnchanged: false
}

const latencyMs = (count: number): LatencySummary => ({
  count,
  ...{ mean: 7.2, p50: 4.8, p90: 11.2, p95: 18.4, p99: 92.1, p999: 480.3, max: 1004.7 }
})

const buckets = [2, 9, 40, 130, 260, 310, 180, 90, 41, 22, 12, 7, 3, 2, 1, 1, 0, 2, 5, 3].flatMap(
  (count, i) => {
    const [fromMs, toMs] = [1.6 * 2 ** (i / 3), 1.6 * 2 ** ((i + 1) / 3)]
    return count > 0 ? [{ fromMs, toMs, count }] : []
  }
)

/** Requests fail from second 44 to second 60, while a task starts in vain. */
export function sampleProbe(startedAt: string): NonNullable<ReportedDeploy['probe']> {
  const series = Array.from({ length: 124 }, (_, second) => ({
    second,
    sent: 20,
    failed: second >= 48 && second < 64 ? 7 : 0
  }))
  const share = {
    ...{ planned: 2_480, answered: 2_368, failed: 112, notSent: 0, failedByKind: { refused: 112 } },
    latencyMs: latencyMs(2_368)
  }
  const node = (name: string, failed: number, ms: number) => ({
    name,
    ...{
      planned: 827,
      answered: 827 - failed,
      failed,
      notSent: 0,
      failedByKind: failed ? { refused: failed } : {}
    },
    latencyMs: latencyMs(827 - failed),
    longestGap: { fromMs: 48_000, toMs: 48_000 + ms, ms }
  })
  return {
    ...share,
    startedAtMs: Date.parse(startedAt) - 4_000,
    durationMs: 124_000,
    latencyBuckets: buckets,
    series,
    unfinished: 0,
    nodes: [node('manager1', 0, 120), node('worker1', 0, 140), node('worker2', 112, 16_200)],
    phases: [
      { name: 'before', fromMs: 0, toMs: 4_000, ...share, planned: 80, answered: 80, failed: 0, nodes: [] },
      { name: 'backend', fromMs: 4_000, toMs: 124_000, ...share, planned: 2_400, answered: 2_288, nodes: [] }
    ],
    firstFailures: [{ atMs: 48_050, target: 'worker2', kind: 'refused', detail: 'ECONNREFUSED' }],
    sendLagMs: { p99: 0.6, max: 4.1 }
  }
}

export const sampleLoad: ReportedLoad = {
  title: '50 requests a second to :80/',
  ...{ planned: 500, answered: 479, failed: 21, notSent: 0, durationMs: 10_020, isVoid: false },
  latencyMs: latencyMs(479),
  latencyBuckets: buckets,
  targets: ['manager1', 'worker1', 'worker2'].map((name, i) => ({
    name,
    ...{ planned: 167, answered: i === 2 ? 146 : 167, failed: i === 2 ? 21 : 0, latencyMs: latencyMs(167) }
  })),
  replicas: ['4be1d0c77a52', '8f20c96b13de'].map(name => ({
    name,
    ...{ answered: 240, failed: 0, latencyMs: latencyMs(240) }
  }))
}
