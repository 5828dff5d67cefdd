/** The pure half of `cluster.ts`: what files that are pure themselves may import, too. */

export { noteOnManagers, planAddresses } from './addresses.rules.ts'
export { envLines, shellOf, unsetLines } from './env.rules.ts'
export { expiryOf, nameOf, ownLabels } from './labels.rules.ts'
export { socketOf } from './providers/dind/node-container.rules.ts'
export { isOf, whoseOf } from './whose.rules.ts'
