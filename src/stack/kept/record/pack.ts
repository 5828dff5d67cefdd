import { gunzipSync, gzipSync } from 'node:zlib'
import type { RecordedSpecs } from './record.rules.ts'

/** Characters that one object holds, before they are sealed: with that, less than half of the smallest limit on record. */
const PART_LENGTH = 300_000
const MAX_PARTS = 12
/** More than any stack's specs; less than what would fill this process's memory. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * Specs as gzip in base64, in parts that each fit into a config. Text, so that `docker config inspect --pretty`
 * does no harm to a terminal.
 *
 * @returns `undefined` when it is too much for the swarm to keep
 */
export function packSpecs(specs: RecordedSpecs, partLength = PART_LENGTH): string[] | undefined {
  const text = gzipSync(JSON.stringify(specs), { level: 9 }).toString('base64')
  const count = Math.ceil(text.length / partLength)
  if (count > MAX_PARTS) return undefined
  return Array.from({ length: count }, (_, i) => text.slice(i * partLength, (i + 1) * partLength))
}

/** The way back; `undefined` for what `packSpecs` has not made. */
export function unpackSpecs(parts: readonly string[]): RecordedSpecs | undefined {
  try {
    const json = gunzipSync(Buffer.from(parts.join(''), 'base64'), { maxOutputLength: MAX_BYTES })
    const specs = JSON.parse(json.toString('utf8')) as RecordedSpecs
    return specs?.schema === 1 && Array.isArray(specs.services) ? specs : undefined
  } catch {
    return undefined
  }
}
