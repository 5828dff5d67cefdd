import { but, type Called, input, type Values } from './input.ts'
import { flag, list, listOf, matching, pairs, wholeNumber } from './kinds.ts'
import { loginInputs, targetInputs, targetOptions } from './target.ts'

/** An image by its name, with the folder of its sources and its Dockerfile's path in there. */
export type GivenImage = { name: string; folder: string; dockerfile: string }

const imageOf = (entry: string): GivenImage | undefined => {
  const [, name, folder, dockerfile] = /^([a-z0-9][a-z0-9._-]*)=([^,]+)(?:,(.+))?$/.exec(entry) ?? []
  return name && folder ? { name, folder, dockerfile: dockerfile ?? 'Dockerfile' } : undefined
}

const common = {
  images: input(
    listOf('name=folder[,dockerfile]', 'NAME=FOLDER or NAME=FOLDER,DOCKERFILE', imageOf),
    'image to build'
  ),
  namespace: input(
    matching(
      'name',
      /^(?:[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*)?$/i,
      'letters and digits, with . _ / - between them'
    ),
    "what follows the registry in an image's name, such as a user or an organisation",
    { fallback: 'swarmline', more: 'Capitals become small letters, as registries require.' }
  ),
  prefix: input(
    matching('text', /^(?:[a-z0-9][a-z0-9._-]*)?$/, 'lower-case letters, digits and . _ -'),
    "put before each image's name"
  ),
  tags: input(list('tag'), 'tag of every image', {
    fallback: 'latest',
    more: 'The `tags` of docker/metadata-action are accepted as well.'
  }),
  buildArgs: input(pairs(), 'build argument', {
    more: 'Build arguments are visible in the image: give no secrets.'
  }),
  push: input(flag, 'push the images', { fallback: 'true', more: '`false` only builds.' }),
  pushRetries: input(
    wholeNumber(0, 20),
    'how often to try a push again that fails because the registry is busy or the connection breaks',
    {
      fallback: '4',
      more: 'That is 429, whose Retry-After is honoured, and 5xx. A refusal (401, 403, 404) is final.'
    }
  )
}
/** What a build of the workload, which the command line takes for granted, has of its own. */
export const buildOptions = {
  ...targetOptions,
  ...common,
  images: but(common.images, { fallback: 'backend=./backend\nredis=./redis' }),
  registry: but(loginInputs.registry, { about: 'registry to push to', fallback: '10.79.0.5:5000' }),
  prefix: but(common.prefix, { fallback: 'docker-swarm-workshop-' }),
  push: but(common.push, { about: 'do not push the images' })
}
export const buildInputs = {
  ...targetInputs,
  cluster: but(targetInputs.cluster, { more: 'Its engine builds, and its registry receives.' }),
  dockerHost: but(targetInputs.dockerHost, {
    about: 'DOCKER_HOST of the engine that builds, when `cluster` is not given',
    more: "The runner's own by default."
  }),
  ...common,
  images: but(common.images, { isRequired: true }),
  ...loginInputs,
  registry: but(loginInputs.registry, {
    about: 'host name of the registry',
    more: "By default the cluster's own, or Docker Hub without a cluster."
  })
}

/** What docker accepts as a tag. */
const TAG = /^\w[\w.-]{0,127}$/
/** The tag of a whole reference, such as docker/metadata-action gives; a tag alone is one already. */
export const tagOf = (reference: string): string => /^\S+\/[^/:]+:([^/:]+)$/.exec(reference)?.[1] ?? reference

type Built = Pick<Values<typeof common>, 'images' | 'tags' | 'prefix'>

export function buildFaults({ images, tags, prefix }: Built, called: Called): string[] {
  const isOfImages = (reference: string): boolean => {
    const [, name] = /\/([^/:]+):[^/:]+$/.exec(reference) ?? []
    return name === undefined || images.some(image => `${prefix}${image.name}` === name)
  }
  const wrong = tags.filter(tag => !TAG.test(tagOf(tag)))
  const foreign = tags.filter(tag => TAG.test(tagOf(tag)) && !isOfImages(tag))
  return [
    ...(images.length === 0 ? [`${called('images')} is empty: give NAME=FOLDER`] : []),
    ...(tags.length === 0 ? [`${called('tags')} is empty: give at least one`] : []),
    ...wrong.map(tag => `${called('tags')} takes letters, digits, _ . and -, not “${tag}”`),
    ...foreign.map(tag => `${called('tags')} names ${tag}, which is not an image of this build`)
  ]
}
