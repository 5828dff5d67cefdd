import type { AnyKind } from '../kind.ts'
import type { Place } from '../verdict.ts'

/** One check of a suite, read and complete. */
export type SuiteCheck = {
  id: string
  kind: AnyKind
  title: string | undefined
  tags: string[]
  deadlineMs: number | undefined
  points: number | undefined
  hints: string[] | undefined
  params: Record<string, unknown>
  place: Place
  /** The suite's folder: where the paths among the parameters count from. */
  folder: string
}

/** All suites of a run, laid together in the order in which they are named and included. */
export type Suite = {
  checks: SuiteCheck[]
  /** Absolute paths of the files whose content must not be shown. */
  secretFiles: string[]
  /** The shortest of the suites' own. */
  deadlineMs: number | undefined
}
