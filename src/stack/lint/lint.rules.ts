/** The pure half of `lint.ts`: what files that are pure themselves may import, too. */

export { isHealthOfImage } from './health-rules.rules.ts'
export { knownImage } from './known-image.rules.ts'
export { lintAgain } from './lint-again.rules.ts'
export { droppedByEngine, youngUses } from './young-fields.rules.ts'
