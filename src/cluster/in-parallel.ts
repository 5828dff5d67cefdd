/**
 * Runs `work` for every item at once. The first failure aborts the signal that the others were given; when all
 * have ended, that failure is thrown. So nothing goes on behind the back of whoever cleans up.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<R>
): Promise<R[]> {
  const failure = new AbortController()
  const both = AbortSignal.any([signal, failure.signal])
  let first: { error: unknown } | undefined
  const results = await Promise.allSettled(
    items.map(item =>
      work(item, both).catch(error => {
        first ??= { error }
        failure.abort()
        throw error
      })
    )
  )
  if (first) throw first.error
  return results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
}
