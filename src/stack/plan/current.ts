import { EngineAnswerError, type EngineClient } from '../../docker/client.ts'
import { type PersistEffects, persist } from '../../docker/persist.ts'
import type { ApiNetwork, ApiService, ApiServiceSpec, ApiVersion } from '../../docker/types.ts'
import { isBook } from '../../plain/labels.ts'
import { ofStack } from './stack-objects.ts'
import { namesOf, type SpecNames } from './view-of-spec.rules.ts'

export type CurrentNetwork = ApiNetwork & {
  Internal?: boolean
  Attachable?: boolean
  Options?: Record<string, string> | null
  IPAM?: { Driver?: string; Config?: { Subnet?: string }[] | null } | null
}

type Named = { ID: string; Spec: { Name: string; Labels?: Record<string, string> | null } }

/** What the swarm has of a stack before a deploy. */
export type CurrentStack = {
  services: ApiService[]
  /** All networks of the swarm: services may use those of others. */
  networks: CurrentNetwork[]
  secrets: Named[]
  configs: Named[]
  /** `1.44`; engines before it know no `start_interval`. */
  apiVersion: string
}

/** The names of what specs have by id; of what is gone there is none. Errors: those of the engine client. */
export function readNames(
  client: EngineClient,
  specs: readonly ApiServiceSpec[],
  fx: PersistEffects
): Promise<SpecNames> {
  return persist(async () => {
    const list = async <T>(path: string): Promise<T[]> =>
      (await client.json<T[] | null>('GET', path, { signal: fx.signal })) ?? []
    const [networks, configs] = await Promise.all([
      list<CurrentNetwork>('/networks'),
      list<Named>('/configs')
    ])
    const foreign = await predefined(client, specs, networks, fx.signal)
    return namesOf({ networks: [...networks, ...foreign], configs })
  }, fx)
}

/** Reads a stack's live state: five requests. Errors: those of the engine client. */
export async function readCurrent(
  client: EngineClient,
  stack: string,
  signal: AbortSignal
): Promise<CurrentStack> {
  const list = async <T>(path: string, query?: Record<string, string>): Promise<T[]> =>
    (await client.json<T[] | null>('GET', path, { ...(query ? { query } : {}), signal })) ?? []
  const [services, networks, secrets, configs, version] = await Promise.all([
    list<ApiService>('/services', ofStack(stack)),
    list<CurrentNetwork>('/networks'),
    list<Named>('/secrets', ofStack(stack)),
    list<Named>('/configs', ofStack(stack)),
    client.json<ApiVersion>('GET', '/version', { signal })
  ])
  const foreign = await predefined(
    client,
    services.map(({ Spec }) => Spec),
    networks,
    signal
  )
  // Our own books are no part of what the files ask for.
  const named = configs.filter(config => !isBook(config.Spec.Labels))
  return {
    services,
    networks: [...networks, ...foreign],
    secrets,
    configs: named,
    apiVersion: version.ApiVersion
  }
}

/**
 * Networks that services use and the list leaves out: the swarm knows `host` and `bridge` under ids of its own. One
 * that is gone stays an id.
 */
async function predefined(
  client: EngineClient,
  specs: readonly ApiServiceSpec[],
  listed: readonly CurrentNetwork[],
  signal: AbortSignal
): Promise<CurrentNetwork[]> {
  const used = new Set(specs.flatMap(s => (s.TaskTemplate.Networks ?? []).map(n => n.Target)))
  const unknown = [...used].filter(id => !listed.some(network => network.Id === id))
  const found = await Promise.all(
    unknown.map(id =>
      client.json<CurrentNetwork>('GET', `/networks/${id}`, { signal }).catch(error => {
        if (error instanceof EngineAnswerError) return undefined
        throw error
      })
    )
  )
  return found.filter(network => network !== undefined)
}
