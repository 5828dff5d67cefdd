import { randomBytes } from 'node:crypto'
import { EngineAnswerError, type EngineClient, isGone } from '../../docker/client.ts'
import { type PersistEffects, persist } from '../../docker/persist.ts'
import { lingering } from '../../effects/cleanup.ts'
import { type BookKind, OUR_LABEL } from '../../plain/labels.ts'

/** A config object as the engine gives it; times are the swarm leader's. */
export type ApiConfig = {
  ID: string
  Version: { Index: number }
  /** RFC 3339 with nanoseconds, UTC. */
  CreatedAt: string
  UpdatedAt: string
  /** `Data` is base64. */
  Spec: { Name: string; Labels?: Record<string, string> | null; Data?: string }
}

export type NewConfig = {
  name: string
  kind: BookKind
  labels: Readonly<Record<string, string>>
  /** At least one byte, and less than 1,024,000 of them (SwarmKit's control API, measured on engine 20.10). */
  data: string | Uint8Array
  /** Tells this making of it from every other; random unless the caller wants to know it. */
  token?: string
}

/** An engine that answers does so within this; for another one a cancelled run does not wait. */
const ANSWER_MS = 5_000

export const newToken = (): string => randomBytes(8).toString('hex')

/**
 * Makes a config object of ours. Its name is unique in the swarm, so of two who make it one wins. A cancellation does not
 * cut the making off: what was made is known, and can be removed.
 *
 * @returns its id; `undefined` when the name is taken by somebody else
 */
export async function createConfig(
  client: EngineClient,
  { name, kind, labels, data, token = newToken() }: NewConfig,
  fx: PersistEffects
): Promise<string | undefined> {
  const body = {
    Name: name,
    Labels: { ...labels, [OUR_LABEL.kind]: kind, [OUR_LABEL.token]: token },
    Data: Buffer.from(data).toString('base64')
  }
  return persist(async () => {
    try {
      const signal = lingering(fx.signal, ANSWER_MS)
      return (await client.json<{ ID: string }>('POST', '/configs/create', { body, signal })).ID
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 409) throw error
      // Ours all the same, if an earlier try came through and only its answer was lost.
      const found = await findConfig(client, name, fx)
      return found?.Spec.Labels?.[OUR_LABEL.token] === token ? found.ID : undefined
    }
  }, fx)
}

/** A config by name or id; `undefined` where there is none. */
export function findConfig(
  client: EngineClient,
  nameOrId: string,
  fx: PersistEffects
): Promise<ApiConfig | undefined> {
  return persist(
    () =>
      client
        .json<ApiConfig>('GET', `/configs/${encodeURIComponent(nameOrId)}`, { signal: fx.signal })
        .catch(unlessGone),
    fx
  )
}

/** All configs that carry a label (`name=value`). */
export async function listConfigs(
  client: EngineClient,
  label: string,
  fx: PersistEffects
): Promise<ApiConfig[]> {
  const query = { filters: JSON.stringify({ label: [label] }) }
  const ask = () => client.json<ApiConfig[] | null>('GET', '/configs', { query, signal: fx.signal })
  return (await persist(ask, fx)) ?? []
}

/** Changes labels of a config; all that can be changed of one. `false`: it is not there any more. */
export async function labelConfig(
  client: EngineClient,
  id: string,
  labels: Readonly<Record<string, string>>,
  fx: PersistEffects
): Promise<boolean> {
  return persist(async () => {
    const config = await client
      .json<ApiConfig>('GET', `/configs/${id}`, { signal: fx.signal })
      .catch(unlessGone)
    if (!config) return false
    await client.json('POST', `/configs/${id}/update`, {
      query: { version: config.Version.Index },
      body: { ...config.Spec, Labels: { ...config.Spec.Labels, ...labels } },
      signal: fx.signal
    })
    return true
  }, fx)
}

/** Removes a config by its id; one that is gone is removed already. */
export async function removeConfig(client: EngineClient, id: string, fx: PersistEffects): Promise<void> {
  await persist(
    () => client.json<undefined>('DELETE', `/configs/${id}`, { signal: fx.signal }).catch(unlessGone),
    fx
  )
}

function unlessGone(error: unknown): undefined {
  if (isGone(error)) return undefined
  throw error
}
