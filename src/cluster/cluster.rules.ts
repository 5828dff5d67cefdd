/** The pure half of `cluster.ts`: what files that are pure themselves may import, too. */

export { noteOnManagers, planAddresses } from './addresses.rules.ts'
export { CLIENT_SETTINGS, clientEndpoint, envLines, shellOf, unsetLines } from './env.rules.ts'
export { expiryOf, nameOf, ownLabels } from './labels.rules.ts'
export { socketOf } from './providers/dind/node-container.rules.ts'
export { machineOf } from './providers/docker-machine/create-line.rules.ts'
export { isOf, whoseOf } from './whose.rules.ts'
