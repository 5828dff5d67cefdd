// Three nodes that derived suites are shown on: each a container of a private engine, as `up` leaves them. Stacks come
// through the deploy pipeline, are changed by hand as an operator would, and are verified as `swarmline verify` does it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { homeOf } from '../../../src/cli/home.rules.ts'
import { saveCluster } from '../../../src/cluster/state.ts'
import type { EngineClient } from '../../../src/docker/client.ts'
import { runDocker } from '../../../src/docker/command.ts'
import type { ApiNode, ApiService, ApiTask } from '../../../src/docker/types.ts'
import { waitFor } from '../../../src/effects/wait-for.ts'
import { deploy } from '../../../src/usecases/deploy/deploy.ts'
import { PLAIN } from '../../../src/usecases/deploy/plain.ts'
import { derivedSuite, verify } from '../../../src/usecases/verify.ts'
import type { VerifyResult } from '../../../src/verify/verdict.ts'
import { swallowRange } from '../../support/listening-stack.ts'
import { startNodeSwarm } from '../../support/node-swarm.ts'
import type { StackText } from '../../support/pipeline.ts'
import { realEffects } from '../../support/real-effects.ts'
import { withLibraries } from '../../support/tiny-image.ts'
import { importShopImage } from '../images.ts'

export type Ground = Awaited<ReturnType<typeof openGround>>

export const APP = 'ground/app:v1'
export const OTHER_APP = 'ground/app:v2'
export const REDIS = 'ground/redis:v1'
const SETTLE_MS = 180_000

/** @param prefix the first three octets of the nodes' network: no other test's */
export async function openGround(prefix: string) {
  const fx = realEffects()
  const folder = mkdtempSync('/tmp/sl-derived-')
  const range = swallowRange()
  const swarm = await startNodeSwarm({ managers: 1, workers: 2, prefix, images: [] }).catch(error => {
    range.release()
    throw error
  })
  // The machine's own cache: a client that has to be unpacked is unpacked once.
  const { cacheDir } = homeOf(process.env, process.cwd(), homedir())
  const home = { cacheDir, stateDir: path.join(folder, 'state') }
  const target = { kind: 'cluster' as const, name: swarm.cluster.name }
  const manager = swarm.client('manager1')
  const docker_ = (node: string, ...args: string[]) =>
    runDocker(fx.exec, { file: 'docker', configDir: folder, env: {} }, swarm.client(node).socketPath, args, {
      timeoutMs: 120_000
    })
  const docker = (...args: string[]) => docker_('manager1', ...args)
  const servicesOf = (stack: string) =>
    manager.json<(ApiService & { ServiceStatus?: Counts })[]>('GET', '/services', {
      query: { status: true, filters: JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] }) }
    })
  /** Every service of the stack runs what it shall, by its present spec and nothing older. */
  const settle = (stack: string): Promise<true> =>
    waitFor(`${stack} to settle`, async () => (await servicesOf(stack)).every(isSettled) || undefined, {
      clock: fx.clock,
      deadlineMs: SETTLE_MS,
      everyMs: 500
    })
  const named = async (list: string, prefix: string): Promise<string> => {
    const found = await manager.json<{ Spec: { Name: string } }[]>('GET', list)
    return found.map(({ Spec }) => Spec.Name).find(name => name.startsWith(prefix)) ?? prefix
  }
  const request = (stack: string, files: readonly string[]) => ({
    target,
    stack,
    suite: {
      files: [...files],
      root: folder,
      only: [],
      tags: [],
      variables: {},
      isDisruptionAllowed: false,
      composeFiles: [],
      evidenceDir: undefined
    }
  })
  const close = async (): Promise<void> => {
    try {
      await swarm.stop()
    } finally {
      range.release()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    await saveCluster(home.stateDir, swarm.cluster)
    for (const node of swarm.names) await furnish(swarm.client(node))
  } catch (error) {
    await close()
    throw error
  }
  return {
    subnet: range.subnet,
    docker,
    settle,
    /** Through the pipeline, which puts on record what was asked for. @param files their content, by name */
    async deploy(stack: string, text: StackText, files: Record<string, string> = {}): Promise<void> {
      const place = path.join(folder, stack)
      mkdirSync(place, { recursive: true })
      for (const [name, content] of Object.entries(files)) writeFileSync(path.join(place, name), content)
      const file = path.join(place, 'stack.yml')
      writeFileSync(file, JSON.stringify(text, null, 2))
      const { outcome, ...told } = await deploy(
        {
          ...PLAIN,
          ...{ target, stack, composeFiles: [file], variables: {}, timeoutMs: SETTLE_MS },
          owner: { who: 'tests', where: '', run: '' },
          unresolvedImages: 'warn'
        },
        home,
        fx
      )
      if (outcome !== 'converged') throw new Error(`${stack} is ${outcome}: ${JSON.stringify(told)}`)
    },
    async remove(stack: string): Promise<void> {
      await docker('stack', 'rm', stack)
      const isGone = async () => {
        const networks = await manager.json<{ Name: string }[]>('GET', '/networks')
        const isLeft = networks.some(({ Name }) => Name.startsWith(`${stack}_`))
        return (await servicesOf(stack)).length === 0 && !isLeft ? true : undefined
      }
      await waitFor(`${stack} to be gone`, isGone, { clock: fx.clock, deadlineMs: SETTLE_MS, everyMs: 500 })
    },
    /** Runs a script in each task's container of a service, and does not ask how it ends. */
    async inTasks(service: string, script: string): Promise<void> {
      const nodes = await manager.json<ApiNode[]>('GET', '/nodes')
      const filters = JSON.stringify({ service: [service], 'desired-state': ['running'] })
      const tasks = await manager.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
      for (const { NodeID, Status } of tasks) {
        const node = nodes.find(({ ID }) => ID === NodeID)?.Description.Hostname ?? ''
        const id = Status.ContainerStatus?.ContainerID ?? ''
        await docker_(node, 'exec', id, '/bin/sh', '-c', script).catch(() => undefined)
      }
    },
    /** By what is derived, or by a file that `init` wrote; with what is told meanwhile. */
    async verify(stack: string, file?: string): Promise<VerifyResult & { unasked: string[] }> {
      const told = realEffects()
      const files = file === undefined ? [] : [path.join(folder, file)]
      const result = await verify(request(stack, files), home, told)
      return {
        ...result,
        unasked: told.lines.filter(line => line.startsWith('Not checked: ')).map(afterColon)
      }
    },
    secretName: (stack: string, secret: string) => named('/secrets', `${stack}_${secret}`),
    configName: (stack: string, config: string) => named('/configs', `${stack}_${config}`),
    /** Writes what is derived from a stack; answers its text. */
    async init(stack: string, file: string): Promise<string> {
      const text = await derivedSuite({ target, stack }, home, fx)
      writeFileSync(path.join(folder, file), text)
      return readFileSync(path.join(folder, file), 'utf8')
    },
    close
  }
}

/** Every node has the images: no task has to wait for one. */
async function furnish(engine: EngineClient): Promise<void> {
  for (const image of [APP, OTHER_APP]) await importShopImage(engine, image, ['CMD ["sleep", "3600"]'])
  await importShopImage(
    engine,
    REDIS,
    ['EXPOSE 6379'],
    withLibraries(['/usr/bin/redis-server', '/usr/bin/redis-cli'])
  )
}

const afterColon = (line: string): string => line.slice(line.indexOf(': ') + 2)

type Counts = { RunningTasks: number; DesiredTasks: number; CompletedTasks?: number }

function isSettled({ Spec, ServiceStatus, UpdateStatus }: ApiService & { ServiceStatus?: Counts }): boolean {
  const { RunningTasks = 0, DesiredTasks = 0, CompletedTasks = 0 } = ServiceStatus ?? {}
  const { Mode } = Spec as { Mode: { ReplicatedJob?: { TotalCompletions?: number }; GlobalJob?: object } }
  if (Mode.ReplicatedJob) return CompletedTasks >= (Mode.ReplicatedJob.TotalCompletions ?? 1)
  if (Mode.GlobalJob) return RunningTasks === 0
  return RunningTasks === DesiredTasks && UpdateStatus?.State !== 'updating'
}
