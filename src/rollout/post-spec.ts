import type { EngineClient, RequestOptions } from '../docker/client.ts'
import type { ApiService } from '../docker/types.ts'

/** Gives a service a spec, in the version that was seen: an engine refuses it when somebody changed it meanwhile. */
export const postSpec = (
  client: EngineClient,
  { ID, Version }: Pick<ApiService, 'ID' | 'Version'>,
  spec: ApiService['Spec'],
  options: Pick<RequestOptions, 'signal' | 'timeoutMs'>
): Promise<unknown> =>
  client.json('POST', `/services/${ID}/update`, {
    query: { version: Version.Index, registryAuthFrom: 'spec' },
    body: spec,
    ...options
  })
