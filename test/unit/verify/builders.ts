import type http from 'node:http'
import { Readable } from 'node:stream'
import { EngineAnswerError, type EngineClient, type RequestOptions } from '../../../src/docker/client.ts'
import type { ApiNode, ApiTask } from '../../../src/docker/types.ts'
import type { Log } from '../../../src/effects/effects.ts'
import type { NodeDoor, VerifyEffects } from '../../../src/verify/round/plan.ts'
import type { NodeAnswers } from '../../../src/verify/verdict.ts'

/** Effects that tell nothing and whose sleeps take no time; `details` gathers what steps reported. */
export function quietEffects(signal = new AbortController().signal): VerifyEffects & { details: string[] } {
  const details: string[] = []
  let now = 0
  const log: Log = {
    info: () => undefined,
    debug: () => undefined,
    warn: () => undefined,
    step: (_title, run) => run(detail => details.push(detail))
  }
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    }
  }
  return { log, clock, signal, details }
}

type Route = (options: RequestOptions) => unknown
export type Routes = Record<string, Route>

/** An engine made of functions: `GET /nodes` → answer. A route that is missing answers 404. */
export function fakeEngine(routes: Routes): EngineClient {
  const find = (method: string, path: string, options: RequestOptions = {}) => {
    const route = routes[`${method} ${path}`]
    if (!route) throw new EngineAnswerError(404, `no such thing: ${path}`)
    return route(options)
  }
  return {
    socketPath: '/fake.sock',
    json: async <T>(method: string, path: string, options?: RequestOptions) =>
      find(method, path, options) as T,
    stream: async (method, path, options) =>
      Readable.from(find(method, path, options) as Buffer[]) as http.IncomingMessage,
    close: () => undefined
  }
}

/** A frame of the engine's raw stream. */
export function frame(source: 1 | 2, text: string): Buffer {
  const header = Buffer.alloc(8)
  header[0] = source
  header.writeUInt32BE(Buffer.byteLength(text), 4)
  return Buffer.concat([header, Buffer.from(text)])
}

/** The routes of a container in which every program prints `stdout`. */
export function execRoutes(containerId: string, stdout: string, exitCode = 0): Routes {
  return {
    [`POST /containers/${containerId}/exec`]: () => ({ Id: 'e1' }),
    'POST /exec/e1/start': () => [frame(1, stdout)],
    'GET /exec/e1/json': () => ({ Running: false, ExitCode: exitCode })
  }
}

export function apiNode(
  name: string,
  change: Partial<ApiNode> & { role?: 'manager' | 'worker' } = {}
): ApiNode {
  const { role = name.startsWith('manager') ? 'manager' : 'worker', ...rest } = change
  return {
    ID: `id-${name}`,
    Version: { Index: 1 },
    Spec: { Role: role, Availability: 'active', Labels: name === 'worker1' ? { data: 'persistent' } : {} },
    Description: {
      Hostname: name,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Engine: { EngineVersion: '28.5.2' }
    },
    Status: { State: 'ready', Addr: '10.0.0.2' },
    ...rest
  }
}

export function nodeDoor(name: string, engine: EngineClient, port = 1): NodeDoor {
  const role = name.startsWith('manager') ? 'manager' : 'worker'
  const labels: Record<string, string> = name === 'worker1' ? { data: 'persistent' } : {}
  return { node: { id: `id-${name}`, name, role, labels }, engine, endpoint: { host: '127.0.0.1', port } }
}

/** A running task whose container is called by the first 12 characters of `containerId`. */
export function apiTask(service: string, nodeName: string, containerId: string): ApiTask {
  return {
    ID: `task-${containerId}`,
    CreatedAt: '',
    UpdatedAt: '',
    Spec: {},
    ServiceID: service,
    NodeID: `id-${nodeName}`,
    DesiredState: 'running',
    Status: { Timestamp: '', State: 'running', ContainerStatus: { ContainerID: containerId } }
  }
}

/** The routes of a manager that knows these services; keys are their full names. */
export function serviceRoutes(services: Record<string, { wanted?: number; tasks: ApiTask[] }>): Routes {
  const routes: Routes = {
    'GET /tasks': ({ query }) => {
      const { service } = JSON.parse(String(query?.filters)) as { service: string[] }
      return service.flatMap(id => services[id]?.tasks ?? [])
    }
  }
  for (const [name, { wanted, tasks }] of Object.entries(services))
    routes[`GET /services/${name}`] = () => ({
      ID: name,
      Spec: { Mode: { Replicated: { Replicas: wanted ?? tasks.length } } }
    })
  return routes
}

export function answers(change: Partial<NodeAnswers> = {}): NodeAnswers {
  return {
    node: 'manager1',
    endpoint: '10.0.0.2:80',
    requests: 100,
    failed: 0,
    failedByKind: {},
    byReplica: { a: 50, b: 50 },
    latencyMs: { p50: 1, p95: 2, max: 3 },
    ...change
  }
}
