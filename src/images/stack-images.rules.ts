import { isDeepStrictEqual } from 'node:util'
import { SwarmlineError } from '../errors.ts'
import type { BuildSection, PlannedImage } from './bake.rules.ts'
import { type ImageNaming, referencesOf } from './plan.rules.ts'
import { familiarReference, parseReference } from './references.rules.ts'

export type StackImages = { images: PlannedImage[]; secrets: Record<string, unknown> }

/** How images are called that the stack file does not name, and which tags all get besides. */
export type StackNaming = ImageNaming & { tags: readonly string[] }

/**
 * The images that a stack file says how to build: each service with a `build`. The service's own `image` is what a deploy
 * of the file looks for, so it comes first; `build.tags` and the given tags follow. Services that share an image are one.
 *
 * @param config as `docker compose config --format json` renders it, every dollar written twice
 * @throws `input` naming the service
 */
export function imagesOfStack(config: unknown, naming: StackNaming): StackImages {
  const { services, secrets } = record(withSingleDollars(config))
  const images: PlannedImage[] = []
  for (const [name, service] of Object.entries(record(services))) {
    const { build, image } = record(service)
    if (build === undefined || build === null) continue
    const planned = { name, ...plan(name, build as BuildSection, image, naming) }
    const same = images.find(({ tags }) => tags[0] === planned.tags[0])
    if (!same) images.push(planned)
    else if (!isDeepStrictEqual(same.build, planned.build))
      throw new SwarmlineError('input', `${same.name} and ${name} build ${same.tags[0]} in two ways`, {
        hint: 'give each an image of its own, or the same build section'
      })
  }
  if (images.length === 0)
    throw new SwarmlineError('input', 'no service of the stack file has a build section', {
      hint: 'add build: to a service, or give images'
    })
  return { images, secrets: mounted(images, record(secrets)) }
}

function plan(
  name: string,
  { tags: own, ...build }: BuildSection,
  image: unknown,
  naming: StackNaming
): Pick<PlannedImage, 'build' | 'tags'> {
  const more = Array.isArray(own) ? own.map(String) : []
  if (typeof image !== 'string') {
    const tags = naming.tags.length > 0 ? naming.tags : ['latest']
    return { build, tags: unique([...referencesOf(naming, name, tags), ...more]) }
  }
  const reference = parseReference(image)
  if (reference.digest !== undefined)
    throw new SwarmlineError('input', `${name}: the image ${image} has a digest, and is to be built`, {
      hint: 'give it a tag instead: what is built has a digest of its own'
    })
  const others = naming.tags.map(tag => familiarReference({ ...reference, tag }))
  return { build, tags: unique([familiarReference(reference), ...more, ...others]) }
}

/** Only secrets that a build mounts: one of the swarm's own (`external`) is none that a builder could read. */
function mounted(images: readonly PlannedImage[], all: Record<string, unknown>): Record<string, unknown> {
  const used = images.flatMap(({ build }) =>
    Array.isArray(build.secrets) ? build.secrets.map(each => String(record(each).source ?? each)) : []
  )
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.includes(name)))
}

function withSingleDollars(config: unknown): unknown {
  return JSON.parse(JSON.stringify(config ?? {}).replaceAll('$$', '$'))
}

const unique = (tags: readonly string[]): string[] => [...new Set(tags)]

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
