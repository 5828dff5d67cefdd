/**
 * Lint: a stack as `docker stack deploy` takes it, with everything in it that is legal and will hurt.
 * Others import from here and, what is pure, from `lint.rules.ts` alone.
 */

export { askCompose, type ComposeQuestion } from './ask-compose.ts'
export { requireKnownFields } from './ask-docker.ts'
export type { KnownImage } from './lint-rule.ts'
export { inspectStack, readStack } from './load.ts'
