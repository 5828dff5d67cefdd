import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nodeLabels, providerFaults, upOptions } from '../../inputs/cluster.ts'
import { but } from '../../inputs/input.ts'
import { matching } from '../../inputs/kinds.ts'
import { machinesOf } from '../../inputs/machines.ts'
import type { UpMachinesRequest, UpRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import type { Door } from '../door.ts'
import { engineFaults, engineFields } from '../engine-options.ts'
import { DEFAULTS, nameOf } from '../options.ts'
import { calledIn, collect, type Given, readings } from '../reading.rules.ts'

/** Of the workload's own, what lies in the folder is taken. */
const CONTEXTS = ['backend', 'redis']

const options = {
  ...upOptions,
  buildContexts: but(upOptions.buildContexts, {
    about: `${upOptions.buildContexts.about} (default: ${CONTEXTS.join(' and ')}, if present)`
  }),
  composeFiles: but(upOptions.composeFiles, {
    about: `${upOptions.composeFiles.about} (default: ${DEFAULTS.composeFile}, if present)`
  })
}
const owner = matching('name', /^[\p{L}\p{N}_.@ -]{1,63}$/u, 'at most 63 letters, digits and _ . @ -')

export const addUp: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'up', {
    summary: 'raise a swarm of nodes, with a registry',
    description:
      "Raise a swarm: nodes in containers on this machine's engine or, where that cannot carry a routing mesh, " +
      'in a VM; with a local registry that also answers for docker.io. Or on machines that docker-machine makes, without one.',
    examples: [
      ['swarmline up', 'one manager, two workers'],
      ['swarmline up big --managers 3', 'survives the loss of a manager'],
      ['swarmline up --label worker2:zone=b', 'a label on a node'],
      ['swarmline up --provider docker-machine --driver virtualbox', 'nodes that are machines'],
      ['swarmline up --engine host --endpoint dnsrr', 'no routing mesh: fast, on any kernel']
    ]
  })
    .argument('[name]', "the swarm's name, instead of --name")
    .option('--owner <name>', 'owner of the swarm', door.user)
  addInputs(command, options)

  onRun(command, door, exit, () => {
    const request = upRequest(command.opts(), command.processedArgs[0], door)
    return {
      undo: `swarmline down ${request.name}`,
      work: async fx => {
        const cluster = await ('driver' in request
          ? door.useCases.upMachines(request, door.home, fx)
          : door.useCases.up(request, door.home, fx))
        return {
          json: cluster,
          text: async look => (await import('../cluster-text.ts')).clusterText(cluster, look)
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function upRequest(
  given: Given,
  operand: string | undefined,
  door: Pick<Door, 'cwd' | 'env' | 'home'>
): UpRequest | UpMachinesRequest {
  const fields = {
    ...readings(options, given),
    name: nameOf(given.name, operand),
    owner: owner.read([String(given.owner)], '--owner')
  }
  const labelsOf = (all: Parameters<typeof nodeLabels>[0]) => nodeLabels(all, calledIn(options))
  const values = collect('up', fields, all => {
    const labels = labelsOf(all)
    const isOnEngine = all.provider === 'dind'
    const engine = isOnEngine ? engineFaults(all, door) : []
    return [
      ...engine,
      ...providerFaults(all, calledIn(options)),
      ...('fault' in labels ? [labels.fault] : [])
    ]
  })
  const read = labelsOf(values)
  const labels = 'value' in read ? read.value : {}
  if (values.provider === 'docker-machine') return { ...machinesOf(values), labels, owner: values.owner }
  const absolute = (path: string) => resolve(door.cwd, path)
  const { name, engine, managers, workers, ttlHours, endpoint, buildContexts, composeFiles } = values
  return {
    ...engineFields(values, door),
    ...{ name, engine, managers, workers, ttlHours, endpoint, owner: values.owner },
    labels,
    suite: values.debianRelease,
    buildContexts:
      given.buildContext === undefined
        ? CONTEXTS.map(absolute).filter(folder => existsSync(join(folder, 'Dockerfile')))
        : buildContexts.map(absolute),
    composeFiles:
      given.composeFile === undefined
        ? [absolute(DEFAULTS.composeFile)].filter(existsSync)
        : composeFiles.map(absolute)
  }
}
