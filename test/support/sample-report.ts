import type { RunReport } from '../../src/report/run-report.ts'
import type { NodeAnswers, Verdict } from '../../src/verify/verdict.ts'
import { sampleChanges, sampleLoad, sampleProbe } from './sample-deploy.ts'
import { sampleMatrix } from './sample-matrix.ts'
import { sampleTimeline } from './sample-timeline.ts'

/** Reports as real runs leave them: for tests of the renderers, and to look at. */

const digest = (seed: string) => `sha256:${seed.repeat(64).slice(0, 64)}`
const REGISTRY = '10.79.0.5:5000/swarmline/docker-swarm-workshop'
const REPLICAS = ['4be1d0c77a52', '8f20c96b13de', 'c5a94417e0b8'] as const

function answersOf(
  node: string,
  address: string,
  counts: number[],
  change: Partial<NodeAnswers> = {}
): NodeAnswers {
  return {
    node,
    endpoint: `${address}:80`,
    requests: 100,
    failed: 0,
    failedByKind: {},
    byReplica: Object.fromEntries(counts.map((n, i) => [REPLICAS[i] ?? '', n])),
    latencyMs: { p50: 4.1, p95: 11.8, max: 31.4 },
    ...change
  }
}

function verdict(kind: string, title: string, change: Partial<Verdict> = {}): Verdict {
  return {
    id: kind,
    kind,
    title,
    status: 'pass',
    expected: '',
    observed: '',
    hint: undefined,
    durationMs: 1840,
    figures: {},
    ...change
  }
}

/** A first run in a VM, without a network: all is well, five images are stand-ins. */
export function passingReport(): RunReport {
  return {
    schema: 2,
    source: { stack: 'workshop', swarm: 'the cluster demo' },
    tool: { name: 'swarmline', version: '0.1.0' },
    startedAt: '2026-11-23T02:14:08.120Z',
    durationMs: 143_700,
    status: 'pass',
    engine: { kind: 'vm', title: 'Docker Engine 26.1.5 in a VM (TCG)', version: '26.1.5', hasMesh: true },
    nodes: [
      { name: 'manager1', role: 'manager', address: '10.79.0.11', labels: {} },
      { name: 'worker1', role: 'worker', address: '10.79.0.12', labels: { data: 'persistent' } },
      { name: 'worker2', role: 'worker', address: '10.79.0.13', labels: {} }
    ],
    images: ['backend', 'redis'].map((name, i) => ({
      name,
      reference: `${REGISTRY}-${name}:demo-20261123`,
      digest: digest(['9c1f04e7ab', '27d8b3605f'][i] ?? ''),
      sizeBytes: [88_412_160, 31_006_720][i] ?? 0,
      durationMs: [9_420, 3_180][i] ?? 0
    })),
    standIns: [
      ['php:8-cli-alpine', 'php8.4-cli, php-redis (trixie)'],
      ['redis:alpine', 'redis-server (trixie)'],
      ['alpine:latest', 'busybox (trixie)'],
      ['google/cadvisor:latest', 'cadvisor (trixie)'],
      ['prom/prometheus:latest', 'prometheus (trixie)']
    ].map(([reference = '', madeFrom = ''], i) => ({ reference, madeFrom, digest: digest(`${i}e4a71`) })),
    deploy: {
      stack: 'workshop',
      outcome: 'converged',
      services: [
        ['backend', 3, `${REGISTRY}-backend:demo-20261123@${digest('9c1f04e7ab')}`],
        ['redis', 1, `${REGISTRY}-redis:demo-20261123@${digest('27d8b3605f')}`],
        ['cadvisor', 3, `google/cadvisor:latest@${digest('3e4a71')}`],
        ['utility', 3, `alpine:latest@${digest('2e4a71')}`],
        ['prometheus', 1, `prom/prometheus:latest@${digest('4e4a71')}`]
      ].map(([name, n, image]) => ({
        name: `workshop_${name}`,
        running: Number(n),
        wanted: Number(n),
        outcome: 'converged' as const,
        image: String(image)
      })),
      failures: [],
      startedAt: '2026-11-23T02:16:01.000Z',
      durationMs: 19_240
    },
    verify: {
      status: 'pass',
      durationMs: 2_140,
      nodes: [
        answersOf('manager1', '10.79.0.11', [34, 33, 33]),
        answersOf('worker1', '10.79.0.12', [33, 34, 33], { latencyMs: { p50: 4.6, p95: 12.2, max: 28.9 } }),
        answersOf('worker2', '10.79.0.13', [33, 33, 34], { latencyMs: { p50: 4.4, p95: 13.9, max: 40.2 } })
      ],
      verdicts: [
        verdict('nodes', 'All nodes are Ready', {
          expected: '3 nodes Ready and active, 1 of them managers; redis runs on a node with data=persistent',
          observed: '3 of 3 nodes Ready and active; redis runs on worker1',
          durationMs: 38
        }),
        verdict('routing-mesh', 'Every node answers through the routing mesh', {
          expected:
            'every node answers every request, also a node without a task: 100 requests each, 0 failed',
          observed: '300 requests to 3 nodes, worker1 without a task: 0 failed'
        }),
        verdict('spread', 'Requests spread over all replicas', {
          expected: 'each of 3 replicas answers at least 20.0 % of the requests, and no one else answers',
          observed: '4be1d0c77a52 33.3 %, 8f20c96b13de 33.3 %, c5a94417e0b8 33.3 %'
        }),
        verdict('counter', 'The visits counter counts requests, and only them', {
          expected: 'the visits counter rises by exactly one with each request, and by nothing else: by 300',
          observed: 'rose by 300 (1 → 301) over 300 requests'
        }),
        verdict('redis-auth', 'Redis wants its password', {
          expected:
            'Redis refuses a client without the password (NOAUTH) and answers the one that has it (PONG)',
          observed: 'without the password: NOAUTH Authentication required.; with it: PONG (asked from redis)',
          durationMs: 412
        })
      ]
    },
    phases: [
      { title: 'Raise the swarm', durationMs: 104_300, status: 'done' },
      { title: 'Build and push', durationMs: 14_800, status: 'done' },
      { title: 'Deploy the stack', durationMs: 19_240, status: 'done' },
      { title: 'Verify', durationMs: 2_140, status: 'done' },
      { title: 'Take the cluster down', durationMs: 3_020, status: 'done' }
    ],
    error: undefined
  }
}

const COMMIT = '3f9a1c7be0d24586a1b7c9d0e2f3a4b5c6d7e8f9'
const origin = {
  repository: { name: 'octo/workshop', url: 'https://github.com/octo/workshop' },
  commit: { sha: COMMIT, ref: 'main', url: `https://github.com/octo/workshop/commit/${COMMIT}` },
  run: {
    title: 'Deploy #128, deploy',
    url: 'https://github.com/octo/workshop/actions/runs/7301/attempts/1',
    attempt: 1
  },
  environment: { name: 'staging', url: 'https://staging.example.org/' },
  actor: 'octocat'
}

/** One replica cannot start, one node's mesh does not carry, the rest goes on. */
export function failingReport(): RunReport {
  const report = passingReport()
  const [nodes, , , , redis] = report.verify?.verdicts ?? []
  return {
    ...report,
    status: 'fail',
    source: { ...report.source, ...origin },
    durationMs: 164_800,
    standIns: [],
    engine: { kind: 'host', title: 'Docker Engine 28.5.2 on this machine', version: '28.5.2', hasMesh: true },
    deploy: {
      stack: 'workshop',
      outcome: 'timed-out',
      startedAt: '2026-11-23T02:16:01.000Z',
      durationMs: 120_000,
      timeline: sampleTimeline('2026-11-23T02:16:01.000Z'),
      seq: 12,
      changes: sampleChanges,
      probe: sampleProbe('2026-11-23T02:16:01.000Z'),
      services: (report.deploy?.services ?? []).map(service =>
        service.name === 'workshop_backend'
          ? { ...service, running: 2, outcome: 'timed-out' as const }
          : service
      ),
      failures: [
        {
          service: 'workshop_backend',
          task: 'backend.3',
          node: 'worker2',
          category: 'exit',
          error: 'task: non-zero exit (255)',
          logLines: [
            'PHP 8.4.11 Development Server (http://0.0.0.0:80) started',
            'PHP Fatal error:  Uncaught RedisException: php_network_getaddresses: getaddrinfo for redis failed',
            'thrown in /srv/web/index.php on line 12'
          ]
        }
      ],
      undone: { kind: 'kept' },
      leftBehind: [
        'workshop_backend: has another spec than the one from before the deploy, 2 of 3 tasks run by it; the swarm continues it by itself',
        'workshop_redis: has its spec from before the deploy, 1 of 1 tasks run by it'
      ]
    },
    verify: {
      isolation: [sampleMatrix()],
      loads: [sampleLoad],
      status: 'fail',
      durationMs: 20_480,
      nodes: [
        answersOf('manager1', '10.79.0.11', [51, 49]),
        answersOf('worker1', '10.79.0.12', [50, 49], {
          failed: 1,
          failedByKind: { status: 1 },
          latencyMs: { p50: 5.2, p95: 88.1, max: 1004.7 }
        }),
        answersOf('worker2', '10.79.0.13', [], {
          requests: 20,
          failed: 20,
          failedByKind: { refused: 14, 'time-out': 6 },
          latencyMs: { p50: 0, p95: 0, max: 0 }
        })
      ],
      verdicts: [
        ...(nodes ? [nodes] : []),
        verdict('routing-mesh', 'Every node answers through the routing mesh', {
          status: 'fail',
          figures: { requests: 220, failed: 21 },
          evidenceFile: 'routing-mesh.json',
          tags: ['mesh'],
          expected:
            'every node answers every request, also a node without a task: 100 requests each, 0 failed',
          observed:
            'worker1: 1 of 100 failed (1 status, first: status: HTTP 503: Redis is not available); worker2: 20 of 20 failed (14 refused, 6 time-out, first: refused: ECONNREFUSED)',
          hint: 'nothing listens on the published port of that node: publish it in ingress mode (`swarmline doctor` says whether the kernel has IPVS)',
          durationMs: 20_120
        }),
        verdict('spread', 'Requests spread over all replicas', {
          status: 'fail',
          expected: 'each of 3 replicas answers at least 20.0 % of the requests, and no one else answers',
          observed: '2 of 3 replicas run: 4be1d0c77a52 50.8 %, 8f20c96b13de 49.2 %',
          hint: 'see `docker service ps --no-trunc` for the task that does not run'
        }),
        verdict('counter', 'The visits counter counts requests, and only them', {
          status: 'inconclusive',
          expected: 'the visits counter rises by exactly one with each request, and by nothing else: by 199',
          observed:
            'rose by 199 (301 → 500) over 199 requests, and 7 failed requests may have counted or not',
          hint: 'see why requests fail first'
        }),
        ...(redis ? [redis] : [])
      ]
    },
    phases: [
      { title: 'Raise the swarm', durationMs: 6_300, status: 'done' },
      { title: 'Build and push', durationMs: 14_800, status: 'done' },
      { title: 'Deploy the stack', durationMs: 120_000, status: 'failed' },
      { title: 'Verify', durationMs: 20_480, status: 'failed' },
      { title: 'Take the cluster down', durationMs: 3_020, status: 'done' }
    ],
    engineLogs: [
      {
        node: 'worker2',
        lines: [
          'time="2026-11-23T02:16:49Z" level=warning msg="ShouldRestart failed, container will not be restarted"',
          'time="2026-11-23T02:16:50Z" level=error msg="fatal task error" error="task: non-zero exit (255)" module=node/agent/taskmanager'
        ]
      }
    ],
    attachments: [
      { title: 'Evidence of routing-mesh', file: 'evidence/routing-mesh.json', sizeBytes: 41_216 }
    ]
  }
}

/** A run that ended before there was a swarm. */
export function abortedReport(): RunReport {
  return {
    ...passingReport(),
    status: 'fail',
    durationMs: 8_100,
    engine: { kind: 'host', title: 'none', version: '', hasMesh: false },
    nodes: [],
    images: [],
    standIns: [],
    deploy: undefined,
    verify: undefined,
    phases: [{ title: 'Raise the swarm', durationMs: 8_100, status: 'failed' }],
    error: 'no engine answers, and QEMU is not installed — install it with: apt-get install qemu-system-x86'
  }
}
