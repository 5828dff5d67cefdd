import { createHash } from 'node:crypto'

/** A swarm's secrets and configs have names of at most 64 of `[a-zA-Z0-9-_.]` (SwarmKit's control API). */
export const NAME_LIMIT = 64
const TAG_LENGTH = 12

/** `<base>-<tag>`; what does not fit is cut off the base, so the tag must tell bases apart by itself. */
export const taggedName = (base: string, tag: string): string =>
  `${base.slice(0, NAME_LIMIT - tag.length - 1)}-${tag}`

/** All names of ours begin so. */
export const OUR_PREFIX = 'swarmline-'

/** As `bookName`, with a random token: a name that nobody can write into a stack file beforehand. */
export const secretBookName = (prefix: string, stack: string, token: string, room = 0): string =>
  `${bookName(prefix, stack, token.length + 1 + room)}-${token}`

/**
 * The name of an object of ours that belongs to a stack: `swarmline-lock-shop`. Of a stack name that is too long
 * the head is kept and a hash of the whole is added.
 *
 * @param room the characters that the caller still wants to append
 */
export function bookName(prefix: string, stack: string, room = 0): string {
  const name = `${OUR_PREFIX}${prefix}-${stack}`
  if (name.length + room <= NAME_LIMIT) return name
  const tag = createHash('sha256').update(stack).digest('hex').slice(0, TAG_LENGTH)
  return `${name.slice(0, NAME_LIMIT - room - TAG_LENGTH - 1)}-${tag}`
}
