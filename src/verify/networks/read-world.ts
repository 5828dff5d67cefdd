import { type EngineClient, isGone } from '../../docker/client.ts'
import type { ApiNetwork, ApiService, ApiTask } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import type { VerifyEffects } from '../round/plan.ts'
import { type MeshWorld, meshWorld } from './world.rules.ts'

/** What gathering needs to know of a swarm. */
export type MeshSlice = {
  stack: string
  manager: EngineClient
  /** `engine` is missing where nobody can ask it: what runs there stays unknown. */
  nodes: readonly { id: string; name: string; address: string; engine?: EngineClient | undefined }[]
  hasMesh: boolean
} & Pick<VerifyEffects, 'clock' | 'signal' | 'pace'>

/** The stack's services, tasks and networks as a manager knows them: three calls, and one for a node's own network. */
export async function readMeshWorld(slice: MeshSlice): Promise<MeshWorld> {
  const { stack, manager, signal } = slice
  const ofStack = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
  const running = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`], 'desired-state': ['running'] })
  const [services, tasks, listed] = await Promise.all([
    manager.json<ApiService[]>('GET', '/services', { query: { filters: ofStack }, signal }),
    manager.json<ApiTask[]>('GET', '/tasks', { query: { filters: running }, signal }),
    manager.json<ApiNetwork[]>('GET', '/networks', { signal })
  ])
  if (services.length === 0)
    throw new SwarmlineError('not-found', `the swarm has no services of the stack ${stack}`, {
      hint: 'deploy the stack first'
    })
  const networks = [...listed, ...(await unlisted(services, listed, slice))]
  return meshWorld(stack, services, tasks, networks, slice.nodes)
}

/** Networks that services use and the list leaves out: the swarm knows `host` and `bridge` by ids of its own. */
async function unlisted(
  services: readonly ApiService[],
  listed: readonly ApiNetwork[],
  { manager, signal }: MeshSlice
): Promise<ApiNetwork[]> {
  const used = new Set(
    services.flatMap(({ Spec }) => (Spec.TaskTemplate.Networks ?? []).map(one => one.Target))
  )
  const unknown = [...used].filter(id => !listed.some(({ Id }) => Id === id))
  const found = await Promise.all(
    unknown.map(id =>
      manager
        .json<ApiNetwork>('GET', `/networks/${encodeURIComponent(id)}`, { signal })
        .catch((error: unknown) => {
          if (isGone(error)) return undefined
          throw error
        })
    )
  )
  return found.filter(network => network !== undefined)
}
