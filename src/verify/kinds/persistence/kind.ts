import * as z from 'zod'
import { waitFor } from '../../../effects/wait-for.ts'
import { SwarmlineError } from '../../../errors.ts'
import { changeService, forced } from '../../disturb/change-service.ts'
import { noVictim, victimsOf } from '../../disturb/kill.ts'
import { lookAtService } from '../../disturb/look.ts'
import { restarting } from '../../disturb/lose-node.ts'
import { beforeDisturbing } from '../../disturb/put-back.ts'
import { watchService } from '../../disturb/watch-service.ts'
import { isWhole, runningOf } from '../../disturb/whole.rules.ts'
import { defineKind } from '../../kind.ts'
import { runInTask } from '../../looking/in-task.ts'
import { publishingNodes } from '../../looking/publishing-nodes.ts'
import { readVisits } from '../../round/measurement.ts'
import { duration } from '../../suite/duration.ts'
import { port, program, serviceName } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { judgePersistence, type PersistenceEvidence, persistenceExpected, type Reading } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  by: z
    .enum(['kill', 'update', 'restart-node'])
    .default('kill')
    .describe(
      'Whether its containers are killed (SIGKILL), an update replaces its tasks, or the node that runs it loses its ' +
        'power and begins again (restart-node).'
    ),
  port: port()
    .optional()
    .describe('Published port whose page shows the counter (`Number of visits: <n>`) that must go on.'),
  command: program()
    .optional()
    .describe('Instead: a program in the service’s container that must write the same before and after.'),
  within: duration()
    .prefault('90s')
    .describe(
      'Until the tasks are replaced, and again until there is a value; a node begins again before it.'
    )
})

export const persistence = defineKind({
  name: 'persistence',
  explanation:
    'Reads a value, replaces every task of the service that keeps it, and reads it again: a counter must go on from ' +
    'where it was, a program must write the same. Fails when the value is lost or older, or the tasks do not come ' +
    'back. Inconclusive when there was no value before, and where the node cannot be restarted: only one that ' +
    'Swarmline made can, and of managers one that leaves a majority of them.',
  example: `- kind: persistence
  service: redis
  port: 80
- kind: persistence
  service: redis
  by: restart-node
  port: 80`,
  isDisturbing: true,
  disturbs: ({ by }) => (by === 'restart-node' ? 'nodes' : 'service'),
  visits: 'makes',
  deadlineMs: ({ within, by }) => 2 * within + (by === 'restart-node' ? 240_000 : 60_000),
  params,
  faultOf: ({ port: published, command }) =>
    (published === undefined) === (command === undefined)
      ? 'persistence takes either port, or command'
      : undefined,
  expected: persistenceExpected,
  place: ({ service }) => ['services', service, 'volumes'],
  gather: (asked, world) => gather(asked, world),
  judge: judgePersistence
})

async function gather(asked: z.output<typeof params>, world: World): Promise<PersistenceEvidence> {
  const { service, by, within } = asked
  const look = await beforeDisturbing(service, world)
  if (look.kind !== 'ready') return look
  const before = await readValue(asked, world)
  if (before.kind === 'none') return { kind: 'not-read', why: before.why }
  const running = look.tasks.filter(task => task.DesiredState === 'running')
  const ids = running.map(task => task.ID)
  let watcher = world
  if (by === 'update') await changeService(service, forced, world, world.signal)
  else if (by === 'restart-node') {
    const restart = await restarting(look, world)
    if (restart.kind !== 'restart') return restart
    watcher = restart.elsewhere
    await restart.act()
  } else {
    const victims = victimsOf(running, world)
    if (victims.length < running.length) return noVictim(service)
    await Promise.all(victims.map(victim => victim.kill()))
  }
  const wanted = runningOf(look).running
  const { hasEnded, tookMs } = await watchService(
    service,
    (now, histories) =>
      histories.filter(task => ids.includes(task.id)).every(task => task.endedMs !== undefined) &&
      isWhole(now) &&
      runningOf(now).running >= wanted,
    within,
    watcher,
    by === 'restart-node'
  )
  const after: Reading = hasEnded
    ? await readUntilThere(asked, watcher)
    : { kind: 'none', why: 'its tasks did not come back' }
  return { kind: 'replaced', before, after, isReplaced: hasEnded, tookMs }
}

/** Whoever uses the service may need a moment to reach its new task. */
async function readUntilThere(asked: z.output<typeof params>, world: World): Promise<Reading> {
  let last: Reading = { kind: 'none', why: 'nothing was read' }
  try {
    await waitFor(
      'a value',
      async () => {
        last = await readValue(asked, world)
        return last.kind === 'value' || undefined
      },
      { clock: world.clock, deadlineMs: asked.within, everyMs: 1000, signal: world.signal }
    )
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== 'timed-out') throw error
  }
  return last
}

async function readValue(asked: z.output<typeof params>, world: World): Promise<Reading> {
  if (asked.port !== undefined) return readCounter(asked.port, world)
  const look = await lookAtService(asked.service, world, world.signal)
  const doors = (look?.tasks ?? []).flatMap(task => {
    const containerId = task.Status.ContainerStatus?.ContainerID
    const at = world.nodes.find(node => node.id === task.NodeID)
    const isRunning = task.DesiredState === 'running' && task.Status.State === 'running'
    return isRunning && containerId ? [{ task: task.ID, node: at?.name ?? '', containerId, at }] : []
  })
  const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine))
  if (!door) return { kind: 'none', why: 'no task runs' }
  const run = await runInTask(door, { argv: asked.command ?? [], timeoutMs: 20_000, maxBytes: 65_536 }, world)
  if (run.kind === 'unreachable') return noVictim(asked.service)
  if (run.kind === 'not-started') return { kind: 'none', why: run.reason }
  if (run.exitCode !== 0) return { kind: 'none', why: run.stderr || `the program ended with ${run.exitCode}` }
  return run.stdout
    ? { kind: 'value', value: run.stdout }
    : { kind: 'none', why: 'the program wrote nothing' }
}

async function readCounter(published: number, world: World): Promise<Reading> {
  const { nodes } = await publishingNodes(world, published)
  const doors = await Promise.all(
    nodes.map(async node => ({ endpoint: await world.endpointOf(node, published) }))
  )
  const seen = await readVisits(doors, world.signal)
  return seen.kind === 'none'
    ? { kind: 'none', why: `the page on :${published} shows no number of visits: ${seen.why}` }
    : { kind: 'value', value: seen.visits }
}
