/** The pure half of `rollout.ts`: what files that are pure themselves may import, too. */

export { explainOutcome } from './advice.rules.ts'
export { deadlineMs, expectationOf } from './deadline.rules.ts'
export { emptyResult } from './empty-result.rules.ts'
