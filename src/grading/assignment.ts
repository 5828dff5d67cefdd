import type { Place, SuiteCheck } from '../verify/verify.ts'

/** What the rules of grading need to know of a check. */
export type GradedCheck = {
  id: string
  title: string
  /** Whole. */
  points: number
  /** Ids of checks, of any assignment, that must have passed. */
  requires: readonly string[]
  /** Roles that its parameters name. */
  roles: readonly string[]
  /** The mildest first; at least two. */
  hints: readonly string[]
  place: Place
}

export type Assignment<Check extends GradedCheck = GradedCheck> = {
  /** The folder's name, with its place in the order: `05-routing-mesh`. */
  name: string
  title: string
  /** Its points are extra. */
  isBonus: boolean
  /** Only a running swarm of the participant's can show it; it is left out when a folder is graded. */
  needsSwarm: boolean
  checks: readonly Check[]
}

/** A check that can be run. */
export type RunnableCheck = GradedCheck & { suite: SuiteCheck }
