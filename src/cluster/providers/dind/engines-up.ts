import { connectEngine, type EngineClient } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import { waitFor } from '../../../effects/wait-for.ts'
import type { Engine } from '../../../engine/engine.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import type { PlannedNode } from '../../addresses.rules.ts'
import { inParallel } from '../../in-parallel.ts'
import { nameOf } from '../../labels.rules.ts'
import { lastWords } from '../../last-words.ts'
import { socketOf } from './node-container.rules.ts'

/**
 * For an engine that hangs: one whose container ends is noticed by others. Three at once need 30 s in an emulated VM, and
 * beside much other work minutes; twenty need their time.
 */
export const engineDeadlineMs = (nodes: number): number => 600_000 + nodes * 20_000
/** One that answers at all does so within this. */
const ANSWER_MS = 60_000

/**
 * Waits until every node's engine answers.
 * @returns the socket of each node on this machine, in the order of `nodes`.
 * @throws `cluster-failed` when one does not answer in time, with its last words.
 */
export async function waitForEngines(
  client: EngineClient,
  cluster: string,
  nodes: readonly PlannedNode[],
  engine: Engine,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<string[]> {
  return inParallel(nodes, fx.signal, async (node, signal) => {
    const socketPath = await engine.openSocket(socketOf(cluster, node.name), node.name)
    await waitForEngine(client, nameOf.node(cluster, node.name), node.name, socketPath, {
      clock: fx.clock,
      signal,
      deadlineMs: engineDeadlineMs(nodes.length)
    })
    return socketPath
  })
}

/** Waits until the engine in `container` answers at `socketPath`. */
export async function waitForEngine(
  client: EngineClient,
  container: string,
  node: string,
  socketPath: string,
  options: Pick<Effects, 'clock' | 'signal'> & { deadlineMs: number }
): Promise<void> {
  const own = connectEngine(socketPath)
  const look = async (see: (seen: string) => void) => {
    try {
      await own.json('GET', '/version', { timeoutMs: ANSWER_MS, signal: options.signal })
      return true
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === 'cancelled') throw error
      see(explain(error))
      return undefined
    }
  }
  try {
    await waitFor(`the engine of node ${node} answers`, look, { everyMs: 500, ...options })
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== 'timed-out') throw error
    throw new SwarmlineError('cluster-failed', `${error.message}${await lastWords(client, container)}`, {
      cause: error
    })
  } finally {
    own.close()
  }
}
