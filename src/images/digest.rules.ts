import { createHash } from 'node:crypto'

/** Algorithms whose digests can be checked here, and the length of theirs in hexadecimal digits. */
const LENGTHS = { sha256: 64, sha512: 128 } as const
type Algorithm = keyof typeof LENGTHS

/**
 * Whether a text is a digest that can be checked: only then may it become part of a path or a URL, and only what it
 * names is what was asked for (opencontainers/image-spec, descriptor).
 */
export function isDigest(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const colon = text.indexOf(':')
  const length = Object.hasOwn(LENGTHS, text.slice(0, colon)) && LENGTHS[text.slice(0, colon) as Algorithm]
  return text.length - colon - 1 === length && /^[0-9a-f]+$/.test(text.slice(colon + 1))
}

/** A digest's own algorithm, fed with bytes as they come. */
export function digesting(digest: string): { update(bytes: Uint8Array): void; isRight(): boolean } {
  const algorithm = digest.slice(0, digest.indexOf(':'))
  const hash = createHash(algorithm)
  return {
    update: bytes => void hash.update(bytes),
    isRight: () => isDigest(digest) && `${algorithm}:${hash.digest('hex')}` === digest
  }
}

export function isDigestOf(digest: string, bytes: Uint8Array): boolean {
  if (!isDigest(digest)) return false
  const hash = digesting(digest)
  hash.update(bytes)
  return hash.isRight()
}
