import type { EngineClient } from '../docker/client.ts'
import type { ApiNode, ApiService, ApiTask } from '../docker/types.ts'
import { STACK_LABEL } from '../plain/labels.ts'

/** What the engine says of a stack at one moment. */
export type Snapshot = {
  services: readonly ApiService[]
  tasks: readonly ApiTask[]
  /**
   * Tasks that are of their service's current spec, as SwarmKit itself judges it. Comparing the two specs here
   * would miss what the API does not show (the endpoint that a task was made with, the spec's version).
   */
  currentTaskIds: ReadonlySet<string>
  nodes: readonly ApiNode[]
}

/** The stack before a deploy: what failed or ran already then is not the deploy's doing. */
export type Baseline = {
  runningTaskIds: ReadonlySet<string>
  endedTaskIds: ReadonlySet<string>
  /** The updates that were on record then, by the service's id. */
  updates?: ReadonlyMap<string, ApiService['UpdateStatus']>
}

export const EMPTY_BASELINE: Baseline = { runningTaskIds: new Set(), endedTaskIds: new Set() }

const ENDED = new Set(['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned'])

/** Has the task come to its end? (Engine API, task states; all of them come after `running`.) */
export const isEnded = (state: string): boolean => ENDED.has(state)

/**
 * The update's state; none for a rollback or an update that was over before the deploy and is on record because
 * the deploy left the service alone. A pause is one until somebody ends it. A rollback that somebody else had begun
 * before, and that runs on, brings the service to what it is to be now: an update like any other.
 */
export function statusOf(service: ApiService, baseline: Baseline): string | undefined {
  const now = service.UpdateStatus
  const before = baseline.updates?.get(service.ID)
  // Every change of the spec makes another record.
  if (now?.State === undefined || before?.StartedAt !== now.StartedAt) return now?.State
  const isSame = before?.State === now.State && before.CompletedAt === now.CompletedAt
  if (isSame && now.State.endsWith('completed')) return undefined
  if (before?.State !== 'rollback_started') return now.State
  if (now.State === 'rollback_started') return 'updating'
  return now.State === 'rollback_completed' ? undefined : now.State
}

/** The tasks of a stack that ran and that had ended before a deploy. Errors: those of the engine client. */
export async function readBaseline(
  client: EngineClient,
  stack: string,
  signal?: AbortSignal
): Promise<Baseline> {
  const [tasks, services] = await Promise.all([
    list<ApiTask>(client, '/tasks', stackFilter(stack), signal),
    list<ApiService>(client, '/services', stackFilter(stack), signal)
  ])
  const idsOf = (isWanted: (state: string) => boolean): Set<string> =>
    new Set(tasks.filter(t => isWanted(t.Status.State)).map(t => t.ID))
  return {
    runningTaskIds: idsOf(state => state === 'running'),
    endedTaskIds: idsOf(isEnded),
    updates: new Map(services.map(({ ID, UpdateStatus }) => [ID, UpdateStatus]))
  }
}

const NODES_EVERY_LOOKS = 5

/** Reads a snapshot; `areNodesAsked` whatever was read of them before. */
export type SnapshotReader = (signal: AbortSignal, areNodesAsked?: boolean) => Promise<Snapshot>

/**
 * A reader of snapshots that spares the engine: two requests a look, a third when a spec or a task is new
 * (only then can the answer to "which are current?" have changed), and the nodes at every fifth look.
 */
export function createSnapshotReader(client: EngineClient, stack: string): SnapshotReader {
  let looks = 0
  let nodes: readonly ApiNode[] = []
  let current: { key: string; ids: ReadonlySet<string> } = { key: '', ids: new Set() }
  return async (signal, areNodesAsked = false) => {
    const filter = stackFilter(stack)
    const [services, tasks] = await Promise.all([
      list<ApiService>(client, '/services', filter, signal),
      list<ApiTask>(client, '/tasks', filter, signal)
    ])
    const key = JSON.stringify([services.map(whatTasksAreMadeOf), tasks.map(t => t.ID)])
    if (key !== current.key) {
      const upToDate = await list<ApiTask>(client, '/tasks', { ...filter, '_up-to-date': ['true'] }, signal)
      current = { key, ids: new Set(upToDate.map(t => t.ID)) }
    }
    if (looks++ % NODES_EVERY_LOOKS === 0 || areNodesAsked)
      nodes = await list<ApiNode>(client, '/nodes', {}, signal)
    return { services, tasks, currentTaskIds: current.ids, nodes }
  }
}

/** What SwarmKit compares a task with (manager/orchestrator/task.go); an update's status changes none of it. */
const whatTasksAreMadeOf = ({ ID, Spec }: ApiService): unknown => [ID, Spec.TaskTemplate, Spec.EndpointSpec]

const stackFilter = (stack: string): Record<string, string[]> => ({
  label: [`${STACK_LABEL}=${stack}`]
})

async function list<T>(
  client: EngineClient,
  path: string,
  filters: Record<string, string[]>,
  signal?: AbortSignal
): Promise<T[]> {
  const query = { filters: JSON.stringify(filters) }
  const answer = await client.json<T[] | null>('GET', path, {
    query,
    timeoutMs: 30_000,
    ...(signal ? { signal } : {})
  })
  return answer ?? []
}
