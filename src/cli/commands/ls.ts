import { clusterName } from '../../inputs/target.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { collect } from '../reading.rules.ts'

export const addLs: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'ls', {
    summary: 'list the swarms, or the nodes of one',
    description: 'List the swarms that `swarmline up` made on this machine, or one of them with its nodes.',
    examples: [
      ['swarmline ls', 'all swarms'],
      ['swarmline ls swarmline', 'the nodes of one, with their addresses'],
      ['swarmline ls --json', 'for programs']
    ]
  }).argument('[name]', 'the swarm whose nodes are listed')

  onRun(command, door, exit, () => {
    const name: string | undefined = command.processedArgs[0]
    if (name !== undefined) collect('ls', { name: clusterName.read([name], 'ls') })
    return {
      work: async fx => {
        if (name !== undefined) {
          const cluster = await door.useCases.readCluster(name, door.home)
          return {
            json: cluster,
            text: async look => (await import('../cluster-text.ts')).clusterText(cluster, look)
          }
        }
        const clusters = await door.useCases.list(door.home, fx)
        return {
          json: { clusters },
          text: async look => (await import('../cluster-text.ts')).clustersText(clusters, look)
        }
      }
    }
  })
}
