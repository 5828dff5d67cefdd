// A healthy stack `shop` as engines of version 28 answer about it: a `web` on two nodes, published on a port of this
// process, and a `db` with a secret. A test changes single answers.
import type { NodePower } from '../../../../src/cluster/provider.ts'
import type { EngineClient } from '../../../../src/docker/client.ts'
import { createRedactor } from '../../../../src/plain/redact.ts'
import type { AnyKind } from '../../../../src/verify/kind.ts'
import { KINDS } from '../../../../src/verify/kinds/all.ts'
import { runSuite, type WorldBase } from '../../../../src/verify/run/run-suite.ts'
import { COMMON_FIELDS } from '../../../../src/verify/suite/schema.ts'
import type { SuiteCheck } from '../../../../src/verify/suite/suite.ts'
import type { Verdict } from '../../../../src/verify/verdict.ts'
import { fakeEffects } from '../../../support/fake-engine.ts'
import { apiNode, fakeEngine, frame, type Routes } from '../builders.ts'

export const PASSWORD = 'correct horse'
const IDS = { web1: 'a'.repeat(64), web2: 'b'.repeat(64), db: 'c'.repeat(64) }
/** How the containers of `web` call themselves. */
export const HOSTNAMES = [IDS.web1.slice(0, 12), IDS.web2.slice(0, 12)]
const DIGEST = `sha256:${'d'.repeat(64)}`

export const webSpec = (port: number) => ({
  Name: 'shop_web',
  Labels: { 'com.docker.stack.namespace': 'shop' },
  TaskTemplate: {
    ContainerSpec: {
      Image: `shop/web:1@${DIGEST}`,
      Env: ['MODE=production', 'DB_PASSWORD_FILE=/run/secrets/db_password'],
      Args: ['serve'],
      Healthcheck: { Test: ['CMD', 'true'], Interval: 5e9 }
    },
    Resources: { Limits: { MemoryBytes: 134217728 } },
    Networks: [{ Target: 'net1' }]
  },
  Mode: { Replicated: { Replicas: 2 } },
  UpdateConfig: { Parallelism: 1, Delay: 10e9, Order: 'start-first' },
  EndpointSpec: {
    Mode: 'vip',
    Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: port, PublishMode: 'ingress' }]
  }
})
export const dbSpec = () => ({
  Name: 'shop_db',
  Labels: { 'com.docker.stack.namespace': 'shop' },
  TaskTemplate: {
    ContainerSpec: {
      Image: 'shop/db:1',
      Secrets: [
        {
          SecretID: 's1',
          SecretName: 'shop_db_password-0123456789ab',
          File: { Name: 'db_password', UID: '0', GID: '0', Mode: 292 }
        }
      ]
    },
    Networks: [{ Target: 'net1' }],
    Resources: { Limits: { MemoryBytes: 134217728 } }
  },
  Mode: { Replicated: { Replicas: 1 } }
})

const task = (id: string, service: string, node: string, containerId: string) => ({
  ID: id,
  ServiceID: service,
  NodeID: `id-${node}`,
  DesiredState: 'running',
  Spec: { ContainerSpec: {} },
  Status: { State: 'running', ContainerStatus: { ContainerID: containerId } }
})
const image = (id: string) => ({
  Id: id,
  Size: 9_000_000,
  Config: { User: '', Env: ['PATH=/bin'], Healthcheck: { Test: ['CMD', 'true'] }, Labels: { 'x.y': 'z' } },
  RootFS: { Type: 'layers', Layers: ['sha256:1', 'sha256:2'] }
})

/** Every answer of every engine of the swarm. Programs print what `outputs` says for their container. */
export function recordedRoutes(port: number, outputs: Record<string, string> = {}): Routes {
  const services = () => [
    { ID: 's-web', Spec: webSpec(port) },
    { ID: 's-db', Spec: dbSpec() }
  ]
  const tasks: Record<string, unknown[]> = {
    's-web': [task('t1', 's-web', 'worker1', IDS.web1), task('t2', 's-web', 'worker2', IDS.web2)],
    's-db': [task('t3', 's-db', 'manager1', IDS.db)]
  }
  const routes: Routes = {
    'GET /nodes': () => ['manager1', 'worker1', 'worker2'].map(name => apiNode(name)),
    'GET /services': services,
    'GET /services/shop_web': () => services()[0],
    'GET /services/shop_db': () => services()[1],
    'GET /tasks': ({ query }) => {
      const { service } = JSON.parse(String(query?.filters)) as { service: string[] }
      return service.flatMap(id => tasks[id] ?? [])
    },
    'GET /networks': () => [
      { Id: 'net1', Name: 'shop_default', Driver: 'overlay', Options: { encrypted: '' } }
    ],
    'GET /swarm': () => ({
      Spec: { CAConfig: { NodeCertExpiry: 7776e12 }, EncryptionConfig: { AutoLockManagers: true } }
    }),
    'GET /services/s-web/logs': () => [frame(1, 'listening on 80\n'), frame(2, 'ready\n')],
    'GET /services/s-db/logs': () => [frame(1, 'ready to accept connections\n')],
    'GET /distribution/shop/web:1/json': () => ({ Descriptor: { digest: DIGEST } }),
    'GET /images/i1/json': () => image('i1'),
    'GET /images/i1/history': () => [{ Id: 'i1', CreatedBy: 'COPY web /web' }]
  }
  for (const [name, id] of Object.entries(IDS)) {
    routes[`GET /containers/${id}/json`] = () => ({ Image: 'i1', Config: { Hostname: id.slice(0, 12) } })
    routes[`POST /containers/${id}/exec`] = () => ({ Id: `e-${name}` })
    routes[`POST /exec/e-${name}/start`] = () => [frame(1, outputs[name] ?? PASSWORD)]
    routes[`GET /exec/e-${name}/json`] = () => ({ Running: false, ExitCode: 0 })
  }
  return routes
}

export type RecordedSwarm = {
  port: number
  routes?: Routes
  hasMesh?: boolean
  foreign?: string[]
  files?: Record<string, string>
  isDisruptionAllowed?: boolean
  /** Of nodes that Swarmline made. */
  powers?: Record<string, NodePower>
  /** Hears of what is kept of each check. */
  keep?: (evidence: string) => void
  /** Nodes at which another port of this process answers. */
  doors?: Record<string, number>
}

/** Runs one check of a kind, with parameters as a suite would say them, against the recorded swarm. */
export async function verdictOf(kindName: string, said: object, swarm: RecordedSwarm): Promise<Verdict> {
  const kind = KINDS.find(each => each.name === kindName)
  if (!kind) throw new Error(`no kind ${kindName}`)
  const [verdict] = await runRecorded([recordedCheck(kind, said)], swarm)
  if (!verdict) throw new Error('no verdict')
  return verdict
}

export function recordedCheck(kind: AnyKind, said: object): SuiteCheck {
  return {
    id: kind.name,
    kind,
    title: undefined,
    tags: [],
    deadlineMs: undefined,
    points: undefined,
    hints: undefined,
    params: kind.params.parse(said) as Record<string, unknown>,
    place: { file: 'suite.yml', line: 1 },
    folder: '/'
  }
}

/** @param engine what answers, in place of the recorded routes */
export function runRecorded(
  checks: SuiteCheck[],
  swarm: RecordedSwarm,
  engine: EngineClient = fakeEngine({ ...recordedRoutes(swarm.port), ...swarm.routes })
): Promise<Verdict[]> {
  const {
    hasMesh = true,
    foreign = [],
    files = {},
    isDisruptionAllowed = false,
    powers = {},
    keep,
    doors = {}
  } = swarm
  const fx = fakeEffects()
  const base: WorldBase = {
    stack: 'shop',
    manager: engine,
    nodes: ['manager1', 'worker1', 'worker2'].map(name => ({
      id: `id-${name}`,
      name,
      role: name === 'manager1' ? 'manager' : 'worker',
      labels: {},
      address: '127.0.0.1',
      engine: foreign.includes(name) ? undefined : engine,
      power: powers[name]
    })),
    hasMesh,
    // Ports of engines are closed here, whatever this machine runs.
    endpointOf: async (node, asked) => ({
      host: '127.0.0.1',
      port: doors[node.name] ?? (asked === 2375 || asked === 2376 ? 1 : asked)
    }),
    showAnswers: () => undefined,
    showIsolation: () => undefined,
    showLoad: () => undefined,
    readFileFrom: async (_folder, path) => Buffer.from(files[path] ?? ''),
    clock: fx.clock,
    log: fx.log
  }
  const saveEvidence =
    keep &&
    (async (id: string, json: string) => {
      keep(json)
      return `${id}.json`
    })
  const recorder = { redactor: createRedactor(), saveEvidence, placeOf: undefined }
  return runSuite(checks, base, fx, { deadlineMs: 60_000, isDisruptionAllowed, recorder })
}

/** Names that no kind's parameters may have. */
export const TAKEN = ['kind', ...Object.keys(COMMON_FIELDS)]
