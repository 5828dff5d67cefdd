import { SwarmlineError } from '../errors.ts'

/** The versions of the Engine API whose answers this product reads: those of Docker Engine 19.03 to 29.10. */
const OLDEST = '1.40'
const NEWEST = '1.57'

/**
 * The version in which to speak to an engine: its newest, or ours where that is older.
 *
 * @param said the header `Api-Version` of its answer to `/_ping`, which is the newest that it has
 * @returns `undefined` for an answer without a version, such as a proxy's: then the engine takes its newest
 * @throws `no-engine` when all that it has is older
 */
export function negotiatedVersion(said: unknown): string | undefined {
  if (typeof said !== 'string' || !/^\d{1,3}\.\d{1,3}$/.test(said)) return undefined
  if (isOlder(said, OLDEST))
    throw new SwarmlineError(
      'no-engine',
      `the engine's API is ${said}, and the oldest that can be used is ${OLDEST}`,
      {
        hint: 'update it to Docker Engine 20.10 or later'
      }
    )
  return isOlder(NEWEST, said) ? NEWEST : said
}

function isOlder(one: string, other: string): boolean {
  const [major = 0, minor = 0] = one.split('.').map(Number)
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number)
  return major < otherMajor || (major === otherMajor && minor < otherMinor)
}

/** What engines answer, with status 400, to a version that they do not have (moby, server/middleware/version.go). */
const REFUSED = /^client version \S+ is too (new|old)\b.*?(?:supported API version is (\S+?))?(?:,|$)/

/**
 * Whether an engine refuses the version that it was spoken to in. `new`: another engine answers than the one that was
 * asked for its version.
 */
export const refusedVersion = (message: string): 'new' | 'old' | undefined =>
  REFUSED.exec(message)?.[1] as 'new' | 'old' | undefined

/** @param message the engine's own words */
export const tooNewEngine = (message: string, cause: unknown): SwarmlineError =>
  new SwarmlineError(
    'no-engine',
    `the engine's API begins at ${REFUSED.exec(message)?.[2] ?? 'a newer version'}, and the newest that can be used is ${NEWEST}`,
    { hint: 'update Swarmline, or set min-api-version in the engine’s daemon.json', cause }
  )
