import { SwarmlineError } from '../../../errors.ts'
import { isMapping } from '../../read/read.rules.ts'
import { isPinned, withoutDigest } from './reference.rules.ts'

const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/
const LINE = /^(?<reference>[^\s=@]+)(?:@|\s*(?:=|->|→|\s)\s*)(?<digest>\S+)$/

/**
 * Reads which digest each pushed image has: the `metadata` of build-push, docker/bake-action or
 * docker/build-push-action, build-push's output `images` (a JSON object whose values are
 * `reference@digest`), what `swarmline build --json` prints, a JSON object from references to digests, or lines
 * `reference@digest` or `reference digest` (`=` and `→` may stand between). Empty lines and those that begin with `#` are skipped.
 *
 * @returns reference, as it was pushed → `sha256:…`
 * @throws `usage`: all faults at once
 */
export function parseDigests(text: string): Record<string, string> {
  const trimmed = text.trim()
  const entries = trimmed.startsWith('{') ? fromJson(trimmed) : fromLines(trimmed)
  const wrong = entries.flatMap(({ reference, digest, shown }) =>
    reference !== '' && DIGEST.test(digest) ? [] : [shown]
  )
  if (wrong.length > 0) throw refused(`no image with its digest: ${wrong.join(', ')}`)
  return Object.fromEntries(entries.map(({ reference, digest }) => [reference, digest]))
}

type Entry = { reference: string; digest: string; shown: string }

function fromJson(text: string): Entry[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw refused(`the digests are not JSON: ${(cause as Error).message}`)
  }
  const said = isMapping(parsed) ? parsed : {}
  if (Array.isArray(said.images)) return said.images.map(builtImage)
  const metadata = [said, ...Object.values(said)].filter(isMapping).flatMap(fromMetadata)
  if (metadata.length > 0) return metadata
  return Object.entries(said).map(([key, value]) => {
    const text = typeof value === 'string' ? value : ''
    const shown = `${key}: ${JSON.stringify(value)}`
    return isPinned(text)
      ? { reference: withoutDigest(text), digest: text.slice(text.indexOf('@') + 1), shown }
      : { reference: key, digest: text, shown }
  })
}

/** What buildx writes of one image: all its names, and the digest of what was pushed. */
function fromMetadata(said: Record<string, unknown>): Entry[] {
  const names = said['image.name']
  const digest = String(said['containerimage.digest'] ?? '')
  if (typeof names !== 'string') return []
  return names.split(',').map(name => {
    const reference = name.trim().split('@')[0] ?? ''
    return { reference, digest, shown: `${reference}: ${JSON.stringify(digest)}` }
  })
}

function builtImage(image: unknown): Entry {
  const { reference, digest } = isMapping(image) ? image : {}
  return { reference: String(reference ?? ''), digest: String(digest ?? ''), shown: JSON.stringify(image) }
}

const fromLines = (text: string): Entry[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const { reference = '', digest = '' } = LINE.exec(line)?.groups ?? {}
      return { reference, digest, shown: JSON.stringify(line) }
    })

const refused = (message: string): SwarmlineError =>
  new SwarmlineError('usage', message, {
    hint: 'give the output images of build-push, or lines such as name:tag@sha256:…'
  })
