import type { DeployOutcome, DeployResult } from './outcome.ts'

/** The result of a deploy that came to watch no service: there was none, or it was cut short before. */
export const emptyResult = (
  stack: string,
  outcome: DeployOutcome,
  startedAtMs: number,
  endedAtMs: number
): DeployResult => ({
  stack,
  outcome,
  services: [],
  failures: [],
  startedAt: new Date(startedAtMs).toISOString(),
  durationMs: endedAtMs - startedAtMs
})
