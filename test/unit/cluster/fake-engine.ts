import { EngineAnswerError, type EngineClient, type RequestOptions } from '../../../src/docker/client.ts'

export type Call = { method: string; path: string; query: RequestOptions['query']; body: unknown }
type Answer = (call: Call) => unknown

/**
 * An engine made of functions: `'POST /swarm/init': call => answer`. What is not there is 404. `calls` is every
 * request in its order.
 */
export function fakeEngine(routes: Record<string, Answer>): EngineClient & { calls: Call[] } {
  const calls: Call[] = []
  return {
    calls,
    socketPath: '/fake.sock',
    json: async <T>(method: string, path: string, options: RequestOptions = {}) => {
      options.signal?.throwIfAborted()
      const call = { method, path, query: options.query, body: options.body }
      calls.push(call)
      const route = routes[`${method} ${path}`]
      if (!route) throw new EngineAnswerError(404, `no route ${method} ${path}`)
      return route(call) as T
    },
    stream: () => Promise.reject(new Error('no streams here')),
    close: () => undefined
  }
}

/** A clock that jumps: a wait takes no time. */
export function jumpingClock() {
  let now = 0
  return {
    now: () => now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted()
      now += ms
    }
  }
}
