import { input } from '../../inputs/input.ts'
import { wholeNumber } from '../../inputs/kinds.ts'
import { cluster } from '../../inputs/target.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { DEFAULTS } from '../options.ts'
import { collect, readings } from '../reading.rules.ts'

const urlOptions = {
  cluster,
  port: input(wholeNumber(1, 65_535), 'port that the service publishes', { fallback: '80' })
}

export const addUrl: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'url', {
    summary: 'print the address of a published port',
    description:
      'Print the address at which a published port of a node answers on this machine. It stays until the swarm is removed, ' +
      'and can be asked for before anything is published.',
    examples: [
      ['swarmline url', 'port 80 of the first manager'],
      ['curl "$(swarmline url worker1)/healthcheck"', 'a page, through a worker'],
      ['swarmline url worker2 --port 8080', 'another port']
    ]
  }).argument('[node]', "the node's name (default: the first manager)")
  addInputs(command, urlOptions)

  onRun(command, door, exit, () => {
    const { cluster: name = DEFAULTS.name, port } = collect('url', readings(urlOptions, command.opts()))
    const request = { name, node: command.processedArgs[0], port }
    return {
      work: async fx => {
        const found = await door.useCases.nodeUrl(request, door.home, fx)
        return { json: found, text: () => found.url }
      }
    }
  })
}
