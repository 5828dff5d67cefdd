import * as z from 'zod'
import type { ApiTask } from '../../docker/types.ts'
import { type Deed, draining } from '../disturb/drain.ts'
import type { TaskHistory } from '../disturb/histories.rules.ts'
import { noVictim, victimsOf } from '../disturb/kill.ts'
import type { ServiceLook } from '../disturb/look.ts'
import { beforeDisturbing } from '../disturb/put-back.ts'
import { amongVisitors, visitorFields } from '../disturb/visitors.ts'
import { watchService } from '../disturb/watch-service.ts'
import { runningOf } from '../disturb/whole.rules.ts'
import { defineKind } from '../kind.ts'
import { duration } from '../suite/duration.ts'
import { serviceName } from '../suite/wanted.ts'
import type { World } from '../world.ts'
import { judgeSelfHealing, type SelfHealingEvidence, selfHealingExpected } from './self-healing.rules.ts'

const params = z.strictObject({
  service: serviceName(),
  what: z
    .enum(['kill-container', 'drain-node'])
    .default('kill-container')
    .describe('What is done to it: SIGKILL to one container, or draining of one node with a task.'),
  within: duration().prefault('60s').describe('Until all tasks run again.'),
  ...visitorFields({ default: undefined, says: 'The most requests that may fail; without it, any number.' })
})

export const selfHealing = defineKind({
  name: 'self-healing',
  explanation:
    'Kills a container of a service, or drains a node that runs one, and waits until as many tasks run as before, the ' +
    'lost ones replaced. Where a port is said, visitors ask all the while, and what they lost is reported and may be ' +
    'limited. A drained node is made active again; tasks that moved away from it stay where they are.',
  example: `- kind: self-healing
  service: backend
  what: kill-container
  within: 30s
  port: 80`,
  isDisturbing: true,
  visits: 'makes',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: selfHealingExpected,
  place: ({ service }) => ['services', service, 'deploy'],
  gather: (asked, world) => gather(asked, world),
  judge: judgeSelfHealing
})

async function gather(asked: z.output<typeof params>, world: World): Promise<SelfHealingEvidence> {
  const { service, what, within } = asked
  const look = await beforeDisturbing(service, world)
  if (look.kind !== 'ready') return look
  const deed = what === 'kill-container' ? killing(service, look, world) : await draining(look, world)
  if (deed.kind !== 'deed') return deed
  const wanted = runningOf(look).running
  const { done, requests } = await amongVisitors(asked, world, async () => {
    const startMs = world.clock.now()
    await deed.act()
    const isHealed = (now: ServiceLook, histories: readonly TaskHistory[]) =>
      areOver(histories, deed.tasks) && runningOf(now).running >= wanted
    const watched = await watchService(service, isHealed, within, world)
    return { ...watched, tookMs: world.clock.now() - startMs }
  })
  const { histories, last, hasEnded, tookMs } = done
  const old = new Set(look.tasks.map(task => task.ID))
  const made = histories.filter(task => !old.has(task.id))
  return {
    kind: 'disturbed',
    node: deed.node,
    lostTasks: deed.tasks.length,
    hasHealed: hasEnded,
    tookMs,
    running: last ? runningOf(last).running : 0,
    wanted,
    on: nodeNames(made, world),
    error: made.findLast(task => task.error)?.error ?? '',
    requests
  }
}

function killing(service: string, look: { tasks: ApiTask[] }, world: World): Deed {
  const [victim] = victimsOf(look.tasks, world)
  if (!victim) return noVictim(service)
  return { kind: 'deed', node: victim.node, tasks: [victim.task], act: victim.kill }
}

function areOver(histories: readonly TaskHistory[], ids: readonly string[]): boolean {
  return ids.every(id => histories.find(task => task.id === id)?.endedMs !== undefined)
}

function nodeNames(made: readonly TaskHistory[], world: World): string[] {
  const running = made.filter(task => task.ranMs !== undefined && task.endedMs === undefined)
  const names = running.map(task => world.nodes.find(node => node.id === task.nodeId)?.name)
  return [...new Set(names.flatMap(name => name ?? []))]
}
