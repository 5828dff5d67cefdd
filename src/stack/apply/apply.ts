/**
 * Apply: a model handed to docker with its contents, what it leaves unused pruned, and the way back to what ran before.
 * Others import from here and, what is pure, from `apply.rules.ts` alone.
 */

export type { NamedContent } from './contents/generation.rules.ts'
export { pruneContents } from './contents/prune.ts'
export { deployStack } from './deploy.ts'
export { pruneServices } from './prune-services.ts'
export { removeStack } from './remove.ts'
export { removeCreated } from './restore/created.ts'
export { type RegistryAuth, restoreStack, type ServiceRestored } from './restore/restore.ts'
export { type StackSnapshot, takeSnapshot } from './restore/snapshot.ts'
export { readStanding } from './restore/standing.ts'
