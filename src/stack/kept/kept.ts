/**
 * Kept: what Swarmline keeps in the swarm itself. The lock of a stack, the record of its deploys, and the key that its contents
 * are hashed with.
 * Others import from here and, what is pure, from `kept.rules.ts` alone.
 */

export { contentKey } from './content-key.ts'
export type { Fence } from './lock/fence.ts'
export type { LockHolder, LockOwner } from './lock/lease.rules.ts'
export { isLockLost, stackLockHolder, withStackLock } from './lock/lock.ts'
export type { Drift } from './record/drift.rules.ts'
export { readDrift, readRecords, readSpecs, shown as shownRecord } from './record/read.ts'
export type { DeployRecord, RecordedSpecs } from './record/record.rules.ts'
export { beginRecord, type OpenRecord } from './record/write.ts'
