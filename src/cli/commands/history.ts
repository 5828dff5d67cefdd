import { targetOptions } from '../../inputs/target.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { STACK_OPERAND, stackOf, stackOperand, targetFaults, targetOf } from '../engine-options.ts'
import { collect, readings } from '../reading.rules.ts'

export const addHistory: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'history', {
    summary: "show a stack's deploys and what each changed",
    description:
      'Show the deploys that the swarm remembers, newest first: who deployed, what changed service by service, and ' +
      'why a deploy failed. Values that may be secrets are not shown. It changes nothing.',
    examples: [
      ['swarmline history', 'of the stack workshop'],
      ['swarmline history shop --json', 'for programs']
    ]
  }).argument('[stack]', STACK_OPERAND)
  addInputs(command, targetOptions)

  onRun(command, door, exit, () => {
    const [operand] = command.processedArgs as [string | undefined]
    const fields = {
      ...readings(targetOptions, command.opts()),
      stack: stackOperand(operand)
    }
    const values = collect('history', fields, all => targetFaults(all, door))
    const request = { target: targetOf(values, door), stack: stackOf(values) }
    return {
      work: async fx => {
        const history = await door.useCases.deployHistory(request, door.home, fx)
        return {
          json: history,
          text: async look => (await import('../history-text.ts')).deployHistoryText(history, look)
        }
      }
    }
  })
}
