import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What the generator cost itself, on one thread. Lags are milliseconds. */
export type SelfSeen = { cpuShare: number; loopLagP99Ms: number; loopLagMaxMs: number }

const RESOLUTION_MS = 10

/** Watches this thread's processor time and its event loop until the answer is called. */
export function watchSelf(): () => SelfSeen {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  lag.enable()
  const cpuBefore = cpuMs()
  const before = performance.now()
  return () => {
    lag.disable()
    const passed = Math.max(1, performance.now() - before)
    // What is measured is the time between two ticks of a timer, which is the resolution when there is no lag.
    const beyond = (ns: number) => (lag.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS))
    return {
      cpuShare: (cpuMs() - cpuBefore) / passed,
      loopLagP99Ms: beyond(lag.percentile(99)),
      loopLagMaxMs: beyond(lag.max)
    }
  }
}

/** Node before 23.9 knows only the whole process. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage()
  return (user + system) / 1000
}
