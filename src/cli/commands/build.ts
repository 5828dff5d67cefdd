import { resolve } from 'node:path'
import { buildFaults, buildOptions, tagOf } from '../../inputs/build.ts'
import type { Values } from '../../inputs/input.ts'
import type { BuildRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import type { Door } from '../door.ts'
import { targetFaults, targetOf } from '../engine-options.ts'
import { calledIn, collect, type Given, readings } from '../reading.rules.ts'

export const addBuild: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'build', {
    summary: 'build images and push them to the registry',
    description:
      "Build images on the swarm's engine and push them to its registry as REGISTRY/NAMESPACE/PREFIX+NAME:TAG.",
    examples: [
      ['swarmline build', "the workload's two images"],
      ['swarmline build --image web=./web --tag v2', 'one image of yours'],
      ['swarmline build --compose-file stack.yml', 'every service of it that has a build section'],
      ['swarmline build --no-push --json', 'build only; digests as JSON']
    ]
  })
  addInputs(command, buildOptions)

  onRun(command, door, exit, () => {
    const request = buildRequest(command.opts(), door)
    return {
      work: async fx => {
        const built = await door.useCases.build(request, door.home, fx)
        return {
          json: { images: built },
          text: async look => (await import('../result-text.ts')).imagesText(built, look)
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function buildRequest(options: Given, door: Pick<Door, 'cwd' | 'env' | 'home'>): BuildRequest {
  const values = collect('build', readings(buildOptions, options), all => [
    ...targetFaults(all, door),
    ...buildFaults(all, calledIn(buildOptions))
  ])
  const { registry, prefix, buildArgs, labels, test, push, pushRetries } = values
  return {
    target: targetOf(values, door),
    images: imagesOf(values, door),
    registry: registry ?? '',
    namespace: values.namespace.toLowerCase(),
    prefix,
    tags: [...new Set(values.tags.map(tagOf))],
    buildArgs,
    labels,
    test: test === undefined ? undefined : resolve(door.cwd, test),
    isPushed: push,
    pushRetries
  }
}

const WORKLOAD = [
  { name: 'backend', folder: './backend', dockerfile: 'Dockerfile' },
  { name: 'redis', folder: './redis', dockerfile: 'Dockerfile' }
]

function imagesOf(
  { images, composeFiles, variables }: Values<typeof buildOptions>,
  { cwd, env }: Pick<Door, 'cwd' | 'env'>
): BuildRequest['images'] {
  if (composeFiles.length > 0) {
    const inherited = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const seen = { ...Object.fromEntries(inherited), ...variables }
    return { composeFiles: composeFiles.map(file => resolve(cwd, file)), variables: seen }
  }
  return (images.length > 0 ? images : WORKLOAD).map(({ name, folder, dockerfile }) => ({
    name,
    context: resolve(cwd, folder),
    dockerfile: resolve(cwd, folder, dockerfile)
  }))
}
