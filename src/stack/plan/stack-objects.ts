import type { EngineClient } from '../../docker/client.ts'
import type { ApiNetwork, ApiService, ApiTask } from '../../docker/types.ts'
import { STACK_LABEL } from '../../plain/labels.ts'

/** The engine's filter for what belongs to a stack. */
export const ofStack = (stack: string): Record<string, string> => ({
  filters: JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
})

export type StackObjects = {
  services: ApiService[]
  tasks: ApiTask[]
  networks: ApiNetwork[]
  secrets: { ID: string; Spec: { Name: string; Labels?: Record<string, string> | null } }[]
  /** Our own books among them: see `isBook`. */
  configs: { ID: string; Spec: { Name: string; Labels?: Record<string, string> | null } }[]
}

/** Everything in the swarm that belongs to a stack. Errors: those of the engine client. */
export async function stackObjects(
  client: EngineClient,
  stack: string,
  signal: AbortSignal
): Promise<StackObjects> {
  const list = async <T>(path: string): Promise<T[]> =>
    (await client.json<T[] | null>('GET', path, { query: ofStack(stack), signal })) ?? []
  const [services, tasks, networks, secrets, configs] = await Promise.all([
    list<ApiService>('/services'),
    list<ApiTask>('/tasks'),
    list<ApiNetwork>('/networks'),
    list<StackObjects['secrets'][number]>('/secrets'),
    list<StackObjects['configs'][number]>('/configs')
  ])
  return { services, tasks, networks, secrets, configs }
}

/** How many there are, of each kind that there are any of: `2 networks, 1 task`; empty when all is gone. */
export function inWords(
  objects: Partial<Record<keyof StackObjects | 'containers', readonly unknown[]>>
): string {
  return Object.entries(objects)
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => `${list.length} ${list.length === 1 ? kind.slice(0, -1) : kind}`)
    .join(', ')
}
