// A manager that has what it was given, and tells of it all that it can: its tasks fail with the secrets in their errors and
// in their logs, where a test wants that.
import YAML from 'yaml'
import { CANARIES } from '../canaries.ts'
import { type MemoryEngine, memoryEngine } from '../memory-engine.ts'
import { objectPlace, type Place } from './places.ts'

/** What becomes of a stack that it is handed. */
export type Fate = 'converges' | 'fails' | 'is refused'

export type CanaryEngine = MemoryEngine & {
  fate: Fate
  /** Called at every request, with how many there were. */
  onRequest: (count: number) => void
  /** How many requests there were since this was set to 0. */
  count: number
  /** What it has, and what it was given since the last time. */
  places(): Place[]
}

const NODE = {
  ID: 'n1',
  Version: { Index: 1 },
  Description: { Hostname: 'm1', Platform: { OS: 'linux', Architecture: 'x86_64' } },
  Spec: { Role: 'manager', Availability: 'active', Labels: {} },
  Status: { State: 'ready', Addr: '127.0.0.1' },
  ManagerStatus: { Leader: true, Addr: '127.0.0.1:2377' }
}

/** Every secret as people and programs quote it. */
export const QUOTED = CANARIES.map(({ secret }) =>
  [
    secret.replaceAll('\n', ' '),
    JSON.stringify(secret),
    Buffer.from(`user:${secret}`).toString('base64')
  ].join(' ')
).join(' ')

export async function canaryEngine(socket: string): Promise<CanaryEngine> {
  const told: Place[] = []
  const engine: CanaryEngine = Object.assign(
    await memoryEngine(socket, { nodes: [NODE] }, ({ method, path, body }) => {
      engine.onRequest(++engine.count)
      if (body) told.push(...givenPlaces(`${method} ${path}`, body))
      const [, kind, name = '', verb] = path.split('/')
      if (kind === 'stack-deploy') return deployed(engine, name, body)
      if (kind === 'tasks') return { status: 200, value: verb === 'logs' ? LOGS : tasksOf(engine) }
      return undefined
    }),
    {
      fate: 'converges' as Fate,
      onRequest: () => undefined,
      count: 0,
      places: () => [
        ...told.splice(0),
        ...['services', 'configs', 'networks', 'volumes', 'nodes'].flatMap(kind =>
          engine.stored(kind).map(each => objectPlace(`${kind} ${each.ID}`, each))
        ),
        ...engine.stored('secrets').map(each => objectPlace(`secrets ${each.ID}`, withoutData(each)))
      ]
    }
  )
  return engine
}

/** The content of a secret has to reach the engine, as the secret's data and nowhere else. */
function givenPlaces(where: string, body: string): Place[] {
  if (where !== 'POST /secrets/create') return [{ where, text: body }, dataPlace(where, body)]
  const { Data, ...given } = JSON.parse(body)
  return [objectPlace(where, given), { ...objectPlace(where, { Data }), exception: 'data of a secret' }]
}

const dataPlace = (where: string, body: string): Place => {
  try {
    return objectPlace(where, JSON.parse(body))
  } catch {
    return { where, text: '' }
  }
}

const withoutData = <T extends { Spec: unknown }>(secret: T): T => ({
  ...secret,
  Spec: { ...(secret.Spec as object), Data: '' }
})

function deployed(engine: CanaryEngine, stack: string, body: string): { status: number; value?: unknown } {
  if (engine.fate === 'is refused')
    return { status: 500, value: Buffer.from(`failed to create service ${stack}_web: ${QUOTED}\n`) }
  const services: Record<string, { image: string; environment?: object }> = YAML.parse(body, {
    version: '1.1'
  }).services
  for (const [name, { image, environment = {} }] of Object.entries(services))
    engine.put('services', {
      Name: `${stack}_${name}`,
      Labels: { 'com.docker.stack.namespace': stack, 'com.docker.stack.image': image },
      TaskTemplate: {
        ContainerSpec: { Image: image, Env: Object.entries(environment).map(pair => pair.join('=')) }
      },
      Mode: { Replicated: { Replicas: 1 } },
      EndpointSpec: { Mode: 'vip' }
    })
  return { status: 200 }
}

const tasksOf = (engine: CanaryEngine): object[] =>
  engine.stored('services').map(({ ID, CreatedAt, Spec }) => {
    const hasFailed = engine.fate === 'fails'
    return {
      ID: `t-${ID}`,
      ServiceID: ID,
      NodeID: 'n1',
      Slot: 1,
      CreatedAt,
      UpdatedAt: CreatedAt,
      Spec: (Spec as { TaskTemplate: object }).TaskTemplate,
      DesiredState: hasFailed ? 'shutdown' : 'running',
      Status: hasFailed
        ? { State: 'failed', Timestamp: CreatedAt, Err: `task: non-zero exit (1): ${QUOTED}` }
        : { State: 'running', Timestamp: CreatedAt }
    }
  })

const LINE = Buffer.from(`${QUOTED}\n`)
const LOGS = Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 0, LINE.length >> 8, LINE.length & 255]), LINE])
