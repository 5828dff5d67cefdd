import http from 'node:http'
import { SwarmlineError } from '../errors.ts'
import { negotiatedVersion, refusedVersion, tooNewEngine } from './api-version.rules.ts'
import { OUT_OF_SEQUENCE } from './out-of-sequence.rules.ts'
import { readStream, TooLong } from './read-stream.ts'

export type RequestOptions = {
  query?: Record<string, string | number | boolean | undefined>
  /** JSON when it is a plain object; bytes or a stream go as they are, with `contentType`. */
  body?: unknown
  contentType?: string
  headers?: Record<string, string>
  /** For the whole answer; default 30 s. `0` waits without end (streams). */
  timeoutMs?: number
  signal?: AbortSignal
}

/**
 * A connection to one Engine API over a unix socket; remote engines are reached through a tunnelled socket. It is spoken
 * to in one version of its API, which is asked for first: an engine that is updated answers as before.
 */
export type EngineClient = {
  readonly socketPath: string
  /** The parsed JSON of a 2xx answer; `undefined` when the answer is empty. */
  json<T>(method: string, path: string, options?: RequestOptions): Promise<T>
  /** A 2xx answer as a stream: logs, events, build output. The caller destroys it. */
  stream(method: string, path: string, options?: RequestOptions): Promise<http.IncomingMessage>
  close(): void
}

/** An answer outside 2xx: the engine's own words and its status. */
export class EngineAnswerError extends SwarmlineError {
  readonly status: number
  constructor(status: number, message: string) {
    super('internal', message)
    this.status = status
  }
}

/** Does the engine say that what was asked for is not there? */
export const isGone = (error: unknown): boolean => error instanceof EngineAnswerError && error.status === 404

/** Was somebody else's write quicker? The same change is to be made again, of what is read then. */
export const isOutOfSequence = (error: unknown): boolean =>
  error instanceof EngineAnswerError && OUT_OF_SEQUENCE.test(error.message)

const DEFAULT_TIMEOUT_MS = 30_000
/** Is answered the same in every version, and says which there are. */
const PING = '/_ping'
/** A list of ten thousand tasks is about 40 MB. */
const MOST_BYTES = 64 * 1024 * 1024
/** Of what an engine says beside a status that is no success. */
const MOST_WORDS = 16 * 1024

/**
 * Opens nothing yet: the first request connects. Errors: `engine-lost` when the socket does not answer.
 *
 * @param revive makes the way to the engine anew. It is called, once at a time, when nothing answers at the socket;
 *   the request still fails, or, where it only reads, is made once more.
 */
export function connectEngine(socketPath: string, revive?: () => Promise<void>): EngineClient {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  let reviving: Promise<boolean> | undefined
  const isRevived = (): Promise<boolean> => {
    reviving ??= (revive?.() ?? Promise.reject(new Error('there is no way to make anew')))
      .then(
        () => true,
        () => false
      )
      .finally(() => {
        reviving = undefined
      })
    return reviving
  }

  /** What stands before a path; `undefined`: the engine is to be asked. */
  let prefix: string | undefined
  const stream: EngineClient['stream'] = async (method, path, options = {}) => {
    try {
      return await versioned(method, path, options)
    } catch (error) {
      const isLost = error instanceof SwarmlineError && error.code === 'engine-lost'
      if (!isLost || !revive || !(await isRevived()) || method !== 'GET') throw error
      prefix = undefined
      return versioned(method, path, options)
    }
  }

  const versioned = async (
    method: string,
    path: string,
    options: RequestOptions
  ): Promise<http.IncomingMessage> => {
    if (path === PING) return once(method, path, options)
    const known = prefix
    const asked = known ?? (await askPrefix(options))
    prefix = asked
    try {
      return await once(method, asked + path, options)
    } catch (error) {
      const refused = error instanceof EngineAnswerError && refusedVersion(error.message)
      if (!refused) throw error
      prefix = undefined
      if (refused === 'old') throw tooNewEngine(error.message, error)
      // Nothing was done: an older engine has taken the place of the one that was asked. A stream is read by now.
      if (known === undefined || isStream(options.body)) throw error
      return versioned(method, path, options)
    }
  }

  const askPrefix = async ({ timeoutMs, signal }: RequestOptions): Promise<string> => {
    const within = { timeoutMs: timeoutMs || DEFAULT_TIMEOUT_MS, ...(signal ? { signal } : {}) }
    const answer = await once('GET', PING, within).catch(error => {
      // A proxy before the engine may not let it through.
      if (error instanceof EngineAnswerError) return undefined
      throw error
    })
    answer?.destroy()
    const version = negotiatedVersion(answer?.headers['api-version'])
    return version === undefined ? '' : `/v${version}`
  }

  const once: EngineClient['stream'] = (method, path, options = {}) =>
    new Promise((resolve, reject) => {
      const payload = payloadOf(options)
      const request = http.request(
        {
          socketPath,
          agent,
          method,
          path: path + queryOf(options.query),
          headers: { host: 'docker', ...payload.headers, ...options.headers },
          ...(options.signal ? { signal: options.signal } : {})
        },
        response => {
          const status = response.statusCode ?? 0
          if (status >= 200 && status < 300) return resolve(response)
          readStream(response, MOST_WORDS, 'cut').then(
            body =>
              reject(
                new EngineAnswerError(
                  status,
                  messageOf(body.toString('utf8')) || `the engine answered ${status}`
                )
              ),
            reject
          )
        }
      )
      const limit = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
      if (limit > 0)
        request.setTimeout(limit, () =>
          request.destroy(
            new SwarmlineError('timed-out', `the engine did not answer within ${limit / 1000} s`)
          )
        )
      request.on('error', error => reject(lost(error, socketPath)))
      if (isStream(payload.body)) payload.body.pipe(request)
      else request.end(payload.body)
    })

  return {
    socketPath,
    stream,
    json: async (method, path, options) => {
      const answer = await stream(method, path, options)
      const body = await readStream(answer, MOST_BYTES, 'refuse').then(
        bytes => bytes.toString('utf8'),
        error => {
          throw error instanceof TooLong ? tooLong(path, error) : lost(error, socketPath)
        }
      )
      if (!body.trim()) return undefined as never
      try {
        return JSON.parse(body)
      } catch (cause) {
        throw new SwarmlineError('engine-lost', `the engine's answer to ${path} is not JSON`, { cause })
      }
    },
    close: () => agent.destroy()
  }
}

const isStream = (body: unknown): body is NodeJS.ReadableStream =>
  typeof body === 'object' && body !== null && 'pipe' in body

function payloadOf(options: RequestOptions): {
  headers: Record<string, string>
  body: string | Uint8Array | NodeJS.ReadableStream | undefined
} {
  const { body, contentType } = options
  if (body === undefined) return { headers: {}, body: undefined }
  if (contentType) return { headers: { 'content-type': contentType }, body: body as Uint8Array }
  const json = JSON.stringify(body)
  return {
    headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(json)) },
    body: json
  }
}

function queryOf(query: RequestOptions['query']): string {
  const set = Object.entries(query ?? {}).filter(([, v]) => v !== undefined)
  return set.length ? `?${new URLSearchParams(set.map(([k, v]): [string, string] => [k, String(v)]))}` : ''
}

function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const message = (parsed as { message?: unknown }).message
    return typeof message === 'string' ? message : body.trim()
  } catch {
    return body.trim()
  }
}

const tooLong = (path: string, cause: TooLong): SwarmlineError =>
  new SwarmlineError('engine-lost', `the engine's answer to ${path} cannot be used: ${cause.message}`, {
    cause
  })

function lost(error: unknown, socketPath: string): SwarmlineError {
  if (error instanceof SwarmlineError) return error
  if ((error as { name?: string }).name === 'AbortError') return new SwarmlineError('cancelled', 'cancelled')
  const said = error instanceof Error ? error.message : String(error)
  return new SwarmlineError('engine-lost', `the engine at ${socketPath} does not answer: ${said}`, {
    hint: 'see whether it still runs: swarmline ls',
    cause: error
  })
}
