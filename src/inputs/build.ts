import { but, type Called, input, type Values } from './input.ts'
import { flag, list, listOf, matching, optional, pairs, text, wholeNumber } from './kinds.ts'
import { readingInputs } from './stack.ts'
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
  composeFiles: input(
    list('file'),
    'stack file whose `build:` sections say what to build; later ones override earlier ones',
    {
      more: 'Images have the names and tags that the file gives them, and those of `tags` besides.'
    }
  ),
  variables: but(readingInputs.variables, {
    more: 'The environment is not read.'
  }),
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
    more: 'The `tags` of docker/metadata-action are accepted as well.'
  }),
  buildArgs: input(pairs(), 'build argument', {
    more: 'Build arguments are visible in the image: give no secrets.'
  }),
  labels: input(pairs(), 'label of every image', {
    more: 'The `labels` of docker/metadata-action are accepted. One that changes with every run makes a new image, and a new rollout, of each.'
  }),
  test: input(optional(text('file')), 'compose file that tests the images before any is pushed', {
    more: 'It finds each as `${IMAGE_<NAME>}`. It passes when its service `sut` exits with 0 or, without one, when all services run and are healthy.'
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
  images: but(common.images, { about: "image to build; without any, the workload's two" }),
  variables: readingInputs.variables,
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
  tags: but(common.tags, {
    more:
      'By default from the event: `sha-<short>`, and the branch, with `latest` on the default branch, or `1.2.3`, `1.2` and `1` of ' +
      'a release, or `pr-<n>`. A stack file names its own. The `tags` of docker/metadata-action are accepted as well.'
  }),
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

type Built = Pick<Values<typeof common>, 'images' | 'composeFiles' | 'tags' | 'prefix'>

export function buildFaults({ images, composeFiles: files, tags, prefix }: Built, called: Called): string[] {
  const isOfImages = (reference: string): boolean => {
    // Which images a stack file has is not known yet.
    if (files.length > 0) return true
    const [, name] = /\/([^/:]+):[^/:]+$/.exec(reference) ?? []
    return name === undefined || images.some(image => `${prefix}${image.name}` === name)
  }
  const wrong = tags.filter(tag => !TAG.test(tagOf(tag)))
  const foreign = tags.filter(tag => TAG.test(tagOf(tag)) && !isOfImages(tag))
  return [
    ...(images.length > 0 && files.length > 0
      ? [`${called('images')} and ${called('composeFiles')} both say what to build: give one of them`]
      : []),
    ...wrong.map(tag => `${called('tags')} takes letters, digits, _ . and -, not “${tag}”`),
    ...foreign.map(tag => `${called('tags')} names ${tag}, which is not an image of this build`)
  ]
}
