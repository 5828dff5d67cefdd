// How the isolation matrix grows: 5, 10 and 30 services on a private engine, each on one or two of several networks.
// Pairs grow 36-fold from 5 to 30 services; the look must not. `callsPerService` are calls of the Engine API.
import { connectEngine, type EngineClient } from '../src/docker/client.ts'
import { judgeIsolation } from '../src/verify/checks/isolation.rules.ts'
import { gatherIsolation } from '../src/verify/checks/isolation.ts'
import { whyNoDockerd } from '../test/support/dockerd.ts'
import { type ListeningService, startListeningStack, whyNoListener } from '../test/support/listening-stack.ts'
import { realEffects, startSwarmOfOne } from '../test/support/swarm-of-one.ts'
import { median } from './support/median.ts'

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

const fx = realEffects()
const swarm = await startSwarmOfOne([])
const rows: Row[] = []
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
      if (!process.argv.includes('--json')) console.log(lineOf(rows.at(-1)))
    }
  } finally {
    await stack.remove()
  }
} finally {
  await swarm.stop()
}

const [first, , last] = rows
const result = {
  bench: 'verify',
  /** Wall time of 30 services over that of 5; at most 3 is asked for. */
  isolation30Over5: Math.round(((last?.ms ?? 0) / (first?.ms ?? 1)) * 100) / 100,
  callsPerService: rows.map(row => row.callsPerService),
  runs: RUNS,
  sizes: rows
}
console.log(JSON.stringify(result))

function lineOf(row: Row | undefined): string {
  if (!row) return ''
  const { services: size, edges, ms, calls, callsPerService, status } = row
  return `${String(size).padStart(3)} services  ${String(edges).padStart(4)} edges  ${String(ms).padStart(6)} ms  ${String(calls).padStart(4)} calls, ${callsPerService} each  ${status}`
}
