import { composeConfig } from '../docker/compose-config.ts'
import type { Effects } from '../effects/effects.ts'
import { imagesOfStack, referencesOf } from '../images/images.rules.ts'
import type { StackImages } from '../images/images.ts'
import { dockerCommand } from './docker-command.ts'
import type { BuildRequest, Home } from './requests.ts'

/**
 * Which images are to be built, how, and what each will be called: all that files and the request decide, before an engine is
 * asked.
 *
 * @throws `input`
 */
export async function planImages(
  request: Pick<
    BuildRequest,
    'images' | 'registry' | 'namespace' | 'prefix' | 'tags' | 'buildArgs' | 'labels'
  >,
  home: Home,
  fx: Pick<Effects, 'exec' | 'clock' | 'log'>
): Promise<StackImages> {
  const { images, buildArgs, labels } = request
  if (!Array.isArray(images)) {
    const docker = await dockerCommand(undefined, home, fx)
    const config = await composeConfig(docker, images.composeFiles, images.variables)
    const planned = imagesOfStack(config, request)
    return {
      ...planned,
      images: planned.images.map(image => ({
        ...image,
        build: {
          ...image.build,
          args: { ...image.build.args, ...buildArgs },
          labels: { ...image.build.labels, ...labels }
        }
      }))
    }
  }
  const tags = request.tags.length > 0 ? request.tags : ['latest']
  return {
    images: images.map(({ name, context, dockerfile }) => ({
      name,
      build: { context, dockerfile, args: buildArgs, labels },
      tags: referencesOf(request, name, tags)
    })),
    secrets: {}
  }
}
