import type { Model } from '../../read/read.ts'
import { type DigestAnswer, imagesToResolve } from './pin-images.rules.ts'
import { familiar } from './reference.rules.ts'

const AT_ONCE = 8

/**
 * The digest of every image of a model that has none: from what is known (the build's output), else from whoever
 * `ask` asks, once per image however many services and spellings name it. One moment for all: a tag that moves
 * in the middle of a deploy must not move the deploy.
 *
 * @param known reference → `sha256:…`
 * @param ask never throws for a registry that refuses: it answers in the registry's words
 */
export async function resolveImages(
  model: Model,
  known: Readonly<Record<string, string>>,
  ask: (image: string) => Promise<DigestAnswer>
): Promise<Record<string, DigestAnswer>> {
  const byName = new Map(Object.entries(known).map(([image, digest]) => [familiar(image), digest]))
  const answers = new Map<string, DigestAnswer>()
  const waiting: string[] = []
  for (const image of new Set(imagesToResolve(model).map(familiar))) {
    const digest = byName.get(image)
    if (digest) answers.set(image, { digest })
    else waiting.push(image)
  }
  const work = async (): Promise<void> => {
    for (let image = waiting.shift(); image !== undefined; image = waiting.shift())
      answers.set(image, await ask(image))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return Object.fromEntries(answers)
}
