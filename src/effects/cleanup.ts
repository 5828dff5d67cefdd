import type { Effects } from './effects.ts'

/**
 * Effects for taking things down after a failure or a cancellation: the aborted signal must not end the clean-up
 * too, so they have a lifetime of their own, `deadlineMs` long.
 */
export function forCleanup<T extends Pick<Effects, 'exec' | 'signal'>>(fx: T, deadlineMs = 90_000): T {
  const signal = AbortSignal.timeout(deadlineMs)
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec }
}

/**
 * A signal that aborts `graceMs` after another one: for requests that make something. Cut off, nobody would know whether
 * it was made, or will be yet.
 */
export function lingering(signal: AbortSignal, graceMs: number): AbortSignal {
  const late = new AbortController()
  const begin = () => setTimeout(() => late.abort(signal.reason), graceMs).unref()
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true, signal: late.signal })
  return late.signal
}
