/** What went wrong, for programs. `usage` exits 2, `cancelled` exits 130, everything else exits 1. */
export type ErrorCode =
  | 'usage'
  | 'input'
  | 'missing-tool'
  | 'no-engine'
  | 'engine-lost'
  | 'port-taken'
  | 'disk-full'
  | 'packages-refused'
  | 'vm-failed'
  | 'cluster-failed'
  | 'cluster-busy'
  | 'build-failed'
  | 'push-failed'
  | 'deploy-failed'
  | 'verify-failed'
  | 'not-found'
  | 'timed-out'
  | 'cancelled'
  | 'internal'

/**
 * The one error class of the product: a line that says what is wrong, and a line that says the way out.
 * `message` and `hint` are shown to the user as they are, so neither may contain a secret.
 */
export class SwarmlineError extends Error {
  override readonly name = 'SwarmlineError'
  readonly code: ErrorCode
  /** The way out, in the imperative: `install it with: apt-get install qemu-system-x86`. */
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.hint = options.hint
  }
}

/** The process exit status that an error stands for: 2 usage, 130 cancelled, else 1. */
export function exitCodeOf(error: unknown): 1 | 2 | 130 {
  if (!(error instanceof SwarmlineError)) return 1
  if (error.code === 'usage') return 2
  return error.code === 'cancelled' ? 130 : 1
}

/** What is wrong with a file of a thousand faults is not all read. */
const LONGEST_LINE = 20_000

/** One line for any thrown value: never a stack trace, always with the way out when it is known. */
export function explain(error: unknown): string {
  const known = error instanceof SwarmlineError ? error : classify(error)
  const line = known.message
    .split('\n')
    .map(each => each.trim())
    .filter(Boolean)
    .join('; ')
    .slice(0, LONGEST_LINE)
  return known.hint ? `${line} — ${known.hint}` : line
}

/** The kernel, apt, dpkg-deb and tar each say it in their own words. */
export const isDiskFull = (output: string): boolean =>
  /no space left on device|not enough free space|don't have enough free space|disk quota exceeded/i.test(
    output
  )

/** Turns what Node and the kernel throw into a `SwarmlineError` that names the way out. */
export function classify(error: unknown): SwarmlineError {
  if (error instanceof SwarmlineError) return error
  const text = error instanceof Error ? error.message : String(error)
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC' || isDiskFull(text))
    return new SwarmlineError('disk-full', 'no space left on the disk', {
      hint: 'free some space, or point SWARMLINE_CACHE at a larger disk',
      cause: error
    })
  if (code === 'EADDRINUSE')
    return new SwarmlineError('port-taken', text, { hint: 'stop what listens there', cause: error })
  if ((error as { name?: unknown } | null)?.name === 'AbortError')
    return new SwarmlineError('cancelled', 'cancelled', { cause: error })
  return new SwarmlineError('internal', text || 'unknown error', { cause: error })
}
