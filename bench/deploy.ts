// How long our deploy takes beside `docker stack deploy --detach=false`: four services, first deploy and update, on
// one private engine, in turns. Also how long after the swarm was there our verdict comes, by the engine's own
// timestamps, and how many requests a second waiting for it costs.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { EngineClient } from '../src/docker/client.ts'
import type { ApiTask } from '../src/docker/types.ts'
import { readBaseline } from '../src/rollout/snapshot.ts'
import { watchStack } from '../src/rollout/watch.ts'
import { deployStack } from '../src/stack/apply/deploy.ts'
import { removeStack } from '../src/stack/apply/remove.ts'
import { askCompose } from '../src/stack/lint/ask-compose.ts'
import { readStack } from '../src/stack/lint/load.ts'
import { whyNoDockerd } from '../test/support/dockerd.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../test/support/swarm-of-one.ts'

const ROUNDS = Number(process.argv.find(arg => arg.startsWith('--rounds='))?.slice('--rounds='.length) ?? 6)
const SERVICES = ['cache', 'backend', 'worker', 'proxy']
const MONITOR_MS = 5_000
const FOREVER = "trap 'exit 0' TERM; sleep 3600 & wait"

/** `handedMs`: until the swarm had it and the waiting began. */
type Run = { wallMs: number; handedMs: number; lagMs: number; callsPerSecond: number }
/**
 * `update`: a new version of one of the services, which is what most deploys are, its new tasks started first as the workload's
 * backend has it; `updateStopFirst`: the same with docker's default order; `updateAll`: of every service.
 */
const PHASES = ['first', 'update', 'updateStopFirst', 'updateAll'] as const
type Phase = (typeof PHASES)[number]

/** JSON is YAML too. */
function stackFile(
  folder: string,
  phase: Phase,
  imageOf: (service: string) => string,
  backendOrder: 'start-first' | 'stop-first'
): string {
  const serviceOf = (name: string): object => ({
    image: imageOf(name),
    command: ['/bin/sh', '-c', FOREVER],
    networks: ['n'],
    deploy: {
      endpoint_mode: 'dnsrr',
      replicas: 2,
      update_config: {
        parallelism: 2,
        monitor: '5s',
        order: name === 'backend' ? backendOrder : 'stop-first'
      }
    }
  })
  const services = Object.fromEntries(SERVICES.map(name => [name, serviceOf(name)]))
  const file = path.join(folder, `${phase}.yml`)
  writeFileSync(file, JSON.stringify({ version: '3.8', services, networks: { n: { driver: 'overlay' } } }))
  return file
}

/** The client, and how many requests went through it. */
function counted(client: EngineClient): { client: EngineClient; calls(): number } {
  let calls = 0
  return {
    calls: () => calls,
    client: {
      ...client,
      json: (...request) => {
        calls++
        return client.json(...request)
      },
      stream: (...request) => {
        calls++
        return client.stream(...request)
      }
    }
  }
}

/** When the last task of the stack came up, or the last one that had to go was gone: the engine's own timestamps. */
async function trueConvergence(client: EngineClient, stack: string): Promise<number> {
  const filters = JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] })
  const tasks = await client.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
  return Math.max(...tasks.map(task => Date.parse(task.Status.Timestamp)))
}

async function ours(swarm: SwarmOfOne, stack: string, file: string): Promise<Run> {
  const fx = realEffects()
  const { docker } = swarm
  const startedAt = Date.now()
  const { plan, forCompose } = await readStack({ composeFiles: [file], variables: {} })
  await askCompose({ docker, ...forCompose }, fx)
  const baseline = await readBaseline(swarm.client, stack)
  const deployed = await deployStack(
    {
      docker,
      client: swarm.client,
      stack,
      model: plan.model,
      withRegistryAuth: false
    },
    fx
  )
  const { client, calls } = counted(swarm.client)
  const waitsFrom = Date.now()
  const result = await watchStack(
    { client, stack, services: deployed.services, baseline, timeoutMs: 60_000 },
    fx
  )
  const verdictAt = Date.now()
  if (result.outcome !== 'converged')
    throw new Error(`our deploy ended ${result.outcome}: ${JSON.stringify(result.failures)}`)
  return {
    wallMs: verdictAt - startedAt,
    handedMs: waitsFrom - startedAt,
    lagMs: verdictAt - (await trueConvergence(client, stack)),
    callsPerSecond: calls() / ((verdictAt - waitsFrom) / 1000)
  }
}

async function theirs(swarm: SwarmOfOne, stack: string, file: string, socketPath: string): Promise<Run> {
  const startedAt = Date.now()
  await promisify(execFile)(
    'docker',
    ['-H', `unix://${socketPath}`, 'stack', 'deploy', '-c', file, '--detach=false', stack],
    { env: { PATH: process.env.PATH, DOCKER_CONFIG: swarm.docker.configDir ?? '' } }
  )
  const verdictAt = Date.now()
  return {
    wallMs: verdictAt - startedAt,
    handedMs: Number.NaN,
    lagMs: verdictAt - (await trueConvergence(swarm.client, stack)),
    callsPerSecond: Number.NaN
  }
}

/** Docker awaits the services in the order of a Go map, each in turn: where the changed one stands doubles its time or not, so the mean counts. */
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length
const round = (value: number): number => Math.round(value * 1000) / 1000
const isJson = process.argv.includes('--json')

const backendOnly =
  (image: string) =>
  (name: string): string =>
    name === 'backend' ? image : 'app:v1'

async function bench(): Promise<void> {
  const reason = whyNoDockerd()
  if (reason) throw new Error(reason)
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-deploy-'))
  const swarm = await startSwarmOfOne(['app:v1', 'app:v2', 'app:v3', 'app:v4'])
  const runs: Record<'ours' | 'theirs', Record<Phase, Run[]>> = {
    ours: { first: [], update: [], updateStopFirst: [], updateAll: [] },
    theirs: { first: [], update: [], updateStopFirst: [], updateAll: [] }
  }
  try {
    const files = {
      first: stackFile(folder, 'first', () => 'app:v1', 'start-first'),
      update: stackFile(folder, 'update', backendOnly('app:v2'), 'start-first'),
      updateStopFirst: stackFile(folder, 'updateStopFirst', backendOnly('app:v3'), 'stop-first'),
      updateAll: stackFile(folder, 'updateAll', () => 'app:v4', 'stop-first')
    }
    const both = ['ours', 'theirs'] as const
    for (let turn = 0; turn < ROUNDS; turn++)
      for (const who of turn % 2 ? both.toReversed() : both) {
        const stack = `${who}${turn}`
        for (const phase of PHASES) {
          const run = await (who === 'ours'
            ? ours(swarm, stack, files[phase])
            : theirs(swarm, stack, files[phase], swarm.client.socketPath))
          runs[who][phase].push(run)
          if (!isJson) console.log(who.padEnd(7), phase.padEnd(7), JSON.stringify(run))
        }
        const { client, docker } = swarm
        await removeStack({ docker, client, stack, nodes: [client], timeoutMs: 60_000 }, realEffects())
      }
    report(runs)
  } finally {
    await swarm.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(runs: Record<'ours' | 'theirs', Record<Phase, Run[]>>): void {
  const of = (who: keyof typeof runs, phase: Phase, what: keyof Run): number =>
    mean(runs[who][phase].map(run => run[what]))
  const phases = Object.fromEntries(
    PHASES.map(phase => [
      phase,
      {
        floorOverStackDeploy: round(
          mean(runs.ours[phase].map(({ wallMs, lagMs }) => wallMs - lagMs + MONITOR_MS)) /
            of('theirs', phase, 'wallMs')
        ),
        handedMs: round(of('ours', phase, 'handedMs')),
        ourMs: round(of('ours', phase, 'wallMs')),
        stackDeployMs: round(of('theirs', phase, 'wallMs')),
        overStackDeploy: round(of('ours', phase, 'wallMs') / of('theirs', phase, 'wallMs')),
        verdictLagMs: round(of('ours', phase, 'lagMs')),
        callsPerSecond: round(of('ours', phase, 'callsPerSecond'))
      }
    ])
  )
  const worst = (
    what: 'overStackDeploy' | 'verdictLagMs' | 'callsPerSecond',
    among: readonly Phase[]
  ): number => Math.max(...among.map(phase => phases[phase]?.[what] ?? Number.NaN))
  console.log(
    JSON.stringify({
      bench: 'deploy',
      // The worse of first deploy and update, each the mean of its rounds. `floorOverStackDeploy` of a phase is what
      // a verdict at the first sound moment would give: when the swarm is there and SwarmKit's `monitor` is over, for
      // until then it may roll back. Where every service is new docker's own wait ends about then, too.
      overStackDeploy: worst('overStackDeploy', ['first', 'update']),
      verdictLagMs: worst('verdictLagMs', PHASES),
      monitorMs: MONITOR_MS,
      callsPerSecond: worst('callsPerSecond', PHASES),
      rounds: ROUNDS,
      services: SERVICES.length,
      phases
    })
  )
}

await bench()
