import { SwarmlineError } from '../../errors.ts'
import type { ObjectChange, StackChanges } from '../../stack/plan/plan.ts'

/**
 * @param isStrict whether what docker leaves other than the files say is an error, too
 * @throws `deploy-failed`: every change that the swarm would refuse half-way, or never make, and the way out
 */
export function requireAcceptable({ stack, services, objects }: StackChanges, isStrict: boolean): void {
  const refused = [
    ...services.flatMap(({ name, refusal }) =>
      refusal === undefined ? [] : [`service ${name}: ${refusal}`]
    ),
    ...objects.filter(each => isRefused(each, isStrict)).map(driftInWords)
  ]
  if (refused.length > 0)
    throw new SwarmlineError('deploy-failed', `deploying ${stack}: ${refused.join('; ')}`)
}

/** What is not as the files say and stays so, for a log. */
export const driftsOf = ({ objects }: StackChanges): string[] =>
  objects.filter(({ change }) => change === 'drifted').map(driftInWords)

/** A content that cannot change, and an isolation that would not be in force, are refused in any case. */
function isRefused({ kind, change, fields }: ObjectChange, isStrict: boolean): boolean {
  if (change !== 'drifted') return false
  const isSafety = fields.some(
    ({ field, to }) =>
      (field === 'internal' && to === 'true') || (field === 'driver_opts.encrypted' && to !== undefined)
  )
  return isStrict || kind === 'secret' || kind === 'config' || isSafety
}

function driftInWords({ kind, name, fields }: ObjectChange): string {
  const what = fields.map(({ field }) => field).join(', ')
  switch (kind) {
    case 'secret':
    case 'config':
      return `${kind} ${name}: it exists with different content, and a swarm never changes it: give it a new name: in the stack file, or leave name: out for one that follows the content`
    case 'network':
      return `network ${name}: it exists with another ${what}, and docker never changes a network: give it a new name in the stack file, or remove the stack first (docker stack rm)`
    case 'volume':
      return `volume ${name}: nodes that have it keep it with another ${what}: give it a new name in the stack file, or remove it on each node (docker volume rm ${name})`
  }
}
