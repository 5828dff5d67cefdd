import { input } from '../../inputs/input.ts'
import { oneOf, optional } from '../../inputs/kinds.ts'
import { cluster } from '../../inputs/target.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { SHELLS } from '../command-tree.ts'
import { DEFAULTS } from '../options.ts'
import { collect, readings } from '../reading.rules.ts'

const envOptions = {
  cluster,
  shell: input(optional(oneOf('shell', SHELLS)), 'shell syntax to print (default: by SHELL)')
}

export const addEnv: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'env', {
    summary: 'point a docker client at a node',
    description: "Print the lines that point this shell's docker client at a node of the swarm, for eval.",
    examples: [
      ['eval "$(swarmline env worker1)"', 'docker now speaks to worker1'],
      ['eval "$(swarmline env -u)"', 'and to your default engine again'],
      ['swarmline env --shell fish | source', 'the same in fish, to the first manager']
    ]
  }).argument('[node]', "the node's name (default: the first manager)")
  addInputs(command, envOptions).option('-u, --unset', 'switch back to your default engine')

  onRun(command, door, exit, () => {
    const options = command.opts()
    const { cluster: name = DEFAULTS.name, shell } = collect('env', readings(envOptions, options))
    return {
      work: async () => {
        const { CLIENT_SETTINGS, clientEndpoint, dockerEnv } = await import('../../usecases/env.ts')
        const { nodeOf } = await import('../../usecases/node-of.ts')
        const words = { shell, shellPath: door.env.SHELL }
        if (options.unset) {
          const lines = dockerEnv(undefined, words)
          return { json: { unset: CLIENT_SETTINGS, lines }, text: () => lines.join('\n') }
        }
        const node = nodeOf(await door.useCases.readCluster(name, door.home), command.processedArgs[0])
        const lines = dockerEnv(node, words)
        return {
          json: { node: node.name, ...clientEndpoint(node), lines },
          text: () => lines.join('\n')
        }
      }
    }
  })
}
