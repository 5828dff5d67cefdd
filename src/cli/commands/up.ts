import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { UpRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, choice, onRun, repeated } from '../add-command.ts'
import type { Door } from '../door.ts'
import {
  addWay,
  DEFAULTS,
  dockerHostOption,
  ENGINES,
  engineOption,
  nameOf,
  nameOption,
  outerDockerHost,
  suiteOption,
  type WayOptions,
  wayOf
} from '../options.ts'
import { collect, given, matching, oneOf, then, wholeNumber } from '../reading.rules.ts'
import { nodeLabels, suiteName } from '../values.rules.ts'

type Options = WayOptions & {
  name: string
  engine: string
  dockerHost?: string
  managers: string
  workers: string
  label?: string[]
  ttl: string
  owner: string
  suite: string
  buildContext?: string[]
  file?: string[]
  endpoint: string
}

const ENDPOINTS = ['mesh', 'dnsrr'] as const
const CONTEXTS = DEFAULTS.images.map(image => image.replace(/^.*=/, ''))

export const addUp: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'up', {
    summary: 'raise a swarm of nodes, with a registry',
    description:
      "Raise a swarm: nodes in containers on this machine's engine or, where that cannot carry a routing mesh, " +
      'in a VM; with a local registry that also answers for docker.io.',
    examples: [
      ['swarmline up', 'one manager, two workers'],
      ['swarmline up big --managers 3', 'survives the loss of a manager'],
      ['swarmline up --label worker2:zone=b', 'a label on a node'],
      ['swarmline up --engine host --endpoint dnsrr', 'no routing mesh: fast, on any kernel']
    ]
  })
    .argument('[name]', "the swarm's name, instead of --name")
    .addOption(nameOption())
    .addOption(engineOption())
    .addOption(dockerHostOption('engine to use (default: DOCKER_HOST, else the socket of this machine)'))
  addWay(command)
    .option('--managers <number>', 'how many managers; an odd number keeps a quorum best', '1')
    .option('--workers <number>', 'how many workers', '2')
    .addOption(repeated('--label <node:key=value>', 'label of a node', ['worker1:data=persistent']))
    .option('--ttl <hours>', 'after how many hours a sweep may remove the swarm', '24')
    .option('--owner <name>', 'whose swarm it is', door.user)
    .addOption(suiteOption())
    .addOption(
      repeated(
        '--build-context <folder>',
        'folder with a Dockerfile whose base images must be there; of the defaults those that exist',
        CONTEXTS
      )
    )
    .addOption(repeated('--file <file>', 'stack file whose images must be there', [DEFAULTS.composeFile]))
    .addOption(choice('--endpoint <mode>', 'how services are reached', ENDPOINTS, 'mesh'))

  onRun(command, door, exit, () => {
    const request = upRequest(command.opts<Options>(), command.processedArgs[0], door)
    return {
      undo: `swarmline down ${request.name}`,
      work: async fx => {
        const cluster = await door.useCases.up(request, door.home, fx)
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
  options: Options,
  operand: string | undefined,
  door: Pick<Door, 'cwd' | 'env' | 'home'>
): UpRequest {
  const managers = wholeNumber('--managers', options.managers, 1, 9)
  const workers = wholeNumber('--workers', options.workers, 0, 50)
  const nodes =
    'value' in managers && 'value' in workers
      ? [...numbered('manager', managers.value), ...numbered('worker', workers.value)]
      : undefined
  const keeper = nodes && !nodes.includes('worker1') ? 'manager1' : 'worker1'
  const absolute = (path: string) => resolve(door.cwd, path)
  const url = options.dockerHost ?? (door.env.DOCKER_HOST || undefined)
  const way = wayOf(options, url, door)
  return collect<UpRequest>('up', {
    hostKey: then(way, ({ hostKey }) => given(hostKey)),
    certDir: 'fault' in way ? given(undefined) : given(way.value.certDir),
    name: nameOf(options.name, operand),
    engine: oneOf('--engine', options.engine, ENGINES),
    dockerHost: outerDockerHost(options.dockerHost, door),
    managers,
    workers,
    labels: nodeLabels(options.label ?? [`${keeper}:data=persistent`], nodes),
    ttlHours: wholeNumber('--ttl', options.ttl, 1, 8760),
    owner: matching(
      '--owner',
      options.owner,
      /^[\p{L}\p{N}_.@ -]{1,63}$/u,
      'at most 63 letters, digits and _ . @ -'
    ),
    suite: suiteName(options.suite),
    buildContexts: given(
      options.buildContext?.map(absolute) ??
        CONTEXTS.map(absolute).filter(folder => existsSync(join(folder, 'Dockerfile')))
    ),
    composeFiles: given(options.file?.map(absolute) ?? [absolute(DEFAULTS.composeFile)].filter(existsSync)),
    endpoint: oneOf('--endpoint', options.endpoint, ENDPOINTS)
  })
}

function numbered(role: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${role}${i + 1}`)
}
