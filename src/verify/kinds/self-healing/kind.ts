import * as z from 'zod'
import { EngineAnswerError } from '../../../docker/client.ts'
import type { ApiTask } from '../../../docker/types.ts'
import { isAway, lookAtNodes } from '../../disturb/away.ts'
import { type Deed, draining } from '../../disturb/drain.ts'
import type { TaskHistory } from '../../disturb/histories.rules.ts'
import { noVictim, victimsOf } from '../../disturb/kill.ts'
import type { ServiceLook } from '../../disturb/look.ts'
import { losing } from '../../disturb/lose-node.ts'
import { NODE_LOSSES } from '../../disturb/node-loss.rules.ts'
import type { NotDisturbed } from '../../disturb/not-disturbed.rules.ts'
import { beforeDisturbing } from '../../disturb/put-back.ts'
import { amongVisitors, visitorFields } from '../../disturb/visitors.ts'
import { type Watched, watchService } from '../../disturb/watch-service.ts'
import { runningOf } from '../../disturb/whole.rules.ts'
import { defineKind } from '../../kind.ts'
import { duration } from '../../suite/duration.ts'
import { serviceName } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { judgeSelfHealing, type SelfHealingEvidence, selfHealingExpected, withinOf } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  what: z
    .enum(['kill-container', 'drain-node', ...NODE_LOSSES])
    .default('kill-container')
    .describe(
      'What is done to it: SIGKILL to one container, or draining of one node with a task; or such a node loses its ' +
        'power (kill-node) or its network (disconnect-node), or the swarm’s leader loses its power (kill-leader).'
    ),
  within: duration()
    .optional()
    .describe(
      'Until all tasks run again; without it 60s, or where a node is lost 3m, since a swarm takes its time to notice: ' +
        'three heartbeats, which is 15 s, or 60 s where Swarmline emulates the nodes, and some 20 s more to elect a leader.'
    ),
  ...visitorFields({ default: undefined, says: 'The most requests that may fail; without it, any number.' })
})

export const selfHealing = defineKind({
  name: 'self-healing',
  explanation:
    'Kills a container of a service, drains a node that runs one, or lets a node be lost, and waits until as many ' +
    'tasks run as before, the lost ones replaced. Where a port is said, visitors ask all the while, and what they lost ' +
    'is reported and may be limited; what they ask of the lost node itself is counted apart. The node is brought ' +
    'back; tasks that moved away from it stay where they are. Only nodes that Swarmline made can be lost, and of ' +
    'managers only one that leaves a majority of them: otherwise it is inconclusive.',
  example: `- kind: self-healing
  service: backend
  what: kill-container
  within: 30s
  port: 80
- kind: self-healing
  service: backend
  what: kill-node
  port: 80`,
  isDisturbing: true,
  disturbs: ({ what }) => (what === 'kill-container' ? 'service' : 'nodes'),
  visits: 'makes',
  deadlineMs: params => withinOf(params) + 60_000,
  params,
  expected: selfHealingExpected,
  place: ({ service }) => ['services', service, 'deploy'],
  gather: (asked, world) => gather(asked, world),
  judge: judgeSelfHealing
})

async function gather(asked: z.output<typeof params>, world: World): Promise<SelfHealingEvidence> {
  const { service } = asked
  const look = await beforeDisturbing(service, world)
  if (look.kind !== 'ready') return look
  const deed = await deedOf(asked, look, world)
  if (deed.kind !== 'deed') return deed
  const wanted = runningOf(look).running
  const { done, requests } = await amongVisitors(asked, world, async () => {
    const startMs = world.clock.now()
    await deed.act()
    const watched = await watchHealing(asked, deed, wanted, world)
    return { ...watched, tookMs: world.clock.now() - startMs }
  })
  const { histories, last, hasEnded, tookMs, leader } = done
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
    requests,
    ...(deed.elsewhere ? { lostNode: deed.node } : {}),
    ...(leader === undefined ? {} : { leader })
  }
}

/** Until as many tasks run as before, the lost ones replaced, and where the leader was lost another one leads. */
async function watchHealing(
  asked: z.output<typeof params>,
  deed: Deed,
  wanted: number,
  world: World
): Promise<Pick<Watched, 'histories' | 'last' | 'hasEnded'> & { leader: string | undefined }> {
  const isOfLeader = asked.what === 'kill-leader'
  const watcher = deed.elsewhere ?? world
  let leader: string | undefined
  const isHealed = async (now: ServiceLook, histories: readonly TaskHistory[]) => {
    if (isOfLeader) leader = await leaderBeside(deed.node, watcher)
    const isLed = !isOfLeader || leader !== undefined
    return isLed && areOver(histories, deed.tasks) && runningOf(now).running >= wanted
  }
  try {
    const watched = await watchService(asked.service, isHealed, withinOf(asked), watcher, !!deed.elsewhere)
    return { ...watched, leader }
  } catch (error) {
    // A manager that answers, and cannot tell: it knows of no leader.
    const isLeaderless = isOfLeader && leader === undefined && error instanceof EngineAnswerError
    if (!isLeaderless || !isAway(error)) throw error
    return { histories: [], last: undefined, hasEnded: false, leader }
  }
}

function deedOf(
  { service, what }: Pick<z.output<typeof params>, 'service' | 'what'>,
  look: ServiceLook,
  world: World
): Deed | NotDisturbed | Promise<Deed | NotDisturbed> {
  if (what === 'kill-container') return killing(service, look, world)
  return what === 'drain-node' ? draining(look, world) : losing(what, look, world)
}

/** The name of the leader, once it is another node than the one that is lost. */
async function leaderBeside(lost: string, world: World): Promise<string | undefined> {
  const nodes = await lookAtNodes(world, world.signal)
  const leader = nodes.find(node => node.ManagerStatus?.Leader)
  const name = leader && (world.nodes.find(({ id }) => id === leader.ID)?.name ?? leader.Description.Hostname)
  return name === lost ? undefined : name
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
