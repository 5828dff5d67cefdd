/**
 * Rollout: what becomes of services that were handed to a swarm. It looks (`watchStack`), judges each look (pure), and says when a
 * service has converged, failed or stands still, with the advice that follows.
 * Others import from here and, what is pure, from `rollout.rules.ts` alone.
 */

export type { DeployOutcome, DeployResult, FailureCategory, ServiceResult, TaskFailure } from './outcome.ts'
export { type Baseline, readBaseline } from './snapshot.ts'
export { jobLog } from './task-log.ts'
export type { TimelineEntry } from './timeline.ts'
export { watchStack } from './watch.ts'
