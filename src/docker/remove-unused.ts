import { EngineAnswerError, type EngineClient, isGone } from './client.ts'
import { type PersistEffects, persist } from './persist.ts'

/**
 * Removes one object of a stack, unless something still uses it.
 *
 * @returns whether it is gone
 * @throws what `persist` throws of an engine that does not answer
 */
export async function removeUnused(
  client: EngineClient,
  { kind, id }: { kind: 'network' | 'secret' | 'config'; id: string },
  fx: PersistEffects
): Promise<boolean> {
  try {
    await persist(() => client.json('DELETE', `/${kind}s/${id}`, { signal: fx.signal }), fx)
    return true
  } catch (error) {
    if (isGone(error)) return true
    if (error instanceof EngineAnswerError) return false
    throw error
  }
}
