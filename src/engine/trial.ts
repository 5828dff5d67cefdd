import { randomBytes } from 'node:crypto'
import { EngineAnswerError, type EngineClient } from '../docker/client.ts'
import { importImage } from '../docker/import-image.ts'
import type { Engine } from './engine-state.ts'
import { LOOKED_AT, type Look } from './kernel.ts'

/**
 * Learns about an engine's machine through its API alone, so that it works for a remote engine as well and needs
 * no image: a container of an empty image is created with folders of the machine mounted, and never runs.
 * `exists` asks for the state of paths in it; `privileges` tries to start it and reads the refusal.
 * Everything made is removed again.
 */
export async function withTrialContainer<T>(
  client: EngineClient,
  signal: AbortSignal,
  work: (trial: { exists: Look; privileges: () => Promise<Engine['privileges']> }) => Promise<T>
): Promise<T> {
  const name = `swarmline-trial-${randomBytes(4).toString('hex')}`
  const image = `${name}:latest`
  try {
    await importImage(client, image, [], { signal })
    await client.json('POST', '/containers/create', {
      query: { name },
      body: {
        Image: image,
        Entrypoint: [NO_PROGRAM],
        HostConfig: {
          Privileged: true,
          NetworkMode: 'none',
          Binds: LOOKED_AT.map(folder => `${folder}:/machine${folder}:ro`)
        }
      },
      signal
    })
    return await work({
      exists: path => exists(client, name, path, signal),
      privileges: () => tryPrivileged(client, name, signal)
    })
  } finally {
    // Without the signal: what was made goes also when the user gave up.
    await client
      .json('DELETE', `/containers/${name}`, { query: { force: true, v: true } })
      .catch(() => undefined)
    await client.json('DELETE', `/images/${image}`, { query: { force: true } }).catch(() => undefined)
  }
}

const NO_PROGRAM = '/there-is-no-program'

async function exists(
  client: EngineClient,
  name: string,
  path: string,
  signal: AbortSignal
): Promise<boolean> {
  try {
    const answer = await client.stream('HEAD', `/containers/${name}/archive`, {
      query: { path: `/machine${path}` },
      signal
    })
    answer.resume()
    return true
  } catch (error) {
    if (error instanceof EngineAnswerError) return false
    throw error
  }
}

/**
 * The runtime applies capabilities before it looks for the program: where it may not, its refusal says so, else
 * the missing program is what it complains of.
 */
async function tryPrivileged(
  client: EngineClient,
  name: string,
  signal: AbortSignal
): Promise<Engine['privileges']> {
  try {
    await client.json('POST', `/containers/${name}/start`, { signal })
    return 'privileged'
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error
    return /unable to apply caps|applying caps|capabilit/i.test(error.message) ? 'caps' : 'privileged'
  }
}
