/**
 * What the core may do to the world, as plain objects that arrive as arguments. A function asks for the slice
 * it uses (`{ exec, clock }`); only the doors (actions, cli) and the tests construct the real ones.
 */

export type ExecOptions = {
  /** Written to standard input, which is closed afterwards; without it standard input is empty. */
  input?: string | Uint8Array | NodeJS.ReadableStream
  /** Added to the little that every program sees of ours (see `childEnvironment`); `undefined` removes a name. */
  env?: Record<string, string | undefined>
  /** More names of our environment that the program gets to see. */
  inherit?: readonly string[]
  cwd?: string
  timeoutMs?: number
  signal?: AbortSignal
  /** Called for every line of standard output and standard error, as it comes. */
  onLine?: (line: string) => void
  /** A process group of its own: when it is cancelled all that it started ends with it, also what it forgets. */
  isGroup?: boolean
  /** `false`: a non-zero exit status is a result, not an error. Default `true`. */
  isChecked?: boolean
}
export type ExecResult = { exitCode: number; stdout: string; stderr: string }

/**
 * Runs a program: an argv array, never a shell string. A missing program rejects with code `missing-tool`, a
 * non-zero exit status with `internal` and the last lines of standard error, an aborted signal with `cancelled`,
 * a passed deadline with `timed-out`.
 */
export type Exec = {
  (file: string, args: readonly string[], options?: ExecOptions): Promise<ExecResult>
  /** The same, bound to another lifetime: what `forCleanup` uses when the first one was aborted. */
  renewed?: (lifetime: AbortSignal) => Exec
}

export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after `ms`; rejects with code `cancelled` when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Rows that belong to a step, for a display that has room for them. Cells are plain text, from wherever. */
export type LiveTable = {
  head: readonly string[]
  rows: readonly { tone: 'good' | 'busy' | 'bad' | 'old' | 'plain'; cells: readonly string[] }[]
}

export type Log = {
  info(line: string): void
  /** Shown only when asked for (`--verbose`, `RUNNER_DEBUG`). */
  debug(line: string): void
  warn(line: string): void
  /**
   * Shows that `title` runs, then how it ended and how long it took. `update` replaces the short detail beside
   * the title; a `table` with it is shown below the step on a terminal, and nowhere else. Steps may nest and may
   * run side by side.
   */
  step<T>(title: string, run: (update: (detail: string, table?: LiveTable) => void) => Promise<T>): Promise<T>
}

export type Effects = {
  exec: Exec
  clock: Clock
  log: Log
  signal: AbortSignal
  /** How long an engine that does not answer is waited for; default a minute. A deploy that is under way waits longer. */
  awayMs?: number
}
