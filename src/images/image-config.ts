import { EngineAnswerError, type EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'

/** The configuration of an image as it says it of itself: whoever built it may have written anything. */
export type ImageConfig = {
  Entrypoint?: unknown
  Cmd?: unknown
  Healthcheck?: unknown
  StopSignal?: unknown
  User?: unknown
}

const TIMEOUT_MS = 5_000

/**
 * The configuration of an image from the first engine that has it. One that is asked for by digest is never another
 * one of the same tag.
 *
 * @returns `undefined` where no engine has it, or says so
 * @throws `cancelled`
 */
export async function configOnEngines(
  [first, ...others]: readonly EngineClient[],
  reference: string,
  fx: Pick<Effects, 'log' | 'signal'>
): Promise<ImageConfig | undefined> {
  if (!first) return undefined
  const ask = async (client: EngineClient): Promise<ImageConfig | undefined> => {
    try {
      const path = `/images/${withoutTag(reference)}/json`
      const options = { timeoutMs: TIMEOUT_MS, signal: fx.signal }
      return (await client.json<{ Config?: ImageConfig | null }>('GET', path, options)).Config ?? {}
    } catch (error) {
      if (fx.signal.aborted) throw error
      if (!(error instanceof EngineAnswerError) || error.status !== 404)
        fx.log.debug(`an engine could not be asked for ${reference}: ${String(error)}`)
      return undefined
    }
  }
  const found = await ask(first)
  if (found) return found
  return (await Promise.all(others.map(ask))).find(config => config !== undefined)
}

/** `name:tag@sha256:…` as `name@sha256:…`; a reference without a digest as it is. */
export function withoutTag(reference: string): string {
  const [name = '', digest] = reference.split('@')
  return digest === undefined ? reference : `${name.replace(/:[^:/]*$/, '')}@${digest}`
}
