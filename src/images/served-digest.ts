import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { registryLogin } from './registry-login.ts'

/**
 * What the registry answers for a tag, asked by the engine; `undefined` when it cannot be asked.
 * @param configDir the docker client's configuration folder, which holds the login
 */
export async function servedDigest(
  client: EngineClient,
  configDir: string | undefined,
  reference: string,
  fx: Pick<Effects, 'log' | 'signal'>
): Promise<string | undefined> {
  const login = await registryLogin(configDir, reference)
  try {
    const answer = await client.json<{ Descriptor?: { digest?: string } }>(
      'GET',
      `/distribution/${reference}/json`,
      {
        timeoutMs: 10_000,
        signal: fx.signal,
        ...(login ? { headers: { 'x-registry-auth': login } } : {})
      }
    )
    return answer.Descriptor?.digest
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.debug(`the registry could not be asked for ${reference}: ${String(error)}`)
    return undefined
  }
}
