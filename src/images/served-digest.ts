import { EngineAnswerError, type EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { isDigest } from './digest.rules.ts'
import { registryAuth } from './registry-login.ts'

/** For which nodes an image is, as a service's `Placement.Platforms` has it. */
export type ServedPlatform = { OS: string; Architecture: string }

/** What a registry has for a reference, or why that is not known: in its own words, as the engine hands them on. */
export type ServedDigest = { digest: string; platforms: ServedPlatform[] } | { why: string }

/** An engine's answer, of which anybody may have written any part. */
type Distribution = {
  Descriptor?: { digest?: unknown }
  Platforms?: { os?: unknown; architecture?: unknown }[] | null
}

/**
 * What the registry answers for a tag, asked by the engine. A registry that refuses or is not there is an answer.
 * @param configDir the docker client's configuration folder, which holds the login
 * @throws `cancelled`; `engine-lost` when it is the engine that does not answer
 */
export async function askRegistry(
  client: EngineClient,
  configDir: string | undefined,
  reference: string,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<ServedDigest> {
  const login = await registryAuth(configDir, reference, fx)
  try {
    const answer = await client.json<Distribution | undefined>('GET', `/distribution/${reference}/json`, {
      timeoutMs: 10_000,
      signal: fx.signal,
      ...(login ? { headers: { 'x-registry-auth': login } } : {})
    })
    const digest = answer?.Descriptor?.digest
    if (!isDigest(digest)) return { why: 'the registry names no digest' }
    return { digest, platforms: platformsOf(answer?.Platforms) }
  } catch (error) {
    if (fx.signal.aborted) throw error
    if (error instanceof EngineAnswerError) return { why: error.message }
    if ((error as { code?: unknown }).code === 'timed-out')
      return { why: 'the registry did not answer within 10 s' }
    throw error
  }
}

/**
 * As docker's client takes them over: an image for arm may run on any architecture, since nodes call theirs `armv7l` and
 * the like (moby/swarmkit#2294).
 */
const platformsOf = (said: Distribution['Platforms']): ServedPlatform[] =>
  (Array.isArray(said) ? said : []).map(platform => {
    const [os, architecture] = [String(platform?.os ?? ''), String(platform?.architecture ?? '')]
    return { OS: os, Architecture: architecture.toLowerCase() === 'arm' ? '' : architecture }
  })

/** As `askRegistry`; `undefined` when the registry cannot be asked, for whatever reason. */
export async function servedDigest(
  client: EngineClient,
  configDir: string | undefined,
  reference: string,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<string | undefined> {
  try {
    const answer = await askRegistry(client, configDir, reference, fx)
    if ('digest' in answer) return answer.digest
    fx.log.debug(`the registry could not be asked for ${reference}: ${answer.why}`)
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.debug(`the registry could not be asked for ${reference}: ${String(error)}`)
  }
  return undefined
}
