import http from 'node:http'
import { SwarmlineError } from '../../errors.ts'
import type { FailureKind } from '../verdict.ts'

export type HttpTarget = { host: string; port: number }
export type AskOptions = {
  path?: string
  method?: string
  headers?: Record<string, string>
  /** From the request's start to the answer's last byte. */
  timeoutMs?: number
  /** An answer longer than this is a `body` failure. */
  maxBytes?: number
  signal?: AbortSignal
}

/** `ms` runs from the request's start to the last byte, or to the failure. `detail` is the peer's word: untrusted. */
export type HttpAnswer =
  | { kind: 'answer'; status: number; body: string; ms: number }
  | { kind: FailureKind; detail: string; ms: number }

/** An answer of whatever status. Header names are small; everything in it is untrusted. */
export type HttpExchange =
  | { kind: 'answer'; status: number; headers: http.IncomingHttpHeaders; body: string; ms: number }
  | { kind: Exclude<FailureKind, 'status'>; detail: string; ms: number }

/** An emulated swarm on a busy machine takes up to 3 s for an answer. */
const DEFAULT_TIMEOUT_MS = 15_000
const DEFAULT_MAX_BYTES = 64 * 1024

/**
 * One GET on a TCP connection of its own: a kept connection would stay with one replica, and would hide what
 * a new visitor sees. Failures of the network and of the peer, a status outside of 2xx among them, are values;
 * nothing is tried twice.
 *
 * @throws `cancelled` when the signal aborts.
 */
export async function ask(target: HttpTarget, options: AskOptions = {}): Promise<HttpAnswer> {
  const seen = await exchange(target, options)
  if (seen.kind !== 'answer') return seen
  const { status, body, ms } = seen
  if (status < 200 || status > 299) return { kind: 'status', detail: `HTTP ${status}: ${body}`, ms }
  return { kind: 'answer', status, body, ms }
}

/** The same with any method and headers, where a status outside of 2xx is an answer, too. @throws as `ask` */
export function exchange(target: HttpTarget, options: AskOptions = {}): Promise<HttpExchange> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options
  const { path = '/', method = 'GET', headers = {} } = options
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const settle = (answer: HttpExchange) => {
      clearTimeout(deadline)
      request.destroy()
      resolve(answer)
    }
    const fail = (kind: Exclude<FailureKind, 'status'>, detail: string) =>
      settle({ kind, detail, ms: performance.now() - start })
    const onError = (error: NodeJS.ErrnoException) => {
      // Ending a request also ends its answer, and that error may come first: the signal itself decides.
      if (!signal?.aborted) return fail(kindOf(error), error.code ?? error.message)
      clearTimeout(deadline)
      reject(new SwarmlineError('cancelled', 'cancelled', { cause: error }))
    }

    const request = http.request(
      { ...target, path, method, headers, agent: false, ...(signal ? { signal } : {}) },
      response => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > maxBytes) return fail('body', `longer than ${maxBytes} bytes`)
          chunks.push(chunk)
        })
        response.on('error', onError)
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8')
          const ms = performance.now() - start
          settle({ kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body, ms })
        })
      }
    )
    const deadline = setTimeout(() => fail('time-out', `no answer within ${timeoutMs} ms`), timeoutMs)
    request.on('error', onError)
    request.end()
  })
}

/** What a socket's error says about where the request ended. */
function kindOf(error: NodeJS.ErrnoException): Exclude<FailureKind, 'status'> {
  const code = error.code ?? ''
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset'
  if (code === 'ETIMEDOUT') return 'time-out'
  return code.startsWith('HPE_') ? 'body' : 'unreachable'
}
