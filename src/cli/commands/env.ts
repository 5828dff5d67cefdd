import { type AddCommand, addCommand, choice, onRun } from '../add-command.ts'
import { nameOption } from '../options.ts'
import { collect, given, oneOf } from '../reading.rules.ts'
import { clusterName } from '../values.rules.ts'

type Options = { name: string; unset?: true; shell?: string }
const SHELLS = ['bash', 'zsh', 'fish'] as const

export const addEnv: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'env', {
    summary: 'point a docker client at a node',
    description: "Print the lines that point this shell's docker client at a node of the swarm, for eval.",
    examples: [
      ['eval "$(swarmline env worker1)"', 'docker now speaks to worker1'],
      ['eval "$(swarmline env -u)"', 'and to its own engine again'],
      ['swarmline env --shell fish | source', 'the same in fish, to the first manager']
    ]
  })
    .argument('[node]', "the node's name (default: the first manager)")
    .addOption(nameOption())
    .option('-u, --unset', 'point back at the own engine')
    .addOption(choice('--shell <shell>', 'whose words to print (default: by SHELL)', SHELLS, undefined))

  onRun(command, door, exit, () => {
    const options = command.opts<Options>()
    const { name, shell } = collect<{ name: string; shell: (typeof SHELLS)[number] | undefined }>('env', {
      name: clusterName(options.name),
      shell: options.shell === undefined ? given(undefined) : oneOf('--shell', options.shell, SHELLS)
    })
    return {
      work: async () => {
        const { dockerEnv } = await import('../../usecases/env.ts')
        const { nodeOf } = await import('../../usecases/node-of.ts')
        const words = { shell, shellPath: door.env.SHELL }
        if (options.unset) {
          const lines = dockerEnv(undefined, words)
          return { json: { unset: ['DOCKER_HOST'], lines }, text: () => lines.join('\n') }
        }
        const node = nodeOf(await door.useCases.readCluster(name, door.home), command.processedArgs[0])
        const lines = dockerEnv(node.socketPath, words)
        return {
          json: { node: node.name, dockerHost: `unix://${node.socketPath}`, lines },
          text: () => lines.join('\n')
        }
      }
    }
  })
}
