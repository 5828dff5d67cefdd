import { downOptions } from '../../inputs/cluster.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { DEFAULTS, nameOf } from '../options.ts'
import { collect, readings } from '../reading.rules.ts'

export const addDown: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'down', {
    summary: 'take a swarm down with everything made for it',
    description:
      'Remove a swarm: its nodes, networks, volumes, registry and VM. Only what swarmline made is removed. ' +
      'Having nothing to remove is not an error.',
    examples: [
      ['swarmline down', 'the swarm named swarmline'],
      ['swarmline down big', 'another one'],
      ['swarmline down --all', 'every swarm that swarmline made on this machine']
    ]
  }).argument('[name]', "the swarm's name, instead of --name")
  addInputs(command, downOptions)

  onRun(command, door, exit, () => {
    const options = command.opts()
    const [operand] = command.processedArgs as [string | undefined]
    const fields = { ...readings(downOptions, options), name: nameOf(options.name, operand) }
    const { name, all } = collect('down', fields, values => allFaults(values, operand))
    const request = { name, isAllOfOurs: all }
    return {
      undo: `swarmline down ${request.isAllOfOurs ? '--all' : request.name}`,
      work: async fx => {
        const { removed } = await door.useCases.down(request, door.home, fx)
        return {
          json: { removed },
          text: () => (removed.length > 0 ? `removed ${removed.join(', ')}` : 'nothing to remove')
        }
      }
    }
  })
}

/** Who names a swarm does not mean all of them. */
function allFaults({ name, all }: { name: string; all: boolean }, operand: string | undefined): string[] {
  return all && (operand !== undefined || name !== DEFAULTS.name)
    ? [`--all removes every swarm, and ${name} names one: leave one of them out`]
    : []
}
