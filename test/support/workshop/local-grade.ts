// Judges the servers of `local-servers.ts` by the checks that ask for pages: each node of a swarm is one of them.
import { systemClock } from '../../../src/effects/clock.ts'
import { createRedactor } from '../../../src/plain/redact.ts'
import { runSuite } from '../../../src/verify/run/run-suite.ts'
import type { SuiteCheck } from '../../../src/verify/suite/suite.ts'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { apiNode, fakeEngine } from '../../unit/verify/builders.ts'
import { fakeEffects } from '../fake-engine.ts'
import { HOSTNAMES } from './local-servers.ts'

/** Checks whose answer is a page. */
export const PAGE_CHECKS = [
  'mesh-every-node',
  'server-identified',
  'nothing-else-shown',
  'counter-shown',
  'counter-shared',
  'counter-exact',
  'metrics-page'
]

const NODES = ['manager1', 'worker1', 'worker2']

export function judgePages(checks: readonly SuiteCheck[], ports: readonly number[]): Promise<Verdict[]> {
  const id = (hostname: string) => hostname.padEnd(64, '0')
  const service = {
    ID: 's1',
    Spec: {
      Name: 'workshop_backend',
      Mode: { Replicated: { Replicas: 3 } },
      TaskTemplate: {},
      EndpointSpec: { Ports: [{ PublishedPort: 80, PublishMode: 'ingress' }] }
    }
  }
  const engine = fakeEngine({
    'GET /nodes': () => NODES.map(name => apiNode(name)),
    'GET /services': () => [service],
    'GET /services/workshop_backend': () => service,
    'GET /tasks': () =>
      HOSTNAMES.map((hostname, i) => ({
        ID: `t${i}`,
        ServiceID: 's1',
        NodeID: `id-${NODES[i]}`,
        DesiredState: 'running',
        Spec: {},
        Status: { State: 'running', ContainerStatus: { ContainerID: id(hostname) } }
      }))
  })
  const fx = { ...fakeEffects(), clock: systemClock }
  const base = {
    stack: 'workshop',
    manager: engine,
    nodes: NODES.map(name => ({
      ...{
        id: `id-${name}`,
        name,
        role: 'worker' as const,
        labels: {},
        address: '127.0.0.1',
        engine,
        power: undefined
      }
    })),
    hasMesh: true,
    endpointOf: async ({ name }: { name: string }) => ({
      host: '127.0.0.1',
      port: ports[NODES.indexOf(name)] ?? 1
    }),
    showAnswers: () => undefined,
    showIsolation: () => undefined,
    showLoad: () => undefined,
    readFileFrom: async () => Buffer.alloc(0),
    clock: fx.clock,
    log: fx.log
  }
  // As long as the engine’s and Prometheus’ own pauses are here.
  const shortened = checks.map(check =>
    check.id === 'counter-exact' ? { ...check, params: { ...check.params, idle: 2500 } } : check
  )
  const recorder = { redactor: createRedactor(), saveEvidence: undefined, placeOf: undefined }
  return runSuite(shortened, base, fx, { deadlineMs: 120_000, isDisruptionAllowed: false, recorder })
}
