import type { Effects } from '../effects/effects.ts'
import { referencesOf } from '../images/images.rules.ts'
import { buildImage, pushImage, type StoredImage } from '../images/images.ts'
import type { BuiltImage } from '../report/report.ts'
import { dockerCommand } from './docker-command.ts'
import type { BuildRequest, Home } from './requests.ts'
import { openSwarm } from './swarm.ts'

/**
 * Builds the images and pushes them. In a cluster of ours the first manager's engine builds: its nodes' engines
 * are the ones that know the cluster's registry and mirror. Not pushed, an image has the digest of its config.
 *
 * @throws `input`, `build-failed`, `push-failed`, and what `openSwarm` throws
 */
export async function build(request: BuildRequest, home: Home, fx: Effects): Promise<BuiltImage[]> {
  const named = request.images.map(image => ({
    ...image,
    tags: referencesOf(request, image.name, request.tags)
  }))
  const swarm = await openSwarm(request.target, home, fx, { isSwarmNeeded: false })
  try {
    const docker = await dockerCommand(swarm.dockerConfigDir, home, fx)
    const socketPath = swarm.manager.socketPath
    const done: BuiltImage[] = []
    // One after the other: they share the engine's two cores, and the log.
    for (const image of named) {
      const stored = await buildImage({ docker, socketPath, buildArgs: request.buildArgs, ...image }, fx)
      done.push(
        request.isPushed
          ? await pushImage(
              { docker, socketPath, retries: request.pushRetries, name: image.name, image: stored },
              fx
            )
          : builtOnly(image.name, stored)
      )
    }
    return done
  } finally {
    await swarm.close()
  }
}

function builtOnly(name: string, { id, tags, sizeBytes, durationMs }: StoredImage): BuiltImage {
  return { name, reference: tags[0] ?? '', digest: id, sizeBytes, durationMs }
}
