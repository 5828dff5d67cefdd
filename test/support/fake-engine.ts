// An engine made of functions, and a clock whose sleeps take no time.
import { Readable } from 'node:stream'
import type { EngineClient, RequestOptions } from '../../src/docker/client.ts'
import { EngineAnswerError } from '../../src/docker/client.ts'
import type { Clock, Effects, Exec, Log } from '../../src/effects/effects.ts'
import { SwarmlineError } from '../../src/errors.ts'

export type Answer = (request: {
  method: string
  path: string
  filters: Record<string, string[]>
  options: RequestOptions
}) => unknown

export type FakeEngine = EngineClient & { requests: string[] }

/** `answer` gives the JSON, throws, or gives a Buffer for a stream. Events never come. */
export function fakeEngine(answer: Answer): FakeEngine {
  const requests: string[] = []
  const ask = (method: string, path: string, options: RequestOptions = {}): unknown => {
    requests.push(`${method} ${path}`)
    const filters = JSON.parse(String(options.query?.filters ?? '{}')) as Record<string, string[]>
    return answer({ method, path, filters, options })
  }
  return {
    socketPath: '/fake.sock',
    requests,
    json: async (method, path, options) => ask(method, path, options) as never,
    stream: async (method, path, options) => {
      if (path === '/events') return never(options?.signal) as never
      return Readable.from([ask(method, path, options)]) as never
    },
    close: () => undefined
  }
}

function never(signal?: AbortSignal): Readable {
  const stream = new Readable({ read: () => undefined })
  stream.on('error', () => undefined)
  signal?.addEventListener('abort', () => stream.destroy())
  return stream
}

export const answered = (status: number, message: string): EngineAnswerError =>
  new EngineAnswerError(status, message)
export const lost = (): SwarmlineError => new SwarmlineError('engine-lost', 'the engine does not answer')

/** Time passes only while somebody sleeps; `onSleep` sees it pass. */
export function fakeClock(onSleep: (nowMs: number) => void = () => undefined): Clock {
  let now = Date.parse('2026-01-01T12:00:00Z')
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      await new Promise(resolve => setImmediate(resolve))
      if (signal?.aborted) throw new SwarmlineError('cancelled', 'cancelled')
      now += ms
      onSleep(now)
    }
  }
}

export type FakeEffects = Effects & { lines: string[]; details: string[] }

export function fakeEffects(parts: { exec?: Exec; clock?: Clock; signal?: AbortSignal } = {}): FakeEffects {
  const lines: string[] = []
  const details: string[] = []
  const log: Log = {
    info: line => void lines.push(line),
    debug: () => undefined,
    warn: line => void lines.push(`warning: ${line}`),
    step: (_, run) => run(detail => void details.push(detail))
  }
  const refuse: Exec = async file => {
    throw new SwarmlineError('missing-tool', `${file} is not installed`)
  }
  return {
    exec: parts.exec ?? refuse,
    clock: parts.clock ?? fakeClock(),
    log,
    signal: parts.signal ?? new AbortController().signal,
    lines,
    details
  }
}
