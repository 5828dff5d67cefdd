import { createHistogram, percentileOf, record } from '../../src/traffic/histogram.rules.ts'
import { createTransport } from '../../src/traffic/transport.ts'
import type { Throughput } from './wrk.ts'

/**
 * The comparison only: each of `connections` visitors asks, waits for the answer, and asks again. Whoever waits
 * asks nothing, so a stall is seen once by each of them, however many requests it would have met.
 */
export function closedLoop(port: number, connections: number, durationMs: number): Promise<Throughput> {
  const limits = { maxHeadBytes: 32 * 1024, maxBodyBytes: 1024 * 1024, keptBytes: () => 0 }
  const transport = createTransport([{ name: 'server', host: '127.0.0.1', port }], 'kept', limits)
  const latencies = createHistogram()
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  let waiting = connections
  return new Promise((resolve, reject) => {
    const ask = () => {
      const sentMs = performance.now()
      transport.send(0, outcome => {
        if (outcome.kind !== 'answer') return reject(new Error(`${outcome.kind}: ${outcome.detail}`))
        const now = performance.now()
        record(latencies, now - sentMs)
        if (now - startMs < durationMs) return ask()
        if (--waiting === 0) end(now - startMs)
      })
    }
    const end = (ms: number) => {
      const { user, system } = process.cpuUsage(cpuBefore)
      transport.close()
      resolve({
        requestsPerSecond: (latencies.count / ms) * 1000,
        requestsPerCpuSecond: latencies.count / ((user + system) / 1e6),
        p99Ms: percentileOf(latencies, 99)
      })
    }
    for (let n = 0; n < connections; n++) ask()
  })
}
