import path from 'node:path'
import type { Effects } from '../effects/effects.ts'
import type { PlannedImage } from '../images/images.ts'

type GitEffects = Pick<Effects, 'exec' | 'log' | 'signal'>

/**
 * Images with the commit that last changed their context: as OCI labels, and as the time of everything that the build makes
 * (SOURCE_DATE_EPOCH), so that two builds of one commit can be one image. A commit that leaves the context alone leaves
 * the image as it is, and the service running. Nothing is said of a context with changes that are in no commit, and in a
 * shallow clone, which does not know.
 */
export function stampImages(images: readonly PlannedImage[], fx: GitEffects): Promise<PlannedImage[]> {
  return Promise.all(
    images.map(async image => {
      const commit = await commitOf(image.build.context, fx)
      return commit ? stamped(image, commit) : image
    })
  )
}

type Commit = { sha: string; epochS: number }

function stamped({ build, ...image }: PlannedImage, { sha, epochS }: Commit): PlannedImage {
  const labels = {
    'org.opencontainers.image.revision': sha,
    'org.opencontainers.image.created': new Date(epochS * 1000).toISOString()
  }
  return {
    ...image,
    build: {
      ...build,
      labels: { ...labels, ...build.labels },
      args: { SOURCE_DATE_EPOCH: String(epochS), ...build.args }
    }
  }
}

async function commitOf(context: string, fx: GitEffects): Promise<Commit | undefined> {
  if (!path.isAbsolute(context)) return undefined
  const git = async (...args: string[]): Promise<string> => {
    const options = { signal: fx.signal, timeoutMs: 10_000, env: { GIT_OPTIONAL_LOCKS: '0' } }
    return (await fx.exec('git', ['-C', context, ...args], options)).stdout.trim()
  }
  try {
    if ((await git('rev-parse', '--is-shallow-repository')) !== 'false') {
      fx.log.debug(
        `${context}: a shallow clone does not say which commit changed it: check out with fetch-depth: 0`
      )
      return undefined
    }
    if ((await git('status', '--porcelain', '--', '.')) !== '') return undefined
    const [, sha, epoch] =
      /^([0-9a-f]{40,64}) (\d+)$/.exec(await git('log', '-1', '--format=%H %ct', '--', '.')) ?? []
    return sha && epoch ? { sha, epochS: Number(epoch) } : undefined
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.debug(`git does not say which commit changed ${context}: ${String(error)}`)
    return undefined
  }
}
