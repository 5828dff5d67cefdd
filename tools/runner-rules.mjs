// What keeps a runner of one's own from other people's code, and secrets from its disk. Functions of plain data.

/** Machines of GitHub's, gone with all that is on them after one job. */
const HOSTED = /^(?:ubuntu|windows|macos)-[\w.-]+$/
const FOREIGN_EVENTS = ['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run']
const BY_HAND = ['workflow_dispatch', 'repository_dispatch']
const ON_DEFAULT_BRANCH =
  /github\.ref == format\('refs\/heads\/\{0\}', github\.event\.repository\.default_branch\)/

const listOf = value => (value === undefined ? [] : [value].flat())
const eventsOf = on => (typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {}))

/**
 * @param {any} workflow as YAML gives it
 * @returns {{path: (string | number)[], rule: string, message: string}[]}
 */
export function runnerFaults(workflow) {
  const found = []
  const events = eventsOf(workflow.on)
  for (const [id, job] of Object.entries(workflow.jobs ?? {})) {
    const labels = job?.['runs-on']
    const isHosted =
      job?.uses !== undefined ||
      (listOf(labels).length > 0 &&
        listOf(labels).every(label => typeof label === 'string' && HOSTED.test(label)))
    const foreign = events.filter(event => FOREIGN_EVENTS.includes(event))
    if (!isHosted && foreign.length > 0)
      found.push({
        path: ['jobs', id],
        rule: 'foreign-code-on-own-runner',
        message: `job ${id} runs on ${foreign.join(', ')}: name a machine of GitHub's, ubuntu-24.04`
      })
    if (!isHosted && events.some(event => BY_HAND.includes(event)) && !ON_DEFAULT_BRANCH.test(job?.if ?? ''))
      found.push({
        path: ['jobs', id],
        rule: 'any-branch-on-own-runner',
        message: `job ${id} may be started from any branch: let its if: compare github.ref with the default branch`
      })
    for (const [index, step] of listOf(job?.steps).entries())
      if (writesSecret(step, job, workflow))
        found.push({
          path: ['jobs', id, 'steps', index],
          rule: 'secret-on-disk',
          message: 'a secret is written to a file, which stays on the runner: give it as an input'
        })
  }
  return found
}

/** A script with a secret in its environment that writes to a file. */
function writesSecret(step, job, workflow) {
  if (typeof step?.run !== 'string') return false
  const hasSecret = [step.env, job.env, workflow.env].some(env =>
    /\bsecrets\b/.test(JSON.stringify(env ?? {}))
  )
  const targets = [...step.run.matchAll(/(?<![0-9&])>{1,2}\s*([^\s;)&|]+)|\btee\s+([^\s;)&|]+)/g)]
  return hasSecret && targets.some(([, to, tee]) => !['/dev/null', '&2', '/dev/stderr'].includes(to ?? tee))
}
