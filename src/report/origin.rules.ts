import type { RunOrigin } from './run-report.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the event of a workflow says of a pull request; all else of it is of no use here. */
export type WorkflowEvent = {
  repository?: { default_branch?: unknown }
  pull_request?: { number?: unknown; head?: { sha?: unknown; ref?: unknown } }
}

/**
 * Where a run comes from, by the variables that GitHub sets in every step, and by two of our own that say which
 * environment it is for. A value that does not have the expected form is left out: a branch may be called anything.
 */
export function originOf(env: Environment, event: WorkflowEvent = {}): RunOrigin {
  const environment = environmentOf(env)
  const server = webAddress(env.GITHUB_SERVER_URL) ?? ''
  const repository = matching(env.GITHUB_REPOSITORY, /^[\w.-]{1,100}\/[\w.-]{1,100}$/)
  if (env.GITHUB_ACTIONS !== 'true' || !server || !repository) return { ...(environment && { environment }) }
  const home = `${server.replace(/\/+$/, '')}/${repository}`
  const pullRequest = event.pull_request
  const number = Number.isInteger(pullRequest?.number) ? Number(pullRequest?.number) : undefined
  // Of a pull request the workflow checks out a merge that exists nowhere else: its head is what people know.
  const sha = matching(pullRequest?.head?.sha ?? env.GITHUB_SHA, /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
  const ref = matching(pullRequest?.head?.ref ?? env.GITHUB_REF_NAME, /^[^\p{Cc}]{1,255}$/u)
  const run = matching(env.GITHUB_RUN_ID, /^\d{1,20}$/)
  const attempt = Number(matching(env.GITHUB_RUN_ATTEMPT, /^\d{1,6}$/) ?? 1)
  return {
    repository: { name: repository, url: home },
    ...(sha && { commit: { sha, ...(ref && { ref }), url: `${home}/commit/${sha}` } }),
    ...(run && {
      run: { title: runTitle(env), url: `${home}/actions/runs/${run}/attempts/${attempt}`, attempt }
    }),
    ...(number && { pullRequest: { number, url: `${home}/pull/${number}` } }),
    ...(environment && { environment }),
    ...(env.GITHUB_ACTOR && { actor: env.GITHUB_ACTOR })
  }
}

function runTitle({ GITHUB_WORKFLOW, GITHUB_RUN_NUMBER, GITHUB_JOB }: Environment): string {
  const number = GITHUB_RUN_NUMBER ? ` #${GITHUB_RUN_NUMBER}` : ''
  return `${GITHUB_WORKFLOW || 'Run'}${number}${GITHUB_JOB ? `, ${GITHUB_JOB}` : ''}`
}

function environmentOf(env: Environment): RunOrigin['environment'] {
  const name = env.SWARMLINE_ENVIRONMENT
  if (!name) return undefined
  const url = webAddress(env.SWARMLINE_ENVIRONMENT_URL)
  return { name, ...(url && { url }) }
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}

/** The address where it is one that a page may link to: http or https, without a password in it. */
export function webAddress(text: string | undefined): string | undefined {
  if (!text || text.length > 2000 || !URL.canParse(text)) return undefined
  const { protocol, username, password, href } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && !username && !password ? href : undefined
}
