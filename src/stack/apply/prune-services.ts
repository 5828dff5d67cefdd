import { EngineAnswerError, type EngineClient } from '../../docker/client.ts'
import { type PersistEffects, persist } from '../../docker/persist.ts'
import { SwarmlineError } from '../../errors.ts'
import { stackObjects } from '../plan/plan.ts'

/**
 * Removes the services of a stack that its files no longer name. To be done when the rest has converged:
 * `docker stack deploy --prune` removes them first, and those of every stage but its own.
 *
 * @param names full names of the services to remove: `workshop_old`. One that is not of this stack, or gone
 *   already, is left alone.
 * @returns the names that were removed
 * @throws `deploy-failed` in the engine's words; those of the engine client
 */
export async function pruneServices(
  client: EngineClient,
  stack: string,
  names: readonly string[],
  fx: PersistEffects
): Promise<string[]> {
  if (names.length === 0) return []
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx)
  const removed: string[] = []
  for (const { ID, Spec } of services.filter(service => names.includes(service.Spec.Name))) {
    const remove = () => client.json('DELETE', `/services/${ID}`, { signal: fx.signal })
    await persist(remove, fx).catch(error => {
      if (!(error instanceof EngineAnswerError)) throw error
      if (error.status !== 404)
        throw new SwarmlineError('deploy-failed', `${Spec.Name} could not be removed: ${error.message}`, {
          hint: `remove it: docker service rm ${Spec.Name}`,
          cause: error
        })
    })
    removed.push(Spec.Name)
  }
  return removed
}
