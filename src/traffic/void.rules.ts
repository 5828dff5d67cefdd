import { percentileOf } from './histogram.rules.ts'
import type { Tally } from './tally.rules.ts'

/** Beyond these the figures would be the generator's and not the server's. */
export type SelfLimits = {
  /** Of one core, for each thread. Default 0.9. */
  maxCpuShare: number
  /** From the due time to the sending. Default 50. */
  maxSendLagP99Ms: number
  /** Default 50. */
  maxLoopLagP99Ms: number
}

export const DEFAULT_LIMITS: SelfLimits = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 }

/** The busiest thread's figures; lags are milliseconds. */
export type GeneratorSelf = {
  threads: number
  cpuShare: number
  loopLagMs: { p99: number; max: number }
  sendLagMs: { p50: number; p99: number; max: number }
}

/** @returns in words why a run must not be believed; none when it may be */
export function reasonsForVoid(
  self: GeneratorSelf,
  tally: Pick<Tally, 'all' | 'shortages'>,
  limits: SelfLimits
): string[] {
  const { cpuShare, sendLagMs, loopLagMs } = self
  const { answered, failed, notSent } = tally.all
  const why: string[] = []
  if (answered + failed + notSent === 0) why.push('nothing was sent')
  if (cpuShare > limits.maxCpuShare)
    why.push(`the generator took ${percent(cpuShare)} of a core, more than ${percent(limits.maxCpuShare)}`)
  if (sendLagMs.p99 > limits.maxSendLagP99Ms)
    why.push(`requests left late: p99 ${sendLagMs.p99} ms, more than ${limits.maxSendLagP99Ms} ms`)
  if (loopLagMs.p99 > limits.maxLoopLagP99Ms)
    why.push(`the event loop lagged: p99 ${loopLagMs.p99} ms, more than ${limits.maxLoopLagP99Ms} ms`)
  if (tally.shortages > 0)
    why.push(`${tally.shortages} requests found no socket, port or memory on this machine`)
  return why
}

/** Adds up what the threads saw of themselves: the worst of each. */
export function selfOf(
  seen: readonly { cpuShare: number; loopLagP99Ms: number; loopLagMaxMs: number }[],
  { sendLag }: Pick<Tally, 'sendLag'>
): GeneratorSelf {
  const worst = (pick: (each: (typeof seen)[number]) => number) => round(Math.max(0, ...seen.map(pick)))
  return {
    threads: seen.length,
    cpuShare: worst(each => each.cpuShare),
    loopLagMs: { p99: worst(each => each.loopLagP99Ms), max: worst(each => each.loopLagMaxMs) },
    sendLagMs: {
      p50: round(percentileOf(sendLag, 50)),
      p99: round(percentileOf(sendLag, 99)),
      max: round(percentileOf(sendLag, 100))
    }
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
const percent = (share: number): string => `${Math.round(share * 100)} %`
