import path from 'node:path'
import type { BuiltImage } from '../report/run-report.ts'
import type { BuildRequest, SwarmTarget } from '../usecases/requests.ts'
import { entries, flag, lines, matching, pairs, type Values } from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { loginFaults, loginInputs, targetInputs, wayFaults } from './target.rules.ts'

/** What docker accepts as a tag. */
const TAG = /^\w[\w.-]{0,127}$/

const inputs = {
  ...targetInputs,
  ...loginInputs,
  images: entries('images', 'NAME=FOLDER or NAME=FOLDER,DOCKERFILE', line => {
    const [, name, folder, dockerfile] = /^([a-z0-9][a-z0-9._-]*)=([^,]+)(?:,(.+))?$/.exec(line) ?? []
    return name && folder ? [name, { folder, dockerfile: dockerfile ?? 'Dockerfile' }] : undefined
  }),
  // The owner of a repository may have capitals, which no registry has: `github.repository_owner` is taken as it is.
  namespace: matching('namespace', /^(?:[a-z0-9][a-z0-9._/-]*)?$/i, 'letters, digits and . _ / -'),
  prefix: matching('prefix', /^(?:[a-z0-9][a-z0-9._-]*)?$/, 'lower-case letters, digits and . _ -'),
  tags: lines('tags'),
  buildArgs: pairs('build-args'),
  push: flag('push')
}
export type BuildPushValues = Values<typeof inputs>

export const buildPushForm: Form<typeof inputs> = {
  inputs,
  faultsOf: values => {
    const { cluster, dockerHost, images, tags } = values
    const wrong = tags.filter(tag => !TAG.test(tagOf(tag)))
    const foreign = tags.filter(tag => TAG.test(tagOf(tag)) && !isOfImages(tag, values))
    return [
      ...(Object.keys(images).length === 0 ? ['images is empty: give NAME=FOLDER lines'] : []),
      ...(tags.length === 0 ? ['tags is empty: give at least one'] : []),
      ...wrong.map(tag => `tags takes one tag on each line, not “${tag}”`),
      ...foreign.map(tag => `tags names ${tag}, which is none of the images of this step`),
      ...(cluster && dockerHost ? ['cluster and docker-host name two engines: give one'] : []),
      ...wayFaults(values),
      ...loginFaults(values, values)
    ]
  }
}

/** The tag of a whole reference, such as docker/metadata-action gives; a tag alone is one already. */
const tagOf = (text: string): string => /^\S+\/[^/:]+:([^/:]+)$/.exec(text)?.[1] ?? text

/** Whether a whole reference ends with the name of an image that is built here. */
function isOfImages(text: string, { images, prefix }: Pick<BuildPushValues, 'images' | 'prefix'>): boolean {
  const [, name] = /\/([^/:]+):[^/:]+$/.exec(text) ?? []
  return name === undefined || Object.keys(images).some(each => `${prefix}${each}` === name)
}

export function buildRequest(
  values: BuildPushValues,
  where: { target: SwarmTarget; registry: string; workspace: string }
): BuildRequest {
  const { target, registry, workspace } = where
  const { prefix, buildArgs, push } = values
  const namespace = values.namespace.toLowerCase()
  const tags = [...new Set(values.tags.map(tagOf))]
  return {
    target,
    images: Object.entries(values.images).map(([name, { folder, dockerfile }]) => ({
      name,
      context: path.resolve(workspace, folder),
      dockerfile: path.resolve(workspace, folder, dockerfile)
    })),
    ...{ registry, namespace, prefix, tags, buildArgs },
    isPushed: push
  }
}

/** An image that was not pushed has no digest by which a registry would know it. */
export function buildPushOutputs(images: readonly BuiltImage[], isPushed: boolean): Record<string, string> {
  const record = (text: (image: BuiltImage) => string): string =>
    JSON.stringify(Object.fromEntries(images.map(image => [image.name, text(image)])))
  return {
    images: record(({ reference, digest }) => (isPushed ? `${reference}@${digest}` : reference)),
    digests: isPushed ? record(({ digest }) => digest) : '{}'
  }
}
