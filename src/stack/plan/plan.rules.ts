/** The pure half of `plan.ts`: what files that are pure themselves may import, too. */

export { pinImages } from './digests/pin-images.rules.ts'
export { parseDigests } from './digests/pushed-digests.rules.ts'
export { isPinned } from './digests/reference.rules.ts'
export { applyMeshless } from './meshless.rules.ts'
export { planChanges } from './plan-changes.rules.ts'
export { removedFirst, wavesOf } from './port-moves.rules.ts'
export { applySettings } from './settings/apply-settings.rules.ts'
export { parseSettings } from './settings/parse-settings.rules.ts'
export { partOfModel } from './stages/part-of-model.rules.ts'
export { stagesOf } from './stages/stages.rules.ts'
export { changesInWords } from './words.rules.ts'
