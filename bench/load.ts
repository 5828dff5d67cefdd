// The load generator beside wrk on one server (closed-loop, interleaved, each on one thread), and its p99 beside
// theory on a server with a known latency that stalls for a second, where a closed-loop client is shown too.
import { generate } from '../src/traffic/generate.ts'
import type { LoadResult } from '../src/traffic/load-result.rules.ts'
import { startProber } from '../src/traffic/prober.ts'
import { closedLoop } from './support/closed-loop.ts'
import { median } from './support/median.ts'
import { withServer } from './support/server-process.ts'
import { type Throughput, wrk } from './support/wrk.ts'

const ROUNDS = 7
const ROUND_SECONDS = 2
const CONNECTIONS = 64

const LATENCY_MS = 20
const STALL_FROM_MS = 2000
const STALL_MS = 1000
const DURATION_MS = 6000
const RATE = 250
const STALL_ROUNDS = 3
/** Enough for the rate: each asks 1000 / LATENCY_MS times a second. */
const VISITORS = (RATE * LATENCY_MS) / 1000

const fx = { signal: new AbortController().signal }
const round = (value: number): number => Math.round(value * 1000) / 1000

/** Ours and wrk's rounds in turn. The first of each only warms up. */
async function besideWrk(): Promise<{ ours: Throughput[]; theirs: Throughput[] }> {
  const [ours, theirs]: Throughput[][] = [[], []]
  return withServer(['fast'], async port => {
    for (let n = 0; n <= ROUNDS; n++) {
      const [our, their] = [
        await closedLoop(port, CONNECTIONS, ROUND_SECONDS * 1000),
        await wrk(port, CONNECTIONS, ROUND_SECONDS)
      ]
      if (n > 0) ours?.push(our)
      if (n > 0 && their) theirs?.push(their)
    }
    return { ours: ours ?? [], theirs: theirs ?? [] }
  })
}

/**
 * What visitors who come at RATE must see. Of N requests the m = ⌊N/100⌋ slowest are above the 99th percentile.
 * Requests that come in the stall wait for its end, so the slowest wait the whole stall, and each next one 1/RATE
 * less: the percentile is the (m + 1)th of them, m/RATE below the slowest. (It holds while m/RATE < the stall.)
 */
function theoryP99Ms(): number {
  const above = Math.floor((RATE * DURATION_MS) / 1000 / 100)
  return LATENCY_MS + STALL_MS - (above * 1000) / RATE
}

const stalling = ['stall', LATENCY_MS, STALL_FROM_MS, STALL_MS]
const targetOf = (port: number) => ({ name: 'server', host: '127.0.0.1', port })

const openLoop = (port: number): Promise<LoadResult> =>
  generate(
    { targets: [targetOf(port)], ratePerSecond: RATE, durationMs: DURATION_MS, connections: 'kept' },
    fx
  )

const { ours, theirs } = await besideWrk()
const opens: LoadResult[] = []
const closeds: Throughput[] = []
const voidRuns: string[] = []
while (opens.length < STALL_ROUNDS && voidRuns.length < STALL_ROUNDS) {
  const open = await withServer(stalling, openLoop)
  if (open.isVoid) {
    voidRuns.push(open.why)
    continue
  }
  opens.push(open)
  closeds.push(await withServer(stalling, port => closedLoop(port, VISITORS, DURATION_MS)))
}

/** The share of a core that the prober takes at its usual rate, over three names of one server. */
const proberCpu = await withServer(['fast'], async port => {
  const targets = ['a', 'b', 'c'].map(name => ({ ...targetOf(port), name }))
  const before = process.cpuUsage()
  const beginMs = performance.now()
  const prober = startProber({ targets, ratePerSecond: 200 }, fx)
  await new Promise(resolve => setTimeout(resolve, 5000))
  const { answered } = await prober.stop()
  const { user, system } = process.cpuUsage(before)
  return { answered, share: (user + system) / 1000 / (performance.now() - beginMs) }
})

const middle = (runs: Throughput[], figure: 'requestsPerSecond' | 'requestsPerCpuSecond') =>
  median(runs.map(run => run[figure]))
const theory = theoryP99Ms()
const openP99Ms = median(opens.map(run => run.latencyMs.p99))
const closedP99Ms = median(closeds.map(run => run.p99Ms))
const isWrkThere = theirs.length > 0
const over = (figure: 'requestsPerSecond' | 'requestsPerCpuSecond') =>
  isWrkThere ? round(middle(ours, figure) / middle(theirs, figure)) : null
const result = {
  bench: 'load',
  /** Requests per second of a core's time, ours by wrk's; null without wrk. */
  overWrk: over('requestsPerCpuSecond'),
  /** The same of the time on the clock, in which the server may be the slower one. */
  overWrkOnTheClock: over('requestsPerSecond'),
  p99Error: round(Math.abs(openP99Ms - theory) / theory),
  closedLoopOffBy: round(theory / closedP99Ms),
  theoryP99Ms: theory,
  openLoopP99Ms: openP99Ms,
  closedLoopP99Ms: round(closedP99Ms),
  /** Runs that this machine could not keep up with: done again, up to three times. */
  voidRuns,
  generator: opens[0]?.generator,
  requestsPerCpuSecond: Math.round(middle(ours, 'requestsPerCpuSecond')),
  wrkRequestsPerCpuSecond: isWrkThere ? Math.round(middle(theirs, 'requestsPerCpuSecond')) : null,
  requestsPerSecond: Math.round(middle(ours, 'requestsPerSecond')),
  wrkRequestsPerSecond: isWrkThere ? Math.round(middle(theirs, 'requestsPerSecond')) : null,
  proberCpuShare: round(proberCpu.share),
  rounds: ROUNDS
}
if (!process.argv.includes('--json')) {
  if (!isWrkThere) console.log('wrk is not installed (apt-get install wrk): no comparison with it')
  console.log(
    `requests/s per core  ours ${result.requestsPerCpuSecond}  wrk ${result.wrkRequestsPerCpuSecond}`
  )
  console.log(`requests/s           ours ${result.requestsPerSecond}  wrk ${result.wrkRequestsPerSecond}`)
  console.log(
    `p99 with a stall     theory ${theory} ms  open loop ${result.openLoopP99Ms} ms  closed loop ${result.closedLoopP99Ms} ms`
  )
  console.log(`prober at 200/s      ${(proberCpu.share * 100).toFixed(1)} % of a core`)
}
console.log(JSON.stringify(result))
