/** What stands where something may not be shown. */
export const HIDDEN = '(hidden)'

const AUTHORITY = /:(?:\/\/|\\\/\\\/)/g
/** An address ends at a blank or, where it begins behind a quote, at the next one like it. */
const ENDS: Readonly<Record<string, RegExp>> = { '"': /[\s"]/g, "'": /[\s']/g, '`': /[\s`]/g, '': /\s/g }
/** What stands before the colon: a scheme, and the character in front of it. */
const BEFORE = /(["'`]?)[a-z0-9+.-]*$/i
const MOST_SCHEME = 24
/** Who logs in by ssh is part of the address. What a name alone means elsewhere (a token, say) nobody knows. */
const BY_SSH = /(?:^|[^a-z0-9+.-])ssh$/i

/**
 * Text without what addresses in it may carry of secrets: user information (`user:password@`), query, and a fragment with values,
 * whatever the scheme. In doubt more of the address is hidden: passwords are written into addresses as they are. The
 * user of `ssh://user@host` stays. Takes time in proportion to the text.
 */
export function withoutUrlSecrets(text: string): string {
  let shown = ''
  let from = 0
  for (;;) {
    AUTHORITY.lastIndex = from
    const colon = AUTHORITY.exec(text)
    if (!colon) return shown + text.slice(from)
    const start = AUTHORITY.lastIndex
    const before = text.slice(Math.max(from, colon.index - MOST_SCHEME), colon.index)
    const ending = ENDS[BEFORE.exec(before)?.[1] ?? ''] ?? /\s/g
    ending.lastIndex = start
    const end = ending.exec(text)?.index ?? text.length
    shown += text.slice(from, start) + withoutSecrets(text.slice(start, end), BY_SSH.test(before))
    from = end
  }
}

/** @param rest an address behind its scheme */
function withoutSecrets(rest: string, isBySsh: boolean): string {
  const at = lastUserSign(rest)
  const user = at === -1 ? '' : rest.slice(0, at)
  // A password with a question mark, or a query with an @: nobody can tell where the host is.
  if (/[?#]/.test(user)) return HIDDEN
  const place = rest.slice(at + 1)
  const query = place.search(/\?|#(?=[^?#]*=)/)
  const open = query === -1 ? place : `${place.slice(0, query + 1)}${query + 1 < place.length ? HIDDEN : ''}`
  if (at === -1) return open
  const login = isBySsh ? /^[\w.-]*/.exec(user)?.[0] : ''
  return `${login === user ? user : [login, HIDDEN].filter(Boolean).join(':')}@${open}`
}

/** The last `@` that may end user information: not that of a digest (`image@sha256:…`) or a scope (`/@name`). */
function lastUserSign(rest: string): number {
  for (let at = rest.lastIndexOf('@'); at > 0; at = rest.lastIndexOf('@', at - 1))
    if (rest[at - 1] !== '/' && !rest.startsWith('sha256:', at + 1)) return at
  return rest.startsWith('@') ? 0 : -1
}
