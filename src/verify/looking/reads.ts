import * as z from 'zod'
import { type EngineClient, isGone } from '../../docker/client.ts'
import type { ApiNode, ApiService, ApiTask } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import { nameInSwarm } from '../names.rules.ts'

const name = z.string().min(1)
const labels = z.record(z.string(), z.string()).nullish()
const numberOrNull = z.number().nullish()

const NODE = z.looseObject({
  ID: name,
  Spec: z.looseObject({ Role: z.enum(['manager', 'worker']), Availability: name, Labels: labels }),
  Description: z.looseObject({ Hostname: name }),
  Status: z.looseObject({ State: name }),
  ManagerStatus: z.looseObject({ Reachability: name }).nullish()
})
const SERVICE = z.looseObject({
  ID: name,
  Spec: z.looseObject({
    Name: name,
    Labels: labels,
    TaskTemplate: z.looseObject({
      ContainerSpec: z.looseObject({ Image: name }).optional()
    }),
    Mode: z.looseObject({ Replicated: z.looseObject({ Replicas: numberOrNull }).nullish() })
  })
})
const TASK = z.looseObject({
  ID: name,
  ServiceID: name,
  DesiredState: name,
  NodeID: z.string().nullish(),
  Spec: z.looseObject({}),
  Status: z.looseObject({
    State: name,
    ContainerStatus: z.looseObject({ ContainerID: z.string().nullish() }).nullish()
  })
})
const NETWORK = z.looseObject({ Id: name, Name: name, Driver: z.string() })

export type StackNetwork = { Id: string; Name: string; Driver: string; [key: string]: unknown }

/** What a manager says of the swarm and the stack, checked for its form. All throw `engine-lost`. */
export type SwarmReads = {
  nodes(): Promise<ApiNode[]>
  /** The stack's services; those of no stack for the stack without a name. */
  services(): Promise<ApiService[]>
  /** A service by its name in the stack; `undefined` when the swarm has none of that name. */
  service(service: string): Promise<ApiService | undefined>
  /** A service's tasks that run and shall run; none for a service that does not exist. */
  runningTasks(service: string): Promise<ApiTask[]>
  /** The stack's own. */
  networks(): Promise<StackNetwork[]>
  /** What networks are called, by id, whoever's they are; an id that nobody has stays as it is. */
  networkNames(ids: readonly string[]): Promise<(id: string) => string>
}

const ofStack = (stack: string) =>
  stack === '' ? undefined : JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })

/** Each answer is read once, as long as this object lives. */
export function createReads(manager: EngineClient, stack: string, signal: AbortSignal): SwarmReads {
  const answers = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = answers.get(key) ?? read()
    answers.set(key, known)
    return known as Promise<T>
  }
  const get = async <T>(path: string, form: z.ZodType, filters?: string): Promise<T> => {
    const answer = await manager.json<unknown>('GET', path, {
      signal,
      ...(filters ? { query: { filters } } : {})
    })
    return checked(path, form, answer) as T
  }
  const service = (wanted: string) =>
    once(`service ${wanted}`, () =>
      get<ApiService>(`/services/${encodeURIComponent(nameInSwarm(stack, wanted))}`, SERVICE).catch(absent)
    )
  return {
    nodes: () => once('nodes', () => get<ApiNode[]>('/nodes', z.array(NODE))),
    services: () =>
      once('services', async () => {
        const found = await get<ApiService[]>('/services', z.array(SERVICE), ofStack(stack))
        return found.filter(each => stack !== '' || !each.Spec.Labels?.[STACK_LABEL])
      }),
    service,
    runningTasks: wanted =>
      once(`tasks ${wanted}`, async () => {
        const found = await service(wanted)
        if (!found) return []
        const filters = JSON.stringify({ service: [found.ID], 'desired-state': ['running'] })
        const tasks = await get<ApiTask[]>('/tasks', z.array(TASK), filters)
        return tasks.filter(task => task.DesiredState === 'running' && task.Status.State === 'running')
      }),
    networks: () =>
      once('networks', () => get<StackNetwork[]>('/networks', z.array(NETWORK), ofStack(stack))),
    async networkNames(ids) {
      const all = await once('all networks', () => get<StackNetwork[]>('/networks', z.array(NETWORK)))
      const known = new Map(all.flatMap(({ Id, Name }) => [[Id, Name] as const, [Name, Name] as const]))
      // The swarm knows `host` and `bridge` by ids that its list leaves out.
      const unlisted = [...new Set(ids)].filter(id => !known.has(id))
      for (const id of unlisted) {
        const path = `/networks/${encodeURIComponent(id)}`
        const found = await once(path, () => get<StackNetwork>(path, NETWORK).catch(absent))
        if (found) known.set(id, found.Name)
      }
      return id => known.get(id) ?? id
    }
  }
}

/** An answer that does not have the expected form says nothing: it is as if there were none. */
export function checked<T>(path: string, form: z.ZodType<T>, answer: unknown): T {
  const read = form.safeParse(answer)
  if (read.success) return answer as T
  const [issue] = read.error.issues
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
  throw new SwarmlineError(
    'engine-lost',
    `the engine’s answer to ${path} does not have the expected form${where}`
  )
}

function absent(error: unknown): undefined {
  if (isGone(error)) return undefined
  throw error
}
