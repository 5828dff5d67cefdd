import http from 'node:http'
import type { Readable } from 'node:stream'
import { SwarmlineError } from '../../errors.ts'

export type RegistryEndpoint = { host: string; port: number }
export type RegistryLogin = { username: string; password: string }

/** A registry's answer, read to its end. */
export type RegistryAnswer = {
  status: number
  headers: http.IncomingHttpHeaders
  /** At most the first few KiB: what a registry says beside its status. */
  text: string
}
export type RegistryRequest = {
  method: 'HEAD' | 'GET' | 'POST' | 'PUT'
  /** A path, or the whole address that an answer's Location gave; only its path and query count. */
  path: string
  headers?: Record<string, string | number>
  body?: string | (() => Readable)
}
export type RegistryConnection = {
  /** `host:port`, for people. */
  title: string
  /** Rejects only when there is no answer; a refusal is an answer. A connection that breaks is tried once more. */
  send(request: RegistryRequest): Promise<RegistryAnswer>
  close(): void
}

const IDLE_TIMEOUT_MS = 60_000
const LONGEST_TEXT = 8192

/** Speaks HTTP to a registry on this machine's loopback or on a network made here; opens nothing yet. */
export function connectRegistry(
  endpoint: RegistryEndpoint,
  login: RegistryLogin | undefined,
  signal: AbortSignal
): RegistryConnection {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
  const title = `${endpoint.host}:${endpoint.port}`
  const authorization = login
    ? { authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}` }
    : {}

  const once = ({ method, path, headers, body }: RegistryRequest) =>
    new Promise<RegistryAnswer>((resolve, reject) => {
      const { pathname, search } = new URL(path, `http://${title}`)
      const request = http.request(
        {
          ...{ agent, method, signal, host: endpoint.host, port: endpoint.port, path: pathname + search },
          headers: {
            'content-length': typeof body === 'string' ? Buffer.byteLength(body) : 0,
            ...authorization,
            ...headers
          }
        },
        response => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => {
            if (text.length < LONGEST_TEXT) text += chunk
          })
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
          )
        }
      )
      request.setTimeout(IDLE_TIMEOUT_MS, () =>
        request.destroy(
          new SwarmlineError('push-failed', `the registry at ${title} does not answer any more`)
        )
      )
      request.on('error', reject)
      if (typeof body !== 'function') return void request.end(body)
      const source = body()
      source.on('error', error => request.destroy(error))
      request.on('close', () => source.destroy())
      source.pipe(request)
    })

  return {
    title,
    send: async request => {
      try {
        return await once(request)
      } catch (error) {
        if (!isBroken(error)) throw unreachable(error, title)
        return await once(request).catch(again => {
          throw unreachable(again, title)
        })
      }
    },
    close: () => agent.destroy()
  }
}

function isBroken(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE'].includes(String((error as { code?: unknown }).code))
}

function unreachable(error: unknown, title: string): SwarmlineError {
  if (error instanceof SwarmlineError) return error
  if ((error as { name?: unknown }).name === 'AbortError')
    return new SwarmlineError('cancelled', 'cancelled', { cause: error })
  const said = error instanceof Error ? error.message : String(error)
  return new SwarmlineError('push-failed', `no registry answers at ${title}: ${said}`, {
    hint: 'see whether it runs',
    cause: error
  })
}
