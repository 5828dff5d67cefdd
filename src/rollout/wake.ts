import type { EngineClient } from '../docker/client.ts'
import type { Clock } from '../effects/effects.ts'

/** A sleep that ends early when the engine tells of a change. What changed is not asked of the event. */
export type Wake = {
  /** Sleeps for `ms`, or, from `leastMs` on, until an event comes. Rejects with `cancelled` on abort. */
  sleep(ms: number, leastMs: number): Promise<void>
  close(): void
}

/**
 * Listens to the engine's events of services and nodes. They only wake: an event stream breaks, and loses what
 * comes meanwhile, so a stream that ends is opened again at the next sleep and nothing depends on it.
 */
export function openWake(client: EngineClient, clock: Clock, signal: AbortSignal): Wake {
  const closing = new AbortController()
  const lifetime = AbortSignal.any([signal, closing.signal])
  let isListening = false
  let hasNews = false
  let ring = (): void => {}

  const listen = async (): Promise<void> => {
    isListening = true
    try {
      const filters = JSON.stringify({ type: ['service', 'node'] })
      const events = await client.stream('GET', '/events', {
        query: { filters },
        timeoutMs: 0,
        signal: lifetime
      })
      for await (const _ of events) {
        hasNews = true
        ring()
      }
    } catch {
      // The next look tells whether the engine is still there.
    } finally {
      isListening = false
    }
  }

  return {
    sleep: async (ms, leastMs) => {
      if (!isListening) void listen()
      await clock.sleep(Math.min(ms, leastMs), signal)
      if (!hasNews && ms > leastMs) {
        const waking = new AbortController()
        ring = () => waking.abort()
        await clock.sleep(ms - leastMs, AbortSignal.any([signal, waking.signal])).catch(error => {
          if (!waking.signal.aborted || signal.aborted) throw error
        })
        ring = () => {}
      }
      hasNews = false
    },
    close: () => closing.abort()
  }
}
