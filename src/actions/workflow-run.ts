import { context } from '@actions/github'

/** Whose work it is, for the labels of what is made: `octo/swarm run 42.1`. Only within a workflow. */
export function ownerOfRun(): string {
  const { owner, repo } = context.repo
  return `${owner}/${repo} run ${context.runId}.${context.runAttempt}`
}
