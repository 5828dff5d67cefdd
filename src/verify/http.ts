import http from 'node:http'
import { SwarmlineError } from '../errors.ts'
import type { FailureKind } from './verdict.ts'

export type HttpTarget = { host: string; port: number }
export type AskOptions = {
  path?: string
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

/** An emulated swarm on a busy machine takes up to 3 s for an answer. */
const DEFAULT_TIMEOUT_MS = 15_000
const DEFAULT_MAX_BYTES = 64 * 1024

/**
 * One GET on a TCP connection of its own: a kept connection would stay with one replica, and would hide what
 * a new visitor sees. Failures of the network and of the peer are values; nothing is tried twice.
 *
 * @throws `cancelled` when the signal aborts.
 */
export function ask(target: HttpTarget, options: AskOptions = {}): Promise<HttpAnswer> {
  const { path = '/', timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const settle = (answer: HttpAnswer) => {
      clearTimeout(deadline)
      request.destroy()
      resolve(answer)
    }
    const fail = (kind: FailureKind, detail: string) =>
      settle({ kind, detail, ms: performance.now() - start })
    const onError = (error: NodeJS.ErrnoException) => {
      // Ending a request also ends its answer, and that error may come first: the signal itself decides.
      if (!signal?.aborted) return fail(kindOf(error), error.code ?? error.message)
      clearTimeout(deadline)
      reject(new SwarmlineError('cancelled', 'cancelled', { cause: error }))
    }

    const request = http.get({ ...target, path, agent: false, ...(signal ? { signal } : {}) }, response => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > maxBytes) return fail('body', `longer than ${maxBytes} bytes`)
        chunks.push(chunk)
      })
      response.on('error', onError)
      response.on('end', () => {
        const status = response.statusCode ?? 0
        const body = Buffer.concat(chunks).toString('utf8')
        if (status < 200 || status > 299) return fail('status', `HTTP ${status}: ${body}`)
        settle({ kind: 'answer', status, body, ms: performance.now() - start })
      })
    })
    const deadline = setTimeout(() => fail('time-out', `no answer within ${timeoutMs} ms`), timeoutMs)
    request.on('error', onError)
  })
}

/** What a socket's error says about where the request ended. */
function kindOf(error: NodeJS.ErrnoException): FailureKind {
  const code = error.code ?? ''
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset'
  if (code === 'ETIMEDOUT') return 'time-out'
  return code.startsWith('HPE_') ? 'body' : 'unreachable'
}
