import type { EngineClient } from '../docker/client.ts'
import type { ApiInfo } from '../docker/types.ts'
import { SwarmlineError } from '../errors.ts'

const ASK_MS = 15_000

/**
 * A client of whichever manager answers. When one is gone the next takes its place, for the docker client as well,
 * which is told `socketPath` anew each time. The request that found nobody still fails, since it may have come
 * through; one that only reads is made once more.
 */
export function withFailover(first: EngineClient, others: readonly EngineClient[]): EngineClient {
  if (others.length === 0) return first
  let current = first
  let moving: Promise<void> | undefined

  const move = async (from: EngineClient): Promise<void> => {
    const all = [first, ...others]
    const at = all.indexOf(from)
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json<ApiInfo>('GET', '/info', { timeoutMs: ASK_MS }).then(
        info => info.Swarm.ControlAvailable,
        () => false
      )
      if (!isManager) continue
      current = candidate
      return
    }
  }
  const ask = async <T>(method: string, request: (manager: EngineClient) => Promise<T>): Promise<T> => {
    const asked = current
    try {
      return await request(asked)
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== 'engine-lost') throw error
      if (current === asked) {
        moving ??= move(asked).finally(() => {
          moving = undefined
        })
        await moving
      }
      if (current === asked || method !== 'GET') throw error
      return request(current)
    }
  }
  return {
    get socketPath() {
      return current.socketPath
    },
    json: (method, path, options) => ask(method, manager => manager.json(method, path, options)),
    stream: (method, path, options) => ask(method, manager => manager.stream(method, path, options)),
    close: () => {
      for (const manager of [first, ...others]) manager.close()
    }
  }
}
