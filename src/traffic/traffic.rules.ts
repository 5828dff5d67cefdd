/** The pure half of `traffic.ts`: what files that are pure themselves may import, too. */

export { bucketsOf, createHistogram, record as recordLatency } from './histogram.rules.ts'
export { judgeProbe } from './judge-probe.rules.ts'
