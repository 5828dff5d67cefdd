import { statusOptions } from '../../inputs/stack.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { STACK_OPERAND, stackOf, stackOperand, targetFaults, targetOf } from '../engine-options.ts'
import { collect, readings } from '../reading.rules.ts'

export const addStatus: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'status', {
    summary: 'show what a stack is, and its last deploys',
    description:
      "Show a stack's services, who is deploying it now, and the deploys that you can go back to. It changes nothing. " +
      'With --drift it also says, field by field, what somebody changed by hand since the last deploy, and exits 1 ' +
      'if anything was.',
    examples: [
      ['swarmline status', 'of the stack workshop'],
      ['swarmline status shop --drift', 'with what was changed by hand'],
      ['swarmline status shop --json', 'for programs']
    ]
  }).argument('[stack]', STACK_OPERAND)
  addInputs(command, statusOptions)

  onRun(command, door, exit, () => {
    const [operand] = command.processedArgs as [string | undefined]
    const fields = {
      ...readings(statusOptions, command.opts()),
      stack: stackOperand(operand)
    }
    const values = collect('status', fields, all => targetFaults(all, door))
    const request = { target: targetOf(values, door), stack: stackOf(values), hasDrift: values.drift }
    return {
      work: async fx => {
        const status = await door.useCases.status(request, door.home, fx)
        return {
          json: status,
          text: async look => (await import('../deploy-text.ts')).statusText(status, look),
          exitCode: status.drift?.kind === 'known' && status.drift.services.length > 0 ? 1 : 0
        }
      }
    }
  })
}
