import path from 'node:path'
import { buildFaults, buildInputs, tagOf } from '../inputs/build.ts'
import { inputName, type Values } from '../inputs/input.ts'
import { loginFaults, twoSwarms, wayFaults } from '../inputs/target.ts'
import type { BuiltImage } from '../report/report.ts'
import type { BuildRequest, SwarmTarget } from '../usecases/requests.ts'
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
  where: { target: SwarmTarget; registry: string; workspace: string }
): BuildRequest {
  const { target, registry, workspace } = where
  const { prefix, buildArgs, push, pushRetries } = values
  const namespace = values.namespace.toLowerCase()
  const tags = [...new Set(values.tags.map(tagOf))]
  return {
    target,
    images: imagesOf(values, workspace),
    ...{ registry, namespace, prefix, tags, buildArgs, pushRetries },
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
export function buildPushOutputs(images: readonly BuiltImage[], isPushed: boolean): Record<string, string> {
  const record = (text: (image: BuiltImage) => string): string =>
    JSON.stringify(Object.fromEntries(images.map(image => [image.name, text(image)])))
  return {
    images: record(({ reference, digest }) => (isPushed ? `${reference}@${digest}` : reference)),
    digests: isPushed ? record(({ digest }) => digest) : '{}'
  }
}
