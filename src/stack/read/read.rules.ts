/** The pure half of `read.ts`: what files that are pure themselves may import, too. */

export { entriesAt } from './compose-document.rules.ts'
export { checkSources } from './contents/check-sources.rules.ts'
export { entriesOf } from './contents/sources.rules.ts'
export {
  collectFindings,
  inOrder,
  inWords as findingInWords,
  requireNoErrors,
  saidOnce
} from './findings.rules.ts'
export { environmentValues } from './forms/environment.rules.ts'
export { secondsOf } from './forms/scalars.rules.ts'
export { toV3 } from './forms/to-v3.rules.ts'
export { ownNames, servicesOf } from './model.rules.ts'
export { mapServices, record, serviceEntries, text, texts, withDeploy } from './model-values.rules.ts'
export { Origins } from './origins.rules.ts'
export { isMapping, mapping, own, sequence } from './plain.rules.ts'
export { parsePort } from './ports.rules.ts'
export { applyProfiles } from './profiles.rules.ts'
export { renderStack } from './render.rules.ts'
export { showPathsFrom } from './shown-path.rules.ts'
