// Whether checking harms what it checks on a machine that others use, too: `verify --suite suites/workload.yml` beside as
// many busy loops as the machine has cores, again and again, with the swarm's tasks and nodes compared before and after
// each run. The workload is sound, so each `fail` is a false one.
//   bin/bench busy [--runs=10] [--loops=CORES] [--json]     a swarm on a private engine of this machine
//   bin/bench busy --vm …                                  on an emulated machine, with a mesh
//   bin/bench busy --cluster=NAME …                        one that is up, with the workload deployed
import { availableParallelism, homedir } from 'node:os'
import { homeOf } from '../src/cli/home.rules.ts'
import { readCluster } from '../src/cluster/state.ts'
import type { ApiNode, ApiService, ApiTask } from '../src/docker/types.ts'
import { openSwarm } from '../src/usecases/swarm.ts'
import type { VerifyResult } from '../src/verify/verdict.ts'
import { run } from '../test/support/cli.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { raiseWorkload } from '../test/support/workload-stack.ts'
import { startBusyLoops } from './support/busy-loops.ts'
import { differenceOf, type SwarmState } from './support/swarm-difference.ts'

const STACK = 'workshop'
const option = (name: string): string | undefined =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const runs = Number(option('runs') ?? 10)
const loops = Number(option('loops') ?? availableParallelism())
const isVm = process.argv.includes('--vm')
const isJson = process.argv.includes('--json')
const up = option('cluster')

type Subject = {
  name: string
  stateDir: string
  verify(): Promise<VerifyResult>
  close(): Promise<void>
}

const subject = await (up ? standing(up) : raised())
const rows: Awaited<ReturnType<typeof measure>>[] = []
try {
  const endLoops = startBusyLoops(loops)
  try {
    for (let done = 0; done < runs; done++) rows.push(await measure(subject))
  } finally {
    endLoops()
  }
} finally {
  await subject.close()
}

const sum = (count: (row: (typeof rows)[0]) => number): number =>
  rows.reduce((total, row) => total + count(row), 0)
console.log(
  JSON.stringify({
    bench: 'busy',
    loops,
    runs,
    falseFails: sum(row => row.failed.length),
    inconclusive: sum(row => row.inconclusive.length),
    tasksReplaced: sum(row => row.replaced.length),
    nodesDown: sum(row => row.down.length),
    rows
  })
)

async function measure(of: Subject) {
  const before = await stateOf(of)
  const begin = performance.now()
  const { verdicts } = await of.verify()
  const ms = Math.round(performance.now() - begin)
  const after = await stateOf(of)
  const ids = (status: string): string[] =>
    verdicts.filter(verdict => verdict.status === status).map(({ id, observed }) => `${id}: ${observed}`)
  const row = {
    ms,
    passed: ids('pass').length,
    failed: ids('fail'),
    inconclusive: ids('inconclusive'),
    ...differenceOf(before.state, after.state, before.names)
  }
  if (!isJson)
    console.log(
      `${Math.round(ms / 1000)} s  ${row.passed} passed, ${row.failed.length} failed, ${row.inconclusive.length} inconclusive; ` +
        `${row.replaced.length} tasks replaced, ${row.down.length} nodes down`
    )
  return row
}

async function stateOf({
  name,
  stateDir
}: Subject): Promise<{ state: SwarmState; names: Map<string, string> }> {
  const swarm = await openSwarm({ kind: 'cluster', name }, { stateDir, cacheDir: stateDir }, realEffects())
  const { manager } = swarm
  const filters = JSON.stringify({ label: [`com.docker.stack.namespace=${STACK}`] })
  // An answer may take its time on a machine that was asked too much.
  const options = { timeoutMs: 300_000 }
  try {
    const [nodes, tasks, services] = await Promise.all([
      manager.json<ApiNode[]>('GET', '/nodes', options),
      manager.json<ApiTask[]>('GET', '/tasks', { query: { filters }, ...options }),
      manager.json<ApiService[]>('GET', '/services', { query: { filters }, ...options })
    ])
    return { state: { nodes, tasks }, names: new Map(services.map(({ ID, Spec }) => [ID, Spec.Name])) }
  } finally {
    await swarm.close()
  }
}

async function raised(): Promise<Subject> {
  const workload = await raiseWorkload(isVm ? 'mesh' : 'host')
  const order = isVm ? [] : ['--variable', 'ORDER=stop-first']
  return {
    name: 'swarmline',
    stateDir: workload.stateDir,
    verify: () => workload.verify('workload.yml', ...order),
    close: workload.close
  }
}

async function standing(name: string): Promise<Subject> {
  const { stateDir } = homeOf(process.env, process.cwd(), homedir())
  const { hasMesh } = await readCluster(stateDir, name)
  const order = hasMesh ? [] : ['--variable', 'ORDER=stop-first']
  const args = ['verify', STACK, '--cluster', name, '--suite', 'suites/workload.yml', ...order, '--json']
  return {
    name,
    stateDir,
    // What did not pass makes another exit status, and is a result all the same.
    verify: async () => {
      const { stdout, stderr } = await run('swarmline', args, { timeoutMs: 3_600_000 })
      if (!stdout.startsWith('{')) throw new Error(stderr || 'verify said nothing')
      return JSON.parse(stdout) as VerifyResult
    },
    close: async () => undefined
  }
}
