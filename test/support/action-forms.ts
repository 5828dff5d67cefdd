// Each action by its name: what its code reads, and what it writes for samples of what the use cases answer.
import { buildPushForm, buildPushOutputs } from '../../src/actions/build-push.ts'
import { deployStackForm, deployStackOutputs, lintOutputs } from '../../src/actions/deploy-stack.ts'
import { type Form, readInputs } from '../../src/actions/read-inputs.ts'
import { swarmUpForm, swarmUpOutputs } from '../../src/actions/swarm-up.ts'
import { teardownForm, teardownOutputs } from '../../src/actions/teardown.ts'
import { verifyForm, verifyOutputs } from '../../src/actions/verify.ts'
import { type Inputs, inputName } from '../../src/inputs/input.ts'
import { readAction } from './action.ts'
import { sampleCluster, sampleDeploy, sampleImage, sampleVerify } from './action-samples.ts'

export type ActionCode = {
  inputNames: string[]
  outputs: Record<string, string>
  /** Reads the texts of inputs, with the defaults of action.yml. @throws as the action itself would */
  read(texts: Record<string, string>): unknown
}

export const ACTIONS: Record<string, ActionCode> = {
  'build-push': code('build-push', buildPushForm, buildPushOutputs([sampleImage], true)),
  'deploy-stack': code('deploy-stack', deployStackForm, {
    ...lintOutputs({ findings: [], counts: { error: 0, warning: 0, info: 0 } }),
    ...deployStackOutputs(sampleDeploy('converged'), '/report')
  }),
  'swarm-up': code('swarm-up', swarmUpForm, swarmUpOutputs(sampleCluster)),
  teardown: code('teardown', teardownForm, teardownOutputs({ removed: ['manager1'] })),
  verify: code('verify', verifyForm, verifyOutputs(sampleVerify('pass'), '/report'))
}

function code<I extends Inputs>(name: string, form: Form<I>, outputs: Record<string, string>): ActionCode {
  return {
    inputNames: Object.keys(form.inputs).map(inputName),
    outputs,
    read(texts) {
      const declared = readAction(`actions/${name}`).inputs ?? {}
      const stranger = Object.keys(texts).find(given => !(given in declared))
      if (stranger) throw new Error(`unexpected input ${stranger}`)
      return readInputs(
        form,
        input => texts[input] ?? String(declared[input]?.default ?? ''),
        () => {}
      )
    }
  }
}
