import { inTerminal } from '../plain/text.ts'
import type { DeployHistory, PastDeploy } from '../usecases/deploy-history.ts'
import type { StackStatus } from '../usecases/status.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'

export const deployHistoryText = ({ deploys }: DeployHistory, look: Look): string =>
  deploys.map(deploy => deployLines(deploy, look).join('\n')).join('\n\n')

function deployLines(
  { seq, at, owner, outcome, rollbackTo, failure, undone, summary }: PastDeploy,
  look: Look
): string[] {
  const began = at.slice(0, 19).replace('T', ' ')
  const back = rollbackTo === undefined ? '' : `, back to deploy ${rollbackTo}`
  const { green, yellow } = paint(look).color
  const painted = (outcome === 'converged' ? green : yellow)(inTerminal(outcome))
  return [
    `${inTerminal(`Deploy ${seq}, ${began}, by ${owner}: `)}${painted}${back}`,
    ...(failure ? [inTerminal(`  why: ${failure}`)] : []),
    ...(undone && outcome !== 'converged' && rollbackTo === undefined
      ? [inTerminal(`  the stack was ${undone}`)]
      : []),
    ...(summary ? indented(summary, 'no service changed') : ['  what it changed is not on record'])
  ]
}

/** What somebody changed by hand, for `swarmline status --drift`. */
export function driftText(drift: NonNullable<StackStatus['drift']>): string {
  if (drift.kind === 'unknown') return inTerminal(`Cannot tell what was changed by hand: ${drift.why}.`)
  if (drift.services.length === 0) return `Nothing was changed by hand since deploy ${drift.since}.`
  return [`Changed by hand since deploy ${drift.since}:`, ...indented(drift.summary, '')].join('\n')
}

const indented = (lines: readonly string[], none: string): string[] =>
  (lines.length > 0 ? lines : [none]).map(line => `  ${line}`)
