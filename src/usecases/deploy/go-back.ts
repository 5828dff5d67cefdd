import type { DockerCommand } from '../../docker/command.ts'
import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import { readStanding, type StackSnapshot } from '../../stack/apply/apply.ts'
import { isLockLost } from '../../stack/kept/kept.ts'
import type { DeployRequest } from '../requests.ts'
import type { OpenSwarm } from '../swarm.ts'
import { type OnFailure, type Undone, undoDeploy } from '../undo.ts'
import type { Probing } from './probing.ts'

/** What was asked for, and of whom. */
type DeployToUndo = { request: DeployRequest; swarm: OpenSwarm; docker: DockerCommand }

/** How long a deploy that was cancelled may take to go back: whoever cancelled it waits. */
const UNDO_AFTER_CANCEL_MS = 60_000
/** An engine that has been away for a minute already is not waited for that long again. */
const UNDO_WHEN_LOST_MS = 20_000

/** What became of the stack, and, where it is neither old nor gone, how each of its services stands. */
export type WentBack = { undone: Undone | undefined; leftBehind: readonly string[] | undefined }

export type WayBack = {
  snapshot: StackSnapshot
  probing: Pick<Probing, 'phase'>
  /** What the watch saw when it was cut short. */
  seenLeft?: readonly string[] | undefined
  /** The engine has not answered for long. */
  isEngineLost?: boolean
}

/**
 * Takes the stack back, or does with it whatever is asked for. Of a first deploy nothing stays, since there is
 * nothing to go back to. It works after a cancellation as well, and one that comes meanwhile changes only how long it
 * may take: where it goes is what the cancellation wants, too. What it cannot do it says, and the deploy's own
 * failure goes first.
 */
export async function goBack(given: DeployToUndo, way: WayBack, fx: Effects): Promise<WentBack> {
  const { request, swarm } = given
  const { snapshot, probing, seenLeft } = way
  const isFirst = snapshot.services.length === 0
  const onFailure = isFirst && request.onFailure === 'rollback' ? 'remove' : request.onFailure
  const look = () => readStanding(swarm.manager, snapshot, 'from before the deploy', fx)
  probing.phase(onFailure)
  try {
    const undone = await undo(given, way, onFailure, fx)
    const isGood = undone.kind === 'removed' || (undone.kind === 'restored' && undone.isComplete)
    const seen = undone.kind === 'kept' ? seenLeft : undefined
    return { undone, leftBehind: isGood ? undefined : (seen ?? (await look())) }
  } catch (error) {
    const why = way.isEngineLost ? 'the engine does not answer' : explain(error)
    fx.log.warn(`${request.stack} could not be taken back: ${why}`)
    return { undone: undefined, leftBehind: await look() }
  }
}

async function undo(
  { request, swarm, docker }: DeployToUndo,
  { snapshot, isEngineLost }: WayBack,
  onFailure: OnFailure,
  fx: Effects
): Promise<Undone> {
  const nodes = [...new Set(swarm.nodes.map(node => node.client))]
  const within = (effects: Effects, timeoutMs: number) =>
    undoDeploy({ docker, client: swarm.manager, nodes, snapshot, onFailure, timeoutMs }, effects)
  if (isEngineLost) return within(forCleanup(fx, UNDO_WHEN_LOST_MS), UNDO_WHEN_LOST_MS)
  if (!fx.signal.aborted) {
    const undone = await within(fx, request.timeoutMs).catch(error => {
      if (!fx.signal.aborted || isLockLost(fx.signal)) throw error
    })
    if (undone && (!fx.signal.aborted || isLockLost(fx.signal))) return undone
  }
  const limitMs = Math.min(request.timeoutMs, UNDO_AFTER_CANCEL_MS)
  return within(forCleanup(fx, 2 * UNDO_AFTER_CANCEL_MS), limitMs)
}
