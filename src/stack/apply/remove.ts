import { EngineAnswerError, type EngineClient } from '../../docker/client.ts'
import { type DockerCommand, runDocker } from '../../docker/command.ts'
import { persist } from '../../docker/persist.ts'
import type { ApiContainer, ApiNode, ApiTask } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { objectInWords as inWords, ofStack, type StackObjects, stackObjects } from '../plan/plan.ts'
import { explainDeploy, isAway } from './deploy-errors.rules.ts'

export type RemoveRequest = {
  docker: DockerCommand
  /** A manager's engine. */
  client: EngineClient
  stack: string
  /** The engines of all nodes that can be asked: their containers must be gone as well. */
  nodes: readonly EngineClient[]
  timeoutMs: number
}

export type StackEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal' | 'awayMs'>

/**
 * Removes a stack and waits until nothing of it is left: services, tasks, containers on every node, networks,
 * secrets and configs. `docker stack rm` comes back long before, and a deploy right after it then fails with
 * `network … not found`. A stack that is not there is removed already. An engine that is away is waited for.
 *
 * @throws `timed-out` naming what is left; `engine-lost`.
 */
export async function removeStack(request: RemoveRequest, fx: StackEffects): Promise<void> {
  const { docker, client, stack, timeoutMs } = request
  await fx.log.step(`Remove ${stack}`, async update => {
    const ask = async (): Promise<void> => {
      const { stderr } = await runDocker(fx.exec, docker, client.socketPath, ['stack', 'rm', stack], {
        signal: fx.signal,
        isChecked: false
      })
      if (isAway(stderr) || /not a swarm manager/i.test(stderr)) throw explainDeploy(stack, stderr)
    }
    await persist(ask, fx)
    let left = ''
    const look = async (): Promise<true | undefined> => {
      const objects = await stackObjects(client, stack, fx.signal)
      const tasks = await tasksAtWork(client, objects.tasks, fx.signal)
      const containers = await containersOf(request, fx.signal)
      left = inWords({ ...objects, tasks, containers: containers.map(c => c.Id) })
      update(left && `${left} left`)
      if (left === '') return true
      await removeServices(client, objects, fx.signal)
      if (objects.services.length === 0 && tasks.length === 0)
        await nudge(client, objects, containers, fx.signal)
      return undefined
    }
    await waitFor(`removing ${stack}`, () => persist(look, fx), {
      clock: fx.clock,
      deadlineMs: timeoutMs,
      everyMs: 300,
      signal: fx.signal
    }).catch(error => {
      throw Object.assign(error, left ? { message: `${error.message} (left: ${left})` } : {})
    })
  })
}

/**
 * The tasks that may still have a container: SwarmKit keeps the records of ended jobs after their service is gone,
 * and those of a node that is down until it comes back.
 */
async function tasksAtWork(
  client: EngineClient,
  tasks: readonly ApiTask[],
  signal: AbortSignal
): Promise<ApiTask[]> {
  const alive = tasks.filter(t => !ENDED.includes(t.Status.State))
  if (alive.length === 0) return []
  const nodes = (await client.json<ApiNode[] | null>('GET', '/nodes', { signal })) ?? []
  const down = new Set(nodes.filter(n => n.Status.State === 'down').map(n => n.ID))
  return alive.filter(t => !down.has(t.NodeID ?? ''))
}

const ENDED = ['complete', 'shutdown', 'failed', 'rejected', 'orphaned']

type FoundContainer = { Id: string; State: string; node: EngineClient }

async function containersOf({ nodes, stack }: RemoveRequest, signal: AbortSignal): Promise<FoundContainer[]> {
  const query = { all: 1, ...ofStack(stack) }
  const lists = await Promise.all(
    nodes.map(node =>
      // A node that cannot be asked is not waited for: the manager's word on its tasks has to do.
      node.json<ApiContainer[]>('GET', '/containers/json', { query, signal }).then(
        found => found.map(({ Id, State }) => ({ Id, State, node })),
        () => []
      )
    )
  )
  return lists.flat()
}

/** A service that is still there came later: its making was under way when `stack rm` looked. */
async function removeServices(
  client: EngineClient,
  { services }: StackObjects,
  signal: AbortSignal
): Promise<void> {
  for (const { ID } of services) await removeUnlessUsed(client, `/services/${ID}`, signal)
}

/**
 * What `stack rm` leaves when it comes too early or forgets: networks that a stopping task still used, and the
 * ended containers of jobs. To be called when no service and no task is left.
 */
async function nudge(
  client: EngineClient,
  { networks, secrets, configs }: StackObjects,
  containers: readonly FoundContainer[],
  signal: AbortSignal
): Promise<void> {
  const doomed = [
    ...networks.map(n => [client, `/networks/${n.Id}`] as const),
    ...secrets.map(s => [client, `/secrets/${s.ID}`] as const),
    ...configs.map(c => [client, `/configs/${c.ID}`] as const),
    ...containers.filter(c => c.State === 'exited').map(c => [c.node, `/containers/${c.Id}`] as const)
  ]
  for (const [engine, path] of doomed) await removeUnlessUsed(engine, path, signal)
}

/** Still in use, or gone meanwhile: the next look tells. */
async function removeUnlessUsed(engine: EngineClient, path: string, signal: AbortSignal): Promise<void> {
  await engine.json('DELETE', path, { signal }).catch(error => {
    if (!(error instanceof EngineAnswerError)) throw error
  })
}
