import { type ArchiveEntry, packArchive } from './archive.ts'
import type { EngineClient } from './client.ts'
import { readProgress } from './progress.ts'

/**
 * Makes an image of one layer out of `entries` (none: an empty image) and calls it `reference` (`name:tag`).
 * No base image, no registry.
 */
export async function importImage(
  client: EngineClient,
  reference: string,
  entries: readonly ArchiveEntry[],
  options: { labels?: Record<string, string>; signal?: AbortSignal } = {}
): Promise<void> {
  const [repo, tag = 'latest'] = reference.split(':')
  const labels = Object.entries(options.labels ?? {}).map(([k, v]) => `LABEL ${k}=${JSON.stringify(v)}`)
  const answer = await client.stream('POST', '/images/create', {
    query: { fromSrc: '-', repo, tag, changes: labels.length ? labels.join('\n') : undefined },
    body: await packArchive(entries),
    contentType: 'application/x-tar',
    timeoutMs: 300_000,
    ...(options.signal ? { signal: options.signal } : {})
  })
  await readProgress(`making image ${reference}`, answer)
}
