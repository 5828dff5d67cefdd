import path from 'node:path'
import { buildFaults, buildInputs, tagOf } from '../inputs/build.ts'
import { inputName, type Values } from '../inputs/input.ts'
import { loginFaults, twoSwarms, wayFaults } from '../inputs/target.ts'
import type { TaggedImage } from '../usecases/build.ts'
import type { BuildRequest, SwarmTarget } from '../usecases/requests.ts'
import { type EventFacts, eventTags } from './event-tags.rules.ts'
import type { Form } from './read-inputs.ts'

export type BuildPushValues = Values<typeof buildInputs>

export const buildPushForm: Form<typeof buildInputs> = {
  inputs: buildInputs,
  faultsOf: values => [
    ...(values.images.length === 0 && values.composeFiles.length === 0
      ? ['images is empty: give NAME=FOLDER, or give compose-files']
      : []),
    ...buildFaults(values, inputName),
    ...twoSwarms(values, inputName),
    ...wayFaults(values, inputName),
    ...loginFaults(values, values)
  ]
}

export function buildRequest(
  values: BuildPushValues,
  where: { target: SwarmTarget; registry: string; workspace: string; event: EventFacts }
): BuildRequest {
  const { target, registry, workspace, event } = where
  const { prefix, buildArgs, labels, test, push, pushRetries } = values
  const namespace = values.namespace.toLowerCase()
  const fromEvent = [
    // A stack file names its images itself, with their tags.
    ...(values.composeFiles.length > 0 ? [] : eventTags(event)),
    // In a registry that is the cluster's own nobody else looks for it.
    ...(values.composeFiles.length === 0 && target.kind === 'cluster' ? ['latest'] : [])
  ]
  const tags = [...new Set(values.tags.length > 0 ? values.tags.map(tagOf) : fromEvent)]
  return {
    target,
    images: imagesOf(values, workspace),
    ...{ registry, namespace, prefix, tags, buildArgs, labels, pushRetries },
    test: test === undefined ? undefined : path.resolve(workspace, test),
    isPushed: push
  }
}

function imagesOf(
  { images, composeFiles, variables }: BuildPushValues,
  workspace: string
): BuildRequest['images'] {
  if (composeFiles.length > 0)
    return { composeFiles: composeFiles.map(file => path.resolve(workspace, file)), variables }
  return images.map(({ name, folder, dockerfile }) => ({
    name,
    context: path.resolve(workspace, folder),
    dockerfile: path.resolve(workspace, folder, dockerfile)
  }))
}

/** An image that was not pushed has no digest by which a registry would know it. */
export function buildPushOutputs(images: readonly TaggedImage[], isPushed: boolean): Record<string, string> {
  const record = (text: (image: TaggedImage) => string): string =>
    JSON.stringify(Object.fromEntries(images.map(image => [image.name, text(image)])))
  return {
    images: record(({ reference, digest }) => (isPushed ? `${reference}@${digest}` : reference)),
    digests: isPushed ? record(({ digest }) => digest) : '{}',
    tags: JSON.stringify(Object.fromEntries(images.map(({ name, tags }) => [name, tags]))),
    metadata: isPushed ? metadataOf(images) : '{}'
  }
}

/** In the form of the `metadata` that docker/bake-action gives. */
function metadataOf(images: readonly TaggedImage[]): string {
  const entries = images.map(({ name, tags, digest }) => [
    name,
    { 'image.name': tags.join(','), 'containerimage.digest': digest }
  ])
  return JSON.stringify(Object.fromEntries(entries))
}
