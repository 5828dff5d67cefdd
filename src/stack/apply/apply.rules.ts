/** The pure half of `apply.ts`: what files that are pure themselves may import, too. */

export { swarmNames, withContents } from './contents/generation.rules.ts'
