import type { Reading } from '../inputs/input.ts'
import { composeFiles } from '../inputs/stack.ts'
import { clusterName, swarmName } from '../inputs/target.ts'

/** What the commands take for granted, so that `swarmline up` to `swarmline verify` need no option at all. */
export const DEFAULTS = {
  name: swarmName.fallback ?? '',
  stack: 'workshop',
  composeFile: composeFiles.fallback ?? ''
}

/** A swarm's name, as the operand or as `--name`. */
export function nameOf(option: unknown, operand: string | undefined): Reading<string> {
  if (operand !== undefined && option !== DEFAULTS.name && operand !== option)
    return { fault: `the swarm is named twice: ${operand}, and ${option} by --name` }
  return clusterName.read([operand ?? String(option)], '--name')
}
