import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** `requestsPerCpuSecond`: what one whole core would do, whatever share of it was used. */
export type Throughput = { requestsPerSecond: number; requestsPerCpuSecond: number; p99Ms: number }

const UNITS_MS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }
/** The kernel's clock ticks, as /proc counts them. */
const TICKS_PER_SECOND = 100

/** wrk on one thread; `undefined` when it is not installed. */
export function wrk(port: number, connections: number, seconds: number): Promise<Throughput | undefined> {
  return new Promise((resolve, reject) => {
    const args = ['-t1', `-c${connections}`, `-d${seconds}`, '--latency', `http://127.0.0.1:${port}/`]
    const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    let cpuSeconds = 0
    child.stdout.on('data', chunk => {
      text += chunk
    })
    // What it has used is known only while it lives: what comes after the last look is in its favour.
    const look = setInterval(() => {
      cpuSeconds = cpuSecondsOf(child.pid) ?? cpuSeconds
    }, 10)
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearInterval(look)
      if (error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
    child.once('close', () => {
      clearInterval(look)
      const requests = Number(/(\d+) requests in/.exec(text)?.[1])
      const [, p99 = 'NaN', unit = ''] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(text) ?? []
      resolve({
        requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]),
        requestsPerCpuSecond: requests / cpuSeconds,
        p99Ms: Number(p99) * (UNITS_MS[unit] ?? Number.NaN)
      })
    })
  })
}

function cpuSecondsOf(pid: number | undefined): number | undefined {
  try {
    // Behind the name, which may hold anything: utime and stime are the 12th and the 13th field from there.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
    return seconds > 0 ? seconds : undefined
  } catch {
    return undefined
  }
}
