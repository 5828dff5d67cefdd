import { serviceEntries, text } from '../../read/read.rules.ts'
import type { Model } from '../../read/read.ts'
import { type DigestAnswer, imagesToResolve } from './pin-images.rules.ts'
import type { KnownPlatforms, Platform } from './platforms.rules.ts'
import { familiar, isPinned, withoutDigest } from './reference.rules.ts'

const AT_ONCE = 8

/** Never throws for a registry that refuses: it answers in the registry's words. */
type Ask = (image: string) => Promise<DigestAnswer>

/**
 * The digest of every image of a model that has none: from what is known (the build's output), else from whoever
 * `ask` asks, once per image however many services and spellings name it. One moment for all: a tag that moves
 * in the middle of a deploy must not move the deploy.
 *
 * @param known reference → `sha256:…`
 */
export async function resolveImages(
  model: Model,
  known: Readonly<Record<string, string>>,
  ask: Ask
): Promise<Record<string, DigestAnswer>> {
  const byName = new Map(Object.entries(known).map(([image, digest]) => [familiar(image), digest]))
  const answers = new Map<string, DigestAnswer>()
  const waiting: string[] = []
  for (const image of new Set(imagesToResolve(model).map(familiar))) {
    const digest = byName.get(image)
    if (digest) answers.set(image, { digest })
    else waiting.push(image)
  }
  await askEach(waiting, ask, (image, answer) => void answers.set(image, answer))
  return Object.fromEntries(answers)
}

/**
 * For which nodes the images of a model are that have their digests, as docker's client will ask and write it in each
 * service. An image that was asked for its digest is not asked for again.
 *
 * @param answers what `resolveImages` gave
 * @returns nothing of an image whose registry does not answer
 */
export async function resolvePlatforms(
  model: Model,
  answers: Readonly<Record<string, DigestAnswer>>,
  ask: Ask
): Promise<KnownPlatforms> {
  const known = new Map<string, readonly Platform[]>()
  const waiting: string[] = []
  for (const image of new Set(serviceEntries(model).map(([, service]) => text(service.image)))) {
    if (!isPinned(image)) continue
    const answer = answers[familiar(withoutDigest(image))]
    if (answer && 'digest' in answer && answer.platforms && image.endsWith(`@${answer.digest}`))
      known.set(image, answer.platforms)
    else waiting.push(image)
  }
  await askEach(waiting, ask, (image, answer) => {
    if ('digest' in answer && answer.platforms) known.set(image, answer.platforms)
  })
  return known
}

/** @param images emptied on the way */
async function askEach(
  images: string[],
  ask: Ask,
  take: (image: string, answer: DigestAnswer) => void
): Promise<void> {
  const work = async (): Promise<void> => {
    for (let image = images.shift(); image !== undefined; image = images.shift())
      take(image, await ask(image))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
