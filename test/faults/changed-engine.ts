// A real engine of whose answers some are changed: what a swarm of one cannot be made to say.
import type { EngineClient, RequestOptions } from '../../src/docker/client.ts'

/** `METHOD /path` → what is said instead of the engine's own answer. It may throw. */
export type ChangedAnswers = Record<string, (own: unknown, options: RequestOptions) => unknown>

export function changedEngine(engine: EngineClient, answers: ChangedAnswers): EngineClient {
  return {
    ...engine,
    json: async <T>(method: string, path: string, options: RequestOptions = {}): Promise<T> => {
      const own = await engine.json<unknown>(method, path, options)
      const change = answers[`${method} ${path}`]
      return (change ? change(own, options) : own) as T
    }
  }
}
