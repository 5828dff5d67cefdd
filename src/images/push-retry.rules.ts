/** A user's mistake or a registry's last word: another try would get the same answer. */
const FINAL =
  /denied|unauthori[sz]ed|authentication required|no basic auth|insufficient_scope|forbidden|\b40[134]\b|not found|name unknown|name invalid|tag invalid|manifest invalid|server gave HTTP response to HTTPS client|x509|certificate|no space left|no such image|does not exist locally|no such host/i

/** What a registry says that has too much to do, or a proxy before it (as docker's client hands it on). */
const BUSY =
  /too ?many ?requests|rate limit|\b429\b|\b5\d\d (?:internal|bad|service|gateway)|unexpected HTTP status:? 5\d\d|unexpected status[^\n]*: 5\d\d|service unavailable|bad gateway|gateway time-?out|internal server error|^unavailable\b/im

/** What the network says when a connection breaks. */
const BROKEN =
  /connection reset|connection refused|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout|Client\.Timeout|deadline exceeded|closed network connection|no route to host|network is unreachable|http2: |server misbehaving|blob upload (?:unknown|invalid)/i

/**
 * Why a push that failed may do better another time: the registry is `busy` (429, 5xx) or the connection is `broken`.
 * `undefined`: it is refused (401, 403, 404, a bad name), or nobody knows why.
 */
export function passingTrouble(said: string): 'busy' | 'broken' | undefined {
  // A registry that is asked too often may say "denied" in the same breath: its status counts.
  if (/too ?many ?requests|\b429\b/i.test(said)) return 'busy'
  if (FINAL.test(said)) return undefined
  return BUSY.test(said) ? 'busy' : BROKEN.test(said) ? 'broken' : undefined
}

const FIRST_MS = 1_000
const MOST_MS = 60_000
/** A registry that sends its clients away for longer is not waited for: the job would only look as if it hung. */
const LONGEST_ASKED_MS = 15 * 60_000

/**
 * How long to wait before the next try: what the registry asked for, else twice as long each time.
 *
 * @param attempt of the push that failed, from 1
 * @param askedMs the registry's Retry-After
 * @returns `undefined`: it asks for more than can be waited for
 */
export function pauseBefore(attempt: number, askedMs: number | undefined): number | undefined {
  const ownMs = Math.min(MOST_MS, FIRST_MS * 2 ** (attempt - 1))
  if (askedMs === undefined) return ownMs
  return askedMs > LONGEST_ASKED_MS ? undefined : Math.max(askedMs, ownMs)
}

/** The header Retry-After, seconds or a date (RFC 9110, 10.2.3), in milliseconds from `nowMs`. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
