// A unix socket before an engine's own, at which somebody else is always quicker: before an update of a service goes
// through, another one comes in between.
import http from 'node:http'
import type { EngineClient } from '../../src/docker/client.ts'
import type { ApiService } from '../../src/docker/types.ts'

export type RacingProxy = {
  socketPath: string
  /** Lets somebody else be quicker than the next updates, so many times. */
  race(times: number): void
  /** How many races are still to come. */
  left(): number
  close(): Promise<void>
}

export async function openRacingProxy(socketPath: string, client: EngineClient): Promise<RacingProxy> {
  let left = 0
  let turn = 0
  const beQuicker = async (service: string): Promise<void> => {
    left--
    turn++
    const { Version, Spec } = await client.json<ApiService>('GET', `/services/${service}`)
    const body = { ...Spec, Labels: { ...Spec.Labels, turn: String(turn) } }
    await client.json('POST', `/services/${service}/update`, { query: { version: Version.Index }, body })
  }
  const server = http.createServer((request, response) => {
    const forward = async (): Promise<void> => {
      const [, service] = /\/services\/([^/]+)\/update/.exec(request.url ?? '') ?? []
      if (service && left > 0) await beQuicker(service)
      const there = http.request(
        {
          socketPath: client.socketPath,
          method: request.method,
          path: request.url,
          headers: request.headers
        },
        answer => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        }
      )
      there.on('error', () => response.destroy())
      response.on('close', () => there.destroy())
      request.pipe(there)
    }
    forward().catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(socketPath, resolve))
  return {
    socketPath,
    race: times => {
      left = times
    },
    left: () => left,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
