import type { StatusRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect } from '../reading.rules.ts'
import { stackName } from '../values.rules.ts'

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
  addTarget(command)

  onRun(command, door, exit, () => {
    const request = collect<StatusRequest>('status', {
      target: targetOf(command.opts<TargetOptions>(), door),
      stack: stackName(command.processedArgs[0])
    })
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
