/**
 * Plan: a model beside what runs in the swarm. Settings, digests and stages are put into the model, and what a deploy will change
 * is told.
 * Others import from here and, what is pure, from `plan.rules.ts` alone.
 */

export { type CurrentStack, readCurrent, readNames } from './current.ts'
export type { UnpinnedImage } from './digests/pin-images.rules.ts'
export type { KnownPlatforms } from './digests/platforms.rules.ts'
export { resolveImages, resolvePlatforms } from './digests/resolve-images.ts'
export type { SettingsNote, UpdateSettings } from './settings/update-settings.ts'
export type { FieldChange, ObjectChange, ServiceChange, StackChanges } from './stack-changes.ts'
export { inWords as objectInWords, ofStack, type StackObjects, stackObjects } from './stack-objects.ts'
export type { Stage } from './stages/stages.rules.ts'
export type { SpecNames } from './view-of-spec.rules.ts'
