import { isOutOfSequence } from '../../docker/client.ts'
import type { ApiServiceSpec } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import type { World } from '../world.ts'
import { lookAtService } from './look.ts'

const MOST_TRIES = 5

/**
 * Gives a service another spec, made of the one that it has. Where somebody else changed it in between, it is read
 * and changed anew.
 *
 * @throws `input` when the service is gone; `engine-lost`; `cancelled`
 */
export async function changeService(
  service: string,
  change: (spec: ApiServiceSpec) => ApiServiceSpec,
  world: Pick<World, 'stack' | 'manager'>,
  signal: AbortSignal
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const look = await lookAtService(service, world, signal)
    if (!look) throw new SwarmlineError('input', `the swarm has no service ${service} any more`)
    const { ID, Version, Spec } = look.service
    try {
      await world.manager.json('POST', `/services/${ID}/update`, {
        query: { version: Version.Index },
        body: change(Spec),
        signal
      })
      return
    } catch (error) {
      if (!isOutOfSequence(error) || tries === MOST_TRIES) throw error
    }
  }
}

/** The same spec, of which every task is to be made anew. */
export function forced(spec: ApiServiceSpec): ApiServiceSpec {
  const { TaskTemplate } = spec
  return { ...spec, TaskTemplate: { ...TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 } }
}
