import { rollbackOptions } from '../../inputs/stack.ts'
import { EXIT_CODES, exitCodesInWords } from '../../usecases/exit-codes.rules.ts'
import type { RollbackRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { halfWay, waitFields } from '../deploy-options.ts'
import type { Door } from '../door.ts'
import { STACK_OPERAND, stackOf, stackOperand, targetFaults, targetOf } from '../engine-options.ts'
import { collect, type Given, readings } from '../reading.rules.ts'

export const addRollback: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'rollback', {
    summary: 'take a stack back to an earlier deploy',
    description:
      'Give every service of a stack the spec that it had at an earlier deploy, and wait until that runs. The ' +
      `swarm itself remembers the last deploys. The exit status says how it ended: ${exitCodesInWords()}.`,
    examples: [
      ['swarmline rollback', 'to the last deploy that converged and is not what runs now'],
      ['swarmline rollback shop --to 7', 'to a deploy by its number, as `swarmline status shop` lists them']
    ]
  }).argument('[stack]', STACK_OPERAND)
  addInputs(command, rollbackOptions)

  onRun(command, door, exit, () => {
    const request = rollbackRequest(command.processedArgs[0], command.opts(), door)
    return {
      left: halfWay(request.stack),
      work: async fx => {
        const result = await door.useCases.rollback(request, door.home, fx)
        return {
          json: result,
          text: async look => (await import('../deploy-text.ts')).rollbackText(result, look),
          exitCode: EXIT_CODES[result.result.outcome]
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function rollbackRequest(
  stack: string | undefined,
  options: Given,
  door: Pick<Door, 'cwd' | 'env' | 'home' | 'user'>
): RollbackRequest {
  const fields = { ...readings(rollbackOptions, options), stack: stackOperand(stack) }
  const values = collect('rollback', fields, all => targetFaults(all, door))
  return {
    target: targetOf(values, door),
    stack: stackOf(values),
    to: values.to,
    withRegistryAuth: values.registryAuth,
    ...waitFields(values, door)
  }
}
