// What the tests of faults share: a swarm of nodes that lasts for a file, and how a stack stands in it.
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import type { EngineClient } from '../../src/docker/client.ts'
import type { ApiNode, ApiTask } from '../../src/docker/types.ts'
import { listConfigs } from '../../src/stack/kept/swarm-configs.ts'
import { stackObjects } from '../../src/stack/plan/stack-objects.ts'
import { type CuttableProxy, type OnRequest, openCuttableProxy } from './cuttable-proxy.ts'
import { whyNoDockerd } from './dockerd.ts'
import { type NodeSwarm, type NodeSwarmSpec, startNodeSwarm } from './node-swarm.ts'
import { realEffects } from './real-effects.ts'
import { describeIf } from './requires.ts'

export type Faults = {
  swarm: NodeSwarm
  folder: string
  /** A door before a manager's engine that hears of every request; it is shut after the file's last test. */
  door(manager: string, onRequest?: OnRequest): Promise<CuttableProxy>
}

/** A group of tests on one swarm, which is there when a test runs. */
export function describeFaults(title: string, spec: NodeSwarmSpec, tests: (on: Faults) => void): void {
  const reason = whyNoDockerd()
  describeIf(reason === undefined, reason ?? '', title, () => {
    const folder = mkdtempSync('/tmp/sl-df-')
    const doors: CuttableProxy[] = []
    let asked = 0
    const on = {
      folder,
      door: async (manager: string, onRequest?: OnRequest) => {
        // Counted when it is asked for: several may be opened at the same time.
        const socketPath = path.join(folder, `door${asked++}.sock`)
        const door = await openCuttableProxy(socketPath, on.swarm.client(manager).socketPath, onRequest)
        doors.push(door)
        return door
      }
    } as Faults
    beforeAll(async () => {
      on.swarm = await startNodeSwarm(spec)
    }, 300_000)
    afterAll(async () => {
      for (const door of doors) await door.close()
      await on.swarm?.stop()
      rmSync(folder, { recursive: true, force: true })
    }, 180_000)
    tests(on)
  })
}

/** A service, as far as a deploy can leave it half-done. */
export type Standing = {
  image: string
  wanted: number
  /** Tasks of the spec in force that run on Ready nodes. */
  running: number
  /** Tasks of another spec that run there. */
  others: number
  /** `updating`, `paused`, `rollback_started` …: the swarm is not done with it. */
  unfinished: string
}

const DONE = ['', 'completed', 'rollback_completed']

/** How the services of a stack stand, by their short names, and whether a lock is left. */
export async function standingOf(
  client: EngineClient,
  stack: string
): Promise<{ services: Record<string, Standing>; locks: number }> {
  const fx = realEffects()
  const { services, tasks } = await stackObjects(client, stack, fx.signal)
  const filters = JSON.stringify({
    label: [`com.docker.stack.namespace=${stack}`],
    '_up-to-date': ['true']
  })
  const current = await client.json<ApiTask[] | null>('GET', '/tasks', { query: { filters } })
  const nodes = await client.json<ApiNode[]>('GET', '/nodes')
  const ready = new Set(nodes.filter(node => node.Status.State === 'ready').map(node => node.ID))
  const isRunning = (task: ApiTask) => task.Status.State === 'running' && ready.has(task.NodeID ?? '')
  const currentIds = new Set((current ?? []).map(task => task.ID))
  const books = await listConfigs(client, 'io.swarmline.kind=lock', fx)
  return {
    services: Object.fromEntries(
      services.map(({ ID, Spec, UpdateStatus }) => {
        const own = tasks.filter(task => task.ServiceID === ID && isRunning(task))
        const state = UpdateStatus?.State ?? ''
        const standing: Standing = {
          image: Spec.TaskTemplate.ContainerSpec?.Image.replace(/@sha256:.*/, '') ?? '',
          wanted: Spec.Mode.Replicated?.Replicas ?? 1,
          running: own.filter(task => currentIds.has(task.ID) && task.DesiredState === 'running').length,
          others: own.filter(task => !currentIds.has(task.ID) || task.DesiredState !== 'running').length,
          unfinished: DONE.includes(state) ? '' : state
        }
        return [Spec.Name.slice(stack.length + 1), standing]
      })
    ),
    locks: books.filter(book => Object.values(book.Spec.Labels ?? {}).includes(stack)).length
  }
}

/** Every service runs `image` with as many tasks as are given, nothing else runs, and no lock is left. */
export const wholeOf = (image: string, replicas: Readonly<Record<string, number>>) => ({
  services: Object.fromEntries(
    Object.entries(replicas).map(([name, wanted]): [string, Standing] => [
      name,
      { image, wanted, running: wanted, others: 0, unfinished: '' }
    ])
  ),
  locks: 0
})
