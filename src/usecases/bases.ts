import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import { basesOfDockerfile, formatReference, HUB, parseReference } from '../images/images.rules.ts'
import { readComposeFile } from '../stack/read/read.ts'
import type { UpRequest } from './requests.ts'

/**
 * The images of docker.io that a run will ask for: what the Dockerfiles start from, and what the stack names by
 * itself. An image whose name holds a variable is one that the run builds.
 *
 * @throws `input` for a file that cannot be read, with its line
 */
export async function neededBases(
  request: Pick<UpRequest, 'buildContexts' | 'composeFiles'>
): Promise<string[]> {
  const found = await Promise.all([
    ...request.buildContexts.map(async context => basesOfDockerfile(await dockerfileIn(context))),
    ...request.composeFiles.map(imagesOf)
  ])
  const ofHub = found.flat().filter(reference => parseReference(reference).domain === HUB)
  const byName = new Map(ofHub.map(reference => [formatReference(parseReference(reference)), reference]))
  return [...byName.values()].sort()
}

async function dockerfileIn(context: string): Promise<string> {
  const file = path.join(context, 'Dockerfile')
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SwarmlineError('input', `${file} cannot be read`, {
      hint: 'name a folder with a Dockerfile: --build-context FOLDER',
      cause
    })
  })
}

async function imagesOf(file: string): Promise<string[]> {
  const model = (await readComposeFile(file)).yaml.plain() as { services?: Record<string, unknown> } | null
  return Object.values(model?.services ?? {}).flatMap(service => {
    const image = (service as { image?: unknown } | null)?.image
    return typeof image === 'string' && !image.includes('$') ? [image] : []
  })
}
