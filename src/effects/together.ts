import type { Effects } from './effects.ts'

type Within = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>

/**
 * Runs works side by side and answers when all are done. When one fails the others are cancelled, and the error
 * is thrown only after they have cleaned up: nobody goes on working behind the caller's back.
 */
export async function together<T extends readonly unknown[]>(
  fx: Within,
  start: (within: Within) => { [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const stop = new AbortController()
  const signal = AbortSignal.any([fx.signal, stop.signal])
  const works = start({ ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec })
  let first: { error: unknown } | undefined
  const ended = works.map(work =>
    work.catch(error => {
      first ??= { error }
      stop.abort()
    })
  )
  await Promise.all(ended)
  if (first) throw (first as { error: unknown }).error
  return (await Promise.all(works)) as unknown as T
}
