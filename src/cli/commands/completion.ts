import { SwarmlineError } from '../../errors.ts'
import { oneOf } from '../../inputs/kinds.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { commandTree, SHELLS } from '../command-tree.ts'

export const addCompletion: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'completion', {
    summary: "print a shell's completion script",
    description: 'Print the script that completes commands, options and their values in a shell.',
    examples: [
      ['source <(swarmline completion bash)', 'in ~/.bashrc'],
      ['swarmline completion zsh > ~/.zfunc/_swarmline', 'in a folder of fpath'],
      ['swarmline completion fish | source', 'in config.fish']
    ]
  }).argument('<shell>', `one of ${SHELLS.join(', ')}`)

  onRun(command, door, exit, () => {
    const shell = oneOf('shell', SHELLS).read([command.processedArgs[0]], 'completion')
    if ('fault' in shell)
      throw new SwarmlineError('usage', shell.fault, { hint: 'see swarmline completion --help' })
    return {
      work: async () => {
        const { completionScript } = await import('../completion.rules.ts')
        const kinds = await door.useCases.listKinds()
        const choices = { '--explain': kinds.map(({ name }) => name) }
        const script = completionScript(shell.value, commandTree(program, choices))
        return { json: { shell: shell.value, script }, text: () => script }
      }
    }
  })
}
