import type { Effects } from '../effects/effects.ts'
import { parseReference } from '../images/images.rules.ts'
import { ensureStandIns, fetchOfficial, isUpstreamReachable, type LocalImage } from '../images/images.ts'

/** Where docker.io's images are asked for. */
const UPSTREAM = 'https://registry-1.docker.io'
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' }

/** `isOffline`: docker.io does not answer, so an image that is not here cannot be had. */
export type BaseImages = { images: LocalImage[]; isOffline: boolean }

/**
 * An image for every reference, on this disk: the official ones where docker.io answers, stand-ins from Debian
 * packages where it does not.
 *
 * @throws `not-found` for an image that cannot be had; what `ensureStandIns` and `fetchOfficial` throw
 */
export async function baseImages(
  request: { references: readonly string[]; suite: string; cacheDir: string; upstream?: string },
  fx: Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>
): Promise<BaseImages> {
  const upstream = request.upstream ?? UPSTREAM
  if (!(await isUpstreamReachable(upstream, fx.signal)))
    return { images: await ensureStandIns(request, fx), isOffline: true }
  const architecture = ARCHITECTURES[process.arch] ?? process.arch
  const place = { cacheDir: request.cacheDir, upstream, architecture }
  const images: LocalImage[] = []
  for (const reference of request.references) {
    const { repository, tag, digest } = parseReference(reference)
    const name = digest ?? tag ?? 'latest'
    images.push(
      await fx.log.step(`Fetch ${reference}`, update =>
        fetchOfficial({ reference, repository, tag: name }, place, fx, update)
      )
    )
  }
  return { images, isOffline: false }
}
