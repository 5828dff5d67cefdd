import type { Effects } from '../effects/effects.ts'
import { buildImages, pushImage, type StoredImage, testImages } from '../images/images.ts'
import type { BuiltImage } from '../report/report.ts'
import { dockerCommand } from './docker-command.ts'
import { planImages } from './plan-images.ts'
import type { BuildRequest, Home } from './requests.ts'
import { stampImages } from './stamp-images.ts'
import { openSwarm } from './swarm.ts'

/** With every reference that it has. */
export type TaggedImage = BuiltImage & { tags: readonly string[] }

/**
 * Builds the images, tests them if asked to, and pushes them: only when all have passed. In a cluster of ours the first manager's engine builds: its nodes' engines
 * are the ones that know the cluster's registry and mirror. Not pushed, an image has the digest of its config.
 *
 * @throws `input`, `build-failed`, `push-failed`, `verify-failed` when the test fails, and what `openSwarm` throws
 */
export async function build(request: BuildRequest, home: Home, fx: Effects): Promise<TaggedImage[]> {
  const { images, secrets } = await planImages(request, home, fx)
  const plan = { images: await stampImages(images, fx), secrets }
  const swarm = await openSwarm(request.target, home, fx, { isSwarmNeeded: false })
  try {
    const docker = await dockerCommand(swarm.dockerConfigDir, home, fx)
    const socketPath = swarm.manager.socketPath
    const stored = await buildImages({ docker, socketPath, ...plan }, fx)
    if (request.test !== undefined)
      await testImages({ docker, socketPath, file: request.test, images: stored }, fx)
    if (!request.isPushed) return stored.map(builtOnly)
    const pushed: TaggedImage[] = []
    // One after the other: layers that several images share are sent once.
    for (const image of stored)
      pushed.push({
        ...(await pushImage({ docker, socketPath, retries: request.pushRetries, image }, fx)),
        tags: image.tags
      })
    return pushed
  } finally {
    await swarm.close()
  }
}

function builtOnly({ name, id, tags, sizeBytes, durationMs }: StoredImage): TaggedImage {
  return { name, tags, reference: tags[0] ?? '', digest: id, sizeBytes, durationMs }
}
