import type { UrlRequest } from '../../usecases/url.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { nameOption } from '../options.ts'
import { collect, given, wholeNumber } from '../reading.rules.ts'
import { clusterName } from '../values.rules.ts'

export const addUrl: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'url', {
    summary: 'say where a published port of a node answers',
    description:
      'Print the address at which a published port of a node answers on this machine. It stays until the swarm is removed, ' +
      'and can be asked for before anything is published.',
    examples: [
      ['swarmline url', 'port 80 of the first manager'],
      ['curl "$(swarmline url worker1)/healthcheck"', 'a page, by way of a worker'],
      ['swarmline url worker2 --port 8080', 'another port']
    ]
  })
    .argument('[node]', "the node's name (default: the first manager)")
    .addOption(nameOption())
    .option('--port <port>', 'port that the service publishes', '80')

  onRun(command, door, exit, () => {
    const options = command.opts<{ name: string; port: string }>()
    const request = collect<UrlRequest>('url', {
      name: clusterName(options.name),
      node: given(command.processedArgs[0]),
      port: wholeNumber('--port', options.port, 1, 65_535)
    })
    return {
      work: async fx => {
        const found = await door.useCases.nodeUrl(request, door.home, fx)
        return { json: found, text: () => found.url }
      }
    }
  })
}
