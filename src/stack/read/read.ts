/**
 * Read: the stack files, merged, with their variables, as one model in canonical form, and what is wrong with them by file and line.
 * Others import from here and, what is pure, from `read.rules.ts` alone.
 */

export { checkEnvFiles } from './check-env-files.ts'
export type { ComposeFile } from './compose-document.rules.ts'
export { readComposeFile } from './compose-file.ts'
export type { Content, ContentKind, GivenContents } from './contents/content.ts'
export { gatherContents } from './contents/gather.ts'
export type { Finding, Findings, Severity, Translation } from './findings.rules.ts'
export type { Variables } from './interpolate.rules.ts'
export { existingFiles, type GivenNames, namedFiles, plannedFiles } from './named-files.ts'
export type { Origins, Place as KeyPlace } from './origins.rules.ts'
export type { Mapping, Model } from './plain.rules.ts'
export { readFiles } from './read-files.ts'
export { resolveEnvironments } from './resolve-environments.ts'
export type { PlannedService, ReadSource, StackPlan, StackWarning } from './stack-plan.ts'
export { readVariables } from './variables.ts'
export { requireWithin } from './within.ts'
