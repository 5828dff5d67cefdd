/** The pure half of `images.ts`: what files that are pure themselves may import, too. */

export { basesOfDockerfile } from './dockerfile-bases.rules.ts'
export { readDockerfile } from './dockerfile-lines.rules.ts'
export { referencesOf } from './plan.rules.ts'
export { formatReference, HUB, parseReference } from './references.rules.ts'
export { imagesOfStack } from './stack-images.rules.ts'
