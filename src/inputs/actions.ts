import { buildInputs } from './build.ts'
import { downInputs, upInputs } from './cluster.ts'
import type { Inputs } from './input.ts'
import { deployInputs } from './stack.ts'
import { verifyInputs } from './suite.ts'

/** Each action by its folder, with its inputs: what `tools/check-docs.mjs` writes to action.yml. */
export const ACTION_INPUTS: Readonly<Record<string, Inputs>> = {
  'build-push': buildInputs,
  'deploy-stack': deployInputs,
  'swarm-up': upInputs,
  teardown: downInputs,
  verify: verifyInputs
}
