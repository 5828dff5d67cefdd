import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import type { Effects } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import type { LocalBlob, LocalImage } from '../local-image.ts'
import {
  connectRegistry,
  type RegistryAnswer,
  type RegistryConnection,
  type RegistryEndpoint,
  type RegistryLogin
} from './registry-connection.ts'
import { refusalByRegistry } from './registry-refusal.rules.ts'

const MIB = 1024 * 1024

/**
 * Pushes an image to `repository:tag` of a registry, without an engine. Blobs that are there are not sent again.
 *
 * @param repository without the registry: `library/redis`
 * @returns the manifest's digest, as the registry keeps it
 * @throws `push-failed` when the registry refuses or does not answer; `disk-full` when its disk is
 */
export async function pushImage(
  registry: { endpoint: RegistryEndpoint; login: RegistryLogin | undefined },
  image: LocalImage,
  repository: string,
  tag: string,
  fx: Pick<Effects, 'log' | 'signal'>
): Promise<string> {
  const connection = connectRegistry(registry.endpoint, registry.login, fx.signal)
  const to: Target = { connection, repository, username: registry.login?.username }
  try {
    return await fx.log.step(`Push ${repository}:${tag}`, async update => {
      for (const layer of image.layers) await pushBlob(to, layer, update)
      await pushBlob(to, image.config, update)
      return await pushManifest(to, image, tag)
    })
  } finally {
    connection.close()
  }
}

type Target = { connection: RegistryConnection; repository: string; username: string | undefined }

async function pushBlob(to: Target, blob: LocalBlob, update: (detail: string) => void): Promise<void> {
  const { connection, repository } = to
  const seen = await connection.send({ method: 'HEAD', path: `/v2/${repository}/blobs/${blob.digest}` })
  if (seen.status === 200) return
  if (seen.status !== 404) throw refusal(to, seen)
  const opened = await connection.send({ method: 'POST', path: `/v2/${repository}/blobs/uploads/` })
  if (opened.status !== 202) throw refusal(to, opened)
  const location = opened.headers.location ?? ''
  if (!URL.canParse(location, `http://${connection.title}`)) throw refusal(to, opened)
  const upload = new URL(location, `http://${connection.title}`)
  upload.searchParams.set('digest', blob.digest)
  const stored = await connection.send({
    method: 'PUT',
    path: upload.href,
    headers: { 'content-type': 'application/octet-stream', 'content-length': blob.sizeBytes },
    body: () => counted(blob, update)
  })
  if (stored.status !== 201) throw refusal(to, stored)
}

/** The blob's bytes; tells how far they have come, a mebibyte at a time. */
function counted(blob: LocalBlob, update: (detail: string) => void): PassThrough {
  const through = new PassThrough()
  let sentBytes = 0
  let shownMib = -1
  through.on('data', (chunk: Buffer) => {
    sentBytes += chunk.length
    const mib = Math.floor(sentBytes / MIB)
    if (mib === shownMib) return
    shownMib = mib
    update(`${mib} of ${Math.ceil(blob.sizeBytes / MIB)} MiB`)
  })
  const file = createReadStream(blob.path, { highWaterMark: MIB })
  file.on('error', error => through.destroy(error))
  through.on('close', () => file.destroy())
  return file.pipe(through)
}

async function pushManifest(to: Target, image: LocalImage, tag: string): Promise<string> {
  const body = await readFile(image.manifest.path, 'utf8')
  const answer = await to.connection.send({
    method: 'PUT',
    path: `/v2/${to.repository}/manifests/${tag}`,
    headers: { 'content-type': image.manifest.mediaType },
    body
  })
  if (answer.status !== 201) throw refusal(to, answer)
  const digest = answer.headers['docker-content-digest']
  if (digest !== image.digest)
    throw new SwarmlineError(
      'push-failed',
      `the registry keeps ${to.repository}:${tag} as ${digest}, not ${image.digest}`
    )
  return image.digest
}

function refusal(to: Target, answer: RegistryAnswer): SwarmlineError {
  return refusalByRegistry({
    ...answer,
    registry: to.connection.title,
    repository: to.repository,
    username: to.username
  })
}
