import { SwarmlineError } from '../../../errors.ts'
import { type BookKind, OUR_LABEL, STACK_LABEL } from '../../../plain/labels.ts'
import type { ApiConfig } from '../swarm-configs.ts'

type Labelled = Pick<ApiConfig, 'Spec'>

/** Did swarmline make it? What `docker stack deploy` makes has the stack's label, whatever other labels a file gives it. */
export const isOurs = ({ Spec: { Labels } }: Labelled, kind: BookKind): boolean =>
  Labels?.[OUR_LABEL.kind] === kind && Labels[STACK_LABEL] === undefined

/**
 * A lock is one by its name, which everybody has to know beforehand: so others can take the name. What they made is left to
 * them.
 *
 * @throws `deploy-failed` for a config of somebody else's, with its owner and the way out
 */
export function requireOurs(config: Labelled, kind: BookKind, stack: string): void {
  if (isOurs(config, kind)) return
  const { Name, Labels } = config.Spec
  const owner = Labels?.[STACK_LABEL]
  throw new SwarmlineError(
    'deploy-failed',
    `${stack} cannot be locked: the config ${Name} is not swarmline’s, but ${owner ? `the stack ${owner}’s` : 'somebody else’s'}`,
    {
      hint: `${owner ? `rename it in the files of ${owner}, or remove it` : 'remove it'} once no service uses it: docker config rm ${Name}`
    }
  )
}
