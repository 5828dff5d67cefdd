import * as z from 'zod'
import { defineKind } from '../../../verify/verify.ts'
import type { Solution } from '../../folder/solution.ts'
import { DEPLOY_SCRIPT_EXPECTED, type DeployScriptEvidence, judgeDeployScript } from './judge.ts'

export const deployScript = (solution: Solution) =>
  defineKind({
    name: 'deploy-script',
    explanation:
      'Runs the scripts of bin/ in a sandbox, with a `docker` and a `swarmline` that only note their arguments, and ' +
      'looks whether one of them deploys a stack file of the folder. Fails when none does, or it is not executable.',
    example: '- kind: deploy-script',
    isDisturbing: false,
    visits: 'none',
    deadlineMs: () => 120_000,
    params: z.strictObject({}),
    expected: () => DEPLOY_SCRIPT_EXPECTED,
    gather: async (): Promise<DeployScriptEvidence> => ({
      files: solution.files,
      runs: await solution.runScripts()
    }),
    judge: (_params, evidence) => judgeDeployScript(evidence)
  })
