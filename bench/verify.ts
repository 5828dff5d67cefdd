// How the isolation matrix grows: 5, 10 and 30 services on a private engine, each on one or two of several networks.
// Pairs grow 36-fold from 5 to 30 services; the look must not. `callsPerService` are calls of the Engine API. And how
// long the whole suite of the workload takes beside its longest check, without a mesh on this machine's own kernel;
// `--vm` has it on an emulated machine with one. `--only=isolation` and `--only=suite` measure one of the two.
import { connectEngine, type EngineClient } from '../src/docker/client.ts'
import { gatherIsolation } from '../src/verify/kinds/isolation/gather.ts'
import { judgeIsolation } from '../src/verify/kinds/isolation/judge.ts'
import { whyNoDockerd } from '../test/support/dockerd.ts'
import { type ListeningService, startListeningStack, whyNoListener } from '../test/support/listening-stack.ts'
import { realEffects, startSwarmOfOne } from '../test/support/swarm-of-one.ts'
import { median } from './support/median.ts'
import { measureWorkloadSuite } from './support/workload-suite.ts'

const SIZES = [5, 10, 30]
const RUNS = 3
const NETWORKS = 4

const reason = whyNoDockerd() ?? whyNoListener
if (reason) {
  console.error(`bench verify: ${reason}`)
  process.exit(1)
}

/** The same engine, with every call counted. */
function counted(engine: EngineClient): { engine: EngineClient; calls: () => number } {
  let calls = 0
  return {
    calls: () => calls,
    engine: {
      socketPath: engine.socketPath,
      json: (...args) => {
        calls++
        return engine.json(...args)
      },
      stream: (...args) => {
        calls++
        return engine.stream(...args)
      },
      close: () => engine.close()
    }
  }
}

/** Every third service is on two networks, so that edges are open within them and blocked across. */
function services(from: number, to: number): Record<string, ListeningService> {
  const names = Array.from({ length: NETWORKS }, (_, i) => `net${i}`)
  return Object.fromEntries(
    Array.from({ length: to - from }, (_, i) => from + i).map(n => [
      `s${String(n).padStart(2, '0')}`,
      {
        networks: [n, ...(n % 3 === 0 ? [n + 1] : [])].map(i => names[i % NETWORKS] ?? '')
      }
    ])
  )
}

type Row = {
  services: number
  edges: number
  ms: number
  calls: number
  callsPerService: number
  status: string
}

const only = process.argv.find(arg => arg.startsWith('--only='))?.slice('--only='.length)
const isJson = process.argv.includes('--json')
const fx = realEffects()
const rows: Row[] = []
if (only !== 'suite') await measureIsolation()
const suiteRuns = only === 'isolation' ? [] : await measureWorkloadSuite(RUNS, process.argv.includes('--vm'))
if (!isJson)
  for (const { ms, longest, longestMs, overLongest } of suiteRuns)
    console.log(`the workload’s suite  ${ms} ms  ${overLongest} × ${longest}, ${longestMs} ms`)

const [first, , last] = rows
const result = {
  bench: 'verify',
  /** Wall time of 30 services over that of 5; at most 3 is asked for. */
  ...(first && last
    ? {
        isolation30Over5: Math.round((last.ms / first.ms) * 100) / 100,
        callsPerService: rows.map(row => row.callsPerService),
        sizes: rows
      }
    : {}),
  /** Wall time of the workload's whole suite over that of its longest check; at most 1.5 is asked for. */
  ...(suiteRuns.length > 0
    ? { overLongest: Math.max(...suiteRuns.map(run => run.overLongest)), suiteRuns }
    : {}),
  runs: RUNS
}
console.log(JSON.stringify(result))

async function measureIsolation(): Promise<void> {
  const swarm = await startSwarmOfOne([])
  try {
    const [node] = await swarm.client.json<{ ID: string }[]>('GET', '/nodes')
    const names = Array.from({ length: NETWORKS }, (_, i) => `net${i}`)
    const stack = await startListeningStack(swarm.client, 'bench', names)
    try {
      let made = 0
      for (const size of SIZES) {
        await stack.add(services(made, size))
        made = size
        const times: number[] = []
        let row: Row | undefined
        for (let run = 0; run < RUNS; run++) {
          const { engine, calls } = counted(connectEngine(swarm.client.socketPath))
          const begin = performance.now()
          const evidence = await gatherIsolation(
            {
              stack: 'bench',
              manager: engine,
              nodes: [{ id: node?.ID ?? '', name: 'one', address: '127.0.0.1', engine }],
              hasMesh: false,
              clock: fx.clock,
              signal: fx.signal
            },
            { rules: { must: [], mustNot: [] } }
          )
          times.push(performance.now() - begin)
          engine.close()
          row = {
            services: size,
            edges: evidence.edges.length,
            ms: Math.round(median(times)),
            calls: calls(),
            callsPerService: Math.round((calls() / size) * 10) / 10,
            status: judgeIsolation(evidence).status
          }
        }
        if (row) rows.push(row)
        if (!isJson) console.log(lineOf(rows.at(-1)))
      }
    } finally {
      await stack.remove()
    }
  } finally {
    await swarm.stop()
  }
}

function lineOf(row: Row | undefined): string {
  if (!row) return ''
  const { services: size, edges, ms, calls, callsPerService, status } = row
  return `${String(size).padStart(3)} services  ${String(edges).padStart(4)} edges  ${String(ms).padStart(6)} ms  ${String(calls).padStart(4)} calls, ${callsPerService} each  ${status}`
}
