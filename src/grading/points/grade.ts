import type { Place } from '../../verify/verify.ts'
import type { Cast } from '../roles/role.ts'

/**
 * What became of a check. `waiting`: a check that it requires did not pass. `error`: nothing can be said, because the
 * machine, not the participant, failed. `left-out`: it cannot be shown here, and counts neither way.
 */
export type Outcome = 'passed' | 'failed' | 'waiting' | 'error' | 'left-out'

export type CheckGrade = {
  id: string
  title: string
  outcome: Outcome
  /** 0 unless it passed. */
  points: number
  max: number
  expected: string
  observed: string
  /** The most concrete that was earned; none for a check that passed. */
  hint: string | undefined
  /** The check that it waits for. */
  waitsFor: string | undefined
  /** In the participant's stack file, where that is known. */
  place: Place | undefined
  /** In the workshop's suite. */
  suite: Place
  durationMs: number
  evidenceFile: string | undefined
}

/** `undecided`: points of checks in error, which may still be earned. */
export type Sum = { points: number; max: number; undecided: number }

export type AssignmentGrade = Sum & {
  name: string
  title: string
  isBonus: boolean
  checks: readonly CheckGrade[]
}

/** Something that went wrong before anything could be checked. */
export type Obstacle = {
  phase: 'files' | 'stack' | 'build' | 'swarm' | 'deploy'
  /** `refused`: it asks for what it may not have. `failed`: it is wrong. `error`: the machine failed. */
  kind: 'refused' | 'failed' | 'error'
  text: string
  hint: string | undefined
  place: Place | undefined
}

export type Grade = {
  /** `incomplete`: some points are undecided. `refused`: nothing was run. */
  status: 'complete' | 'incomplete' | 'refused'
  /** Without the bonuses. */
  total: Sum
  bonus: Sum
  /** What counts in the end: see `BonusPolicy`. */
  score: { points: number; max: number }
  cast: readonly Cast[]
  obstacles: readonly Obstacle[]
  assignments: readonly AssignmentGrade[]
}
