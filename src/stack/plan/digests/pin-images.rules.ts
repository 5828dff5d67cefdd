import { SwarmlineError } from '../../../errors.ts'
import { mapServices, serviceEntries, text } from '../../read/read.rules.ts'
import type { Model } from '../../read/read.ts'
import type { Platform } from './platforms.rules.ts'
import { familiar, isPinned } from './reference.rules.ts'

/**
 * What is known of an image: its digest and, where a registry was asked, its platforms; or the registry's (the engine's)
 * own words why there is none.
 */
export type DigestAnswer = { digest: string; platforms?: readonly Platform[] } | { why: string }

export type PinPolicy = {
  /** `warn`: for engines that have the images and no registry; such images stay as they are. */
  unresolved: 'refuse' | 'warn'
  /** Where a service names its image: `docker-compose.yml:12`. */
  placeOf?: (service: string) => string | undefined
}

export type UnpinnedImage = { image: string; services: string[]; why: string }

/** The images without a digest, each once, in the order of the services. */
export const imagesToResolve = (model: Model): string[] => [
  ...new Set(
    serviceEntries(model)
      .map(([, { image }]) => text(image))
      .filter(image => image !== '' && !isPinned(image))
  )
]

/**
 * Names every image by `name:tag@sha256:…`: the tag stays for people, and the digest is what nodes pull. An image
 * that has a digest stays as it is.
 *
 * @param digests image reference → what is known of it. Different spellings of one name (`redis`,
 *   `docker.io/library/redis:latest`) are one image.
 * @throws `deploy-failed`: every image whose digest is not known, the services and the lines that name it, and
 *   why; unless the policy says `warn`
 */
export function pinImages(
  model: Model,
  digests: Readonly<Record<string, DigestAnswer>>,
  policy: PinPolicy
): { model: Model; unpinned: UnpinnedImage[] } {
  const known = new Map(Object.entries(digests).map(([image, answer]) => [familiar(image), answer]))
  const unpinned = new Map<string, UnpinnedImage>()
  const pinned = mapServices(model, (service, name) => {
    const image = text(service.image)
    if (image === '' || isPinned(image)) return service
    const answer = known.get(familiar(image)) ?? { why: 'no registry was asked for it' }
    if ('digest' in answer) return { ...service, image: `${image}@${answer.digest}` }
    const missing = unpinned.get(image) ?? { image, services: [], why: answer.why }
    unpinned.set(image, { ...missing, services: [...missing.services, name] })
    return service
  })
  const missing = [...unpinned.values()]
  if (missing.length > 0 && policy.unresolved === 'refuse') throw refused(missing, policy)
  return { model: pinned, unpinned: missing }
}

function refused(missing: readonly UnpinnedImage[], { placeOf }: PinPolicy): SwarmlineError {
  const faults = missing.map(({ image, services, why }) => {
    const places = services.flatMap(service => placeOf?.(service) ?? [])
    const where = places.length > 0 ? `${places.join(', ')}: ` : ''
    return `${where}the digest of ${image} (${services.join(', ')}) is not known: ${why}`
  })
  return new SwarmlineError('deploy-failed', faults.join('; '), {
    hint:
      'push the image and log in to its registry, write name:tag@sha256:… in the stack file, or allow images ' +
      'without a digest where every node has them already'
  })
}
