import type { Clock, Log } from '../effects/effects.ts'
import type { Screen } from './door.ts'
import type { Look } from './look.rules.ts'

/** What both displays are made from. */
export type ProgressOptions = {
  screen: Screen
  look: Look
  /** `debug` lines are shown. */
  isVerbose: boolean
  clock: Pick<Clock, 'now'>
  /** Aborted when the run is cancelled: what fails after that was cancelled. */
  signal: AbortSignal
}

/** A display of a run's progress. */
export type Progress = {
  log: Log
  /** Whether anything is on the screen already. */
  hasShown(): boolean
  /** Titles of the innermost steps that run now. */
  running(): string[]
  /** Ends the display and leaves the cursor below what it showed. Idempotent. */
  stop(): void
}
