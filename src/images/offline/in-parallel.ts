/** Runs `work` on every item, at most `limit` at a time. The first failure stops new ones and is thrown. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results = new Array<R>(items.length)
  const rest = items.entries()
  let hasFailed = false
  const lane = async () => {
    for (const [index, item] of rest) {
      if (hasFailed) return
      try {
        results[index] = await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, lane))
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
  return results
}
