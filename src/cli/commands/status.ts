import { stackName, targetOptions } from '../../inputs/target.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { DEFAULTS, targetFaults, targetOf } from '../options.ts'
import { collect, readings } from '../reading.rules.ts'

export const addStatus: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'status', {
    summary: 'show what a stack is, and its last deploys',
    description:
      "Show a stack's services, who deploys it now, and the deploys that one can go back to. It changes nothing.",
    examples: [
      ['swarmline status', 'of the stack workshop'],
      ['swarmline status shop --json', 'for programs']
    ]
  }).argument('[stack]', "the stack's name", DEFAULTS.stack)
  addInputs(command, targetOptions)

  onRun(command, door, exit, () => {
    const [operand] = command.processedArgs as [string]
    const fields = {
      ...readings(targetOptions, command.opts()),
      stack: stackName.read([operand], 'the stack')
    }
    const values = collect('status', fields, targetFaults)
    const request = { target: targetOf(values, door), stack: values.stack }
    return {
      work: async fx => {
        const status = await door.useCases.status(request, door.home, fx)
        return {
          json: status,
          text: async look => (await import('../deploy-text.ts')).statusText(status, look)
        }
      }
    }
  })
}
