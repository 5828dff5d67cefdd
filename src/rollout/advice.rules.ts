import type { DeployResult, FailureCategory, TaskFailure } from './outcome.ts'

/** The one line and the way out for a deploy that did not converge; the logs stay in the result. */
export function explainOutcome(result: DeployResult): { message: string; hint: string } {
  const bad = result.services.filter(s => s.outcome !== 'converged')
  const first = bad.find(s => s.outcome === result.outcome)
  const failure = result.failures.find(f => f.service === first?.name)
  const where = failure?.node ? ` on ${failure.node}` : ''
  const others = bad.length > 1 ? ` (and ${bad.length - 1} more)` : ''
  const counts = first ? ` (${first.running}/${first.wanted})` : ''
  return {
    message: `${first?.name ?? result.stack} ${IN_WORDS[result.outcome]}${counts}: ${failure?.error ?? 'no task'}${where}${others}`,
    hint: result.outcome === 'paused' ? pausedHint(first?.name ?? '') : hintFor(failure)
  }
}

const IN_WORDS: Record<DeployResult['outcome'], string> = {
  converged: 'converged',
  'rolled-back': 'was rolled back',
  paused: 'is paused half-way',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was no longer watched'
}

/** Nobody but a person ends a pause, and there are two ways. */
const pausedHint = (service: string): string =>
  `fix the cause and deploy again, or go back: docker service rollback ${service}`

const HINTS: Record<FailureCategory, string> = {
  image: 'push the image, check its name, and give the nodes the login (with-registry-auth)',
  placement: 'label a node as the constraint asks (docker node update --label-add), or change the constraint',
  port: 'free the port, or publish another one',
  exit: 'the last lines of its log say why; see more with docker service logs',
  health: 'the health check never passed: try it in the container, or give it a longer start_period',
  resources: 'lower deploy.resources.reservations, or add a node',
  network: 'look at the networks of the stack: docker network ls',
  secret: 'look at the secrets and configs of the stack: docker secret ls, docker config ls',
  other: 'see docker service ps --no-trunc'
}

const hintFor = (failure: TaskFailure | undefined): string =>
  /no space left on device/i.test(failure?.error ?? '')
    ? `free some space on ${failure?.node || 'the node'}: docker system prune`
    : HINTS[failure?.category ?? 'other']
