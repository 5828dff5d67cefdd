import type { DownRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { DEFAULTS, nameOf, nameOption } from '../options.ts'
import { collect, given, type Reading } from '../reading.rules.ts'

type Options = { name: string; all?: true }

export const addDown: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'down', {
    summary: 'take a swarm down with everything made for it',
    description:
      'Remove a swarm: its nodes, networks, volumes, registry and VM. Only what swarmline made is removed. ' +
      'It is no error when nothing is left to remove.',
    examples: [
      ['swarmline down', 'the swarm named swarmline'],
      ['swarmline down big', 'another one'],
      ['swarmline down --all', 'every swarm of ours on this machine']
    ]
  })
    .argument('[name]', "the swarm's name, instead of --name")
    .addOption(nameOption())
    .option('--all', 'every swarm that swarmline made on this machine')

  onRun(command, door, exit, () => {
    const options = command.opts<Options>()
    const request = collect<DownRequest>('down', {
      name: nameOf(options.name, command.processedArgs[0]),
      isAllOfOurs: allOf(options, command.processedArgs[0])
    })
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
function allOf({ name, all }: Options, operand: string | undefined): Reading<boolean> {
  const named = operand ?? (name === DEFAULTS.name ? undefined : name)
  return all && named !== undefined
    ? { fault: `--all removes every swarm, and ${named} names one: leave one of them out` }
    : given(all ?? false)
}
