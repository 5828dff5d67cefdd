// The swarm of one on which every defect is shown: deploys a changed stack, waits until it has settled, and checks it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { EngineClient } from '../../src/docker/client.ts'
import { runDocker } from '../../src/docker/command.ts'
import type { ApiNode, ApiService, ApiTask } from '../../src/docker/types.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { swallowRange } from '../support/listening-stack.ts'
import { realEffects, type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'
import { type Judging, judge } from './examine.ts'
import { healthyStack, IMAGE, LABEL, SECRET, type ShopStack, STACK } from './healthy-stack.ts'
import { importShopImage } from './images.ts'
import { howSettled } from './settled.rules.ts'
import { loadSuite } from './suite.ts'

export type Shop = Awaited<ReturnType<typeof openShop>>

const SETTLE_MS = 90_000

/** Opens the shop, with the healthy stack in it. `close` removes everything. */
export async function openShop() {
  const fx = realEffects()
  const range = swallowRange()
  const folder = mkdtempSync('/tmp/sl-faults-')
  writeFileSync(path.join(folder, 'api_key.txt'), SECRET)
  let swarm: SwarmOfOne | undefined
  const close = async (): Promise<void> => {
    try {
      await swarm?.stop()
    } finally {
      range.release()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    swarm = await startSwarmOfOne([])
    const { client, docker } = swarm
    await keepEveryTask(client)
    await importShopImage(client, IMAGE)
    const checks = await loadSuite()
    const node = (await client.json<ApiNode[]>('GET', '/nodes'))[0]
    if (!node) throw new Error('a swarm of one has a node')

    /** Changes what the node's spec says; answers how to put it back. */
    const changeNode = async (change: (spec: ApiNode['Spec']) => void) => {
      const update = async (spec: ApiNode['Spec']) => {
        const { Version } = await client.json<ApiNode & { Version: { Index: number } }>(
          'GET',
          `/nodes/${node.ID}`
        )
        await client.json('POST', `/nodes/${node.ID}/update`, {
          query: { version: Version.Index },
          body: spec
        })
      }
      const { Spec } = await client.json<ApiNode>('GET', `/nodes/${node.ID}`)
      const changed = structuredClone(Spec)
      change(changed)
      await update(changed)
      return () => update(Spec)
    }
    const services = () => client.json<ApiService[]>('GET', '/services')
    const tasks = () => client.json<ApiTask[]>('GET', '/tasks')
    const docker_ = (...args: string[]) =>
      runDocker(fx.exec, docker, client.socketPath, args, { timeoutMs: 60_000 })

    const settle = async (stack: ShopStack, broken: readonly string[]): Promise<void> => {
      let last = ''
      await waitFor(
        'the stack to settle',
        async () => {
          last = howSettled(stack, await services(), await tasks(), broken) ?? ''
          return last === '' || undefined
        },
        { clock: fx.clock, deadlineMs: SETTLE_MS, everyMs: 200, signal: fx.signal }
      ).catch(error => {
        throw new Error(`the stack does not settle: ${last}`, { cause: error })
      })
    }

    let current: ShopStack = { ...healthyStack(range.subnet), services: {} } as never
    /**
     * Makes the swarm's stack as the file says. A service that changes is made anew, never updated: an update might
     * be rolled back.
     */
    const deploy = async (stack: ShopStack, broken: readonly string[] = []): Promise<void> => {
      const isChanged = (name: string) =>
        JSON.stringify(current.services[name]) !== JSON.stringify(stack.services[name])
      const gone = Object.keys(current.services).filter(isChanged)
      await Promise.all(
        gone.map(name => client.json('DELETE', `/services/${STACK}_${name}`).catch(() => undefined))
      )
      const file = path.join(folder, 'stack.yml')
      writeFileSync(file, JSON.stringify(stack, null, 2))
      await docker_('stack', 'deploy', '-c', file, '--prune', '--resolve-image', 'never', STACK)
      current = stack
      await settle(stack, broken)
    }
    const shop = {
      client,
      docker: docker_,
      folder,
      fx,
      nodeId: node.ID,
      changeNode,
      deploy,
      /** The healthy image by another name. */
      tag: async (reference: string): Promise<void> => {
        await docker_('tag', IMAGE, reference)
      },
      healthy: () => healthyStack(range.subnet),
      /** The running tasks' containers. */
      async containersOf(service: string): Promise<string[]> {
        const id = (await services()).find(each => each.Spec.Name === `${STACK}_${service}`)?.ID
        const running = (await tasks()).filter(
          task => task.ServiceID === id && task.Status.State === 'running'
        )
        return running.flatMap(task => task.Status.ContainerStatus?.ContainerID ?? [])
      },
      /** Runs a program in the first task's container, and does not ask how it ends. */
      run: async (service: string, script: string): Promise<void> => {
        const [container = ''] = await shop.containersOf(service)
        await docker_('exec', container, '/bin/sh', '-c', script).catch(() => undefined)
      },
      /** Verdicts of all checks that disturb nothing, and of the one that is meant to catch the defect. */
      verify: (judging: Omit<Judging, 'checks'>): Promise<Verdict[]> =>
        judge(
          { ...judging, checks },
          { client, fx, nodeId: node.ID, readFile: name => readFile(path.join(folder, name)) }
        ),
      close
    }
    await changeNode(spec => {
      spec.Labels = { [LABEL.name]: LABEL.value }
    })
    await deploy(shop.healthy())
    return shop
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * No task's record is dropped while its service is there. Engine 20.10 dies of a nil pointer when a service is removed
 * at the moment at which it drops one (SetServiceTasksRemove), and a crash loop drops some every second.
 */
async function keepEveryTask(client: EngineClient): Promise<void> {
  type Swarm = { Version: { Index: number }; Spec: Record<string, unknown> }
  const { Version, Spec } = await client.json<Swarm>('GET', '/swarm')
  const body = { ...Spec, Orchestration: { TaskHistoryRetentionLimit: 10_000 } }
  await client.json('POST', '/swarm/update', { query: { version: Version.Index }, body })
}
