import { connectEngine, type EngineClient } from '../docker/client.ts'
import type { DockerCommand } from '../docker/command.ts'
import { SwarmlineError } from '../errors.ts'
import type { ImageEffects, StoredImage } from './build.ts'
import { pushTag, type TagPush } from './push-tag.ts'
import { parseReference } from './references.rules.ts'
import { servedDigest } from './served-digest.ts'

/** An image as the registry holds it. */
export type PushedImage = {
  name: string
  reference: string
  /** `sha256:…` of the manifest. */
  digest: string
  sizeBytes: number
  /** Of building and pushing. */
  durationMs: number
}

export type PushSpec = TagPush & { image: StoredImage }

/**
 * Pushes every tag of an image. The digest is the engine's record of what the registry took (RepoDigests), and
 * where the registry answers, it must name the same one.
 *
 * @throws `push-failed`.
 */
export async function pushImage(spec: PushSpec, fx: ImageEffects): Promise<PushedImage> {
  const startedAt = fx.clock.now()
  const { name } = spec.image
  const [reference] = spec.image.tags
  if (!reference) throw new SwarmlineError('input', `${name} has no tag to push`)
  await fx.log.step(`Push ${name}`, async update => {
    for (const tag of spec.image.tags) await pushTag(spec, tag, fx, update)
  })
  const client = connectEngine(spec.socketPath)
  try {
    const digest = await digestOf(client, spec.docker, reference, fx)
    const durationMs = spec.image.durationMs + fx.clock.now() - startedAt
    return { name, reference, digest, sizeBytes: spec.image.sizeBytes, durationMs }
  } finally {
    client.close()
  }
}

async function digestOf(
  client: EngineClient,
  docker: DockerCommand,
  reference: string,
  fx: ImageEffects
): Promise<string> {
  const image = await client.json<{ RepoDigests?: string[] | null }>('GET', `/images/${reference}/json`, {
    signal: fx.signal
  })
  const recorded = digestsOf(image.RepoDigests ?? [], reference)
  const served = await servedDigest(client, docker.configDir, reference, fx)
  if (served === undefined) {
    const last = recorded.at(-1)
    if (last) return last
    throw new SwarmlineError('push-failed', `the engine has no digest for ${reference}`, {
      hint: 'push it again'
    })
  }
  if (recorded.length > 0 && !recorded.includes(served))
    throw new SwarmlineError('push-failed', `the registry serves another ${reference} than the one pushed`, {
      hint: 'somebody else pushed the same tag at the same time: use a separate tag for every run'
    })
  return served
}

/** The digests that the engine has on record for an image in the repository of `reference`. */
export function digestsOf(repoDigests: readonly string[], reference: string): string[] {
  const { domain, repository } = parseReference(reference)
  return repoDigests.flatMap(entry => {
    const known = parseReference(entry)
    return known.digest && known.domain === domain && known.repository === repository ? [known.digest] : []
  })
}
