/** The pure half of `kept.ts`: what files that are pure themselves may import, too. */

export { holderInWords } from './lock/lease.rules.ts'
export { chooseRecord } from './record/choose.rules.ts'
