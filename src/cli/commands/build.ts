import type { BuildRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, onRun, repeated } from '../add-command.ts'
import type { Door } from '../door.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect, each, given, matching } from '../reading.rules.ts'
import { images, pairs } from '../values.rules.ts'

type Options = TargetOptions & {
  image?: string[]
  registry: string
  namespace: string
  prefix: string
  tag?: string[]
  buildArg?: string[]
  push: boolean
}

export const addBuild: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'build', {
    summary: 'build images and push them to the registry',
    description:
      "Build images on the swarm's engine and push them to its registry as REGISTRY/NAMESPACE/PREFIX+NAME:TAG.",
    examples: [
      ['swarmline build', "the workload's two images"],
      ['swarmline build --image web=./web --tag v2', 'one image of yours'],
      ['swarmline build --no-push --json', 'build only; digests as JSON']
    ]
  })
  addTarget(command)
    .addOption(repeated('--image <name=folder[,dockerfile]>', 'image to build', DEFAULTS.images))
    .option('--registry <host:port>', 'registry to push to', DEFAULTS.registry)
    .option('--namespace <name>', "what follows the registry in an image's name", DEFAULTS.namespace)
    .option('--prefix <text>', "what stands right before an image's name", DEFAULTS.prefix)
    .addOption(repeated('--tag <tag>', 'tag of every image', ['latest']))
    .addOption(repeated('--build-arg <key=value>', 'build argument; never a secret', []))
    .option('--no-push', 'do not push')

  onRun(command, door, exit, () => {
    const request = buildRequest(command.opts<Options>(), door)
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
export function buildRequest(options: Options, door: Pick<Door, 'cwd' | 'env'>): BuildRequest {
  const tag = (text: string) => matching('--tag', text, /^\w[\w.-]{0,127}$/, 'letters, digits, _ . and -')
  return collect<BuildRequest>('build', {
    target: targetOf(options, door),
    images: images(options.image ?? DEFAULTS.images, door.cwd),
    registry: matching('--registry', options.registry, /^[a-zA-Z0-9.-]+(:\d+)?$/, 'HOST or HOST:PORT'),
    namespace: matching(
      '--namespace',
      options.namespace,
      /^[a-z0-9]+([._/-][a-z0-9]+)*$/,
      'lower-case letters and digits'
    ),
    prefix: matching(
      '--prefix',
      options.prefix,
      /^([a-z0-9][a-z0-9._-]*)?$/,
      'lower-case letters, digits, . _ and -'
    ),
    tags: each(options.tag ?? ['latest'], tag),
    buildArgs: pairs('--build-arg', options.buildArg ?? []),
    isPushed: given(options.push)
  })
}
