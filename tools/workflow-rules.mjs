// Our own rules for workflows and actions, beyond what GitHub's language service and actionlint know: supply
// chain, injection into shells, time-outs, outputs of local actions that nobody declares.
import YAML from 'yaml'
import { runnerFaults } from './runner-rules.mjs'

/** @typedef {(node: unknown, rule: string, message: string) => void} Report where a fault stands, and what it is */

const PINNED = /^(?:\.\/|docker:\/\/.*@sha256:|[^@]+@[0-9a-f]{40}$)/

/**
 * @param {YAML.Document} doc a workflow or an action.yml
 * @param {{isWorkflow: boolean, metadata(dir: string): any, shellcheck(script: string): string[], report: Report}} by
 */
export function applyRules(doc, { isWorkflow, metadata, shellcheck, report }) {
  const data = doc.toJS() ?? {}
  if (isWorkflow && data.permissions === undefined)
    report(doc.contents, 'excessive-permissions', 'no top-level permissions:')
  for (const [id, job] of Object.entries(data.jobs ?? {})) {
    if (!job.uses && job['timeout-minutes'] === undefined)
      report(doc.getIn(['jobs', id], true), 'timeout', `job ${id} has no timeout-minutes`)
    for (const message of unknownOutputs(job, metadata))
      report(doc.getIn(['jobs', id], true), 'unknown-output', message)
  }
  if (isWorkflow)
    for (const { path, rule, message } of runnerFaults(data)) report(doc.getIn(path, true), rule, message)
  YAML.visit(doc, {
    Pair(_key, { key, value: node }, parents) {
      const value = node?.value
      if (typeof value !== 'string') return
      if (key?.value === 'uses' && !PINNED.test(value))
        report(node, 'unpinned-uses', `${value} is not pinned to a commit`)
      if (key?.value === 'uses' && /^actions\/checkout@/.test(value)) {
        const step = parents.at(-1)?.toJS(doc)
        if (step?.with?.['persist-credentials'] !== false)
          report(node, 'artipacked', 'checkout without persist-credentials: false')
      }
      if (key?.value !== 'run') return
      for (const [, expression] of value.matchAll(/\$\{\{(.*?)\}\}/gs))
        report(node, 'template-injection', `pass \${{${expression}}} through env:`)
      for (const line of shellcheck(value.replace(/\$\{\{.*?\}\}/gs, part => '_'.repeat(part.length))))
        report(node, 'shellcheck', line)
    }
  })
}

/** `steps.ID.outputs.NAME` of a local action that does not declare NAME. */
function unknownOutputs(job, metadata) {
  const found = []
  const declared = new Map()
  for (const { id, uses } of job.steps ?? [])
    if (id && uses?.startsWith('./')) declared.set(id, Object.keys(metadata(uses)?.outputs ?? {}))
  const uses = JSON.stringify(job).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)
  for (const [, id, name] of uses)
    if (declared.has(id) && !declared.get(id).includes(name)) found.push(`${id} has no output ${name}`)
  return [...new Set(found)]
}
