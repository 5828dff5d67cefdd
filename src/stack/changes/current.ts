import type { EngineClient } from '../../docker/client.ts'
import type { ApiNetwork, ApiService, ApiVersion } from '../../docker/types.ts'
import { isBook } from '../labels.rules.ts'
import { ofStack } from '../stack-objects.ts'

export type CurrentNetwork = ApiNetwork & {
  Internal?: boolean
  Attachable?: boolean
  Options?: Record<string, string> | null
  IPAM?: { Config?: { Subnet?: string }[] | null } | null
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
  // Our own books are no part of what the files ask for.
  const named = configs.filter(config => !isBook(config.Spec.Labels))
  return { services, networks, secrets, configs: named, apiVersion: version.ApiVersion }
}
