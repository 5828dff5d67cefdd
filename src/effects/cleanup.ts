import type { Effects } from './effects.ts'

/**
 * Effects for taking things down after a failure or a cancellation: the aborted signal must not end the clean-up
 * too, so they have a lifetime of their own, `deadlineMs` long.
 */
export function forCleanup<T extends Pick<Effects, 'exec' | 'signal'>>(fx: T, deadlineMs = 90_000): T {
  const signal = AbortSignal.timeout(deadlineMs)
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec }
}
