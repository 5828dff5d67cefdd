import type { ApiService, ApiTask } from '../../src/docker/types.ts'
import { type ShopStack, STACK } from './healthy-stack.ts'

const ENDED = ['complete', 'failed', 'shutdown', 'rejected', 'orphaned', 'remove']

/**
 * What is still to come before the swarm shows the stack as its file says; `undefined` when nothing is. Nothing of
 * earlier stacks runs any more, and every service has all of its tasks; of a broken one, a task has said why not.
 */
export function howSettled(
  stack: ShopStack,
  services: readonly ApiService[],
  tasks: readonly ApiTask[],
  broken: readonly string[]
): string | undefined {
  const known = new Set(services.map(service => service.ID))
  const left = tasks.filter(task => !known.has(task.ServiceID) && !ENDED.includes(task.Status.State))
  if (left.length > 0) return `${left.length} tasks of earlier services still run`
  for (const [name, said] of Object.entries(stack.services)) {
    const service = services.find(each => each.Spec.Name === `${STACK}_${name}`)
    if (!service) return `there is no service ${name}`
    const own = tasks.filter(task => task.ServiceID === service.ID)
    const running = own.filter(task => task.DesiredState === 'running' && task.Status.State === 'running')
    if (broken.includes(name)) {
      const hasSpoken = own.some(
        ({ Status }) =>
          ['failed', 'rejected', 'complete'].includes(Status.State) ||
          (Status.State === 'pending' && Status.Err)
      )
      if (!hasSpoken) return `no task of ${name} has said what is wrong`
      continue
    }
    const wanted = (said as { deploy?: { replicas?: number } }).deploy?.replicas ?? 1
    if (running.length < wanted) return `${running.length} of ${wanted} tasks of ${name} run`
  }
  return undefined
}
