import { EngineAnswerError, type EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { waitFor } from '../effects/wait-for.ts'
import { explain, SwarmlineError } from '../errors.ts'

/** One that answers at all does so within this, on whatever machine. */
const ANSWER_MS = 30_000
const PATIENCE_MS = 120_000

/**
 * Does every node of a cluster answer? Where nobody listens any more it is gone; one that only takes its time is busy,
 * and is waited for.
 *
 * @throws `timed-out` when a node neither answers nor is gone: nobody can tell, so nothing may be cleared away
 */
export async function isAnswering(
  cluster: string,
  nodes: readonly { name: string; client: Pick<EngineClient, 'json'> }[],
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<boolean> {
  const answers = await Promise.all(nodes.map(node => untilKnown(cluster, node, fx)))
  return answers.every(answer => answer === 'yes')
}

async function untilKnown(
  cluster: string,
  { name, client }: { name: string; client: Pick<EngineClient, 'json'> },
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<'yes' | 'gone'> {
  const look = async (see: (seen: string) => void): Promise<'yes' | 'gone' | undefined> => {
    try {
      await client.json('GET', '/info', { timeoutMs: ANSWER_MS, signal: fx.signal })
      return 'yes'
    } catch (error) {
      if (fx.signal.aborted) throw error
      if (error instanceof EngineAnswerError || isSilent(error)) {
        see(explain(error))
        return undefined
      }
      return 'gone'
    }
  }
  try {
    const options = { clock: fx.clock, signal: fx.signal, deadlineMs: PATIENCE_MS, everyMs: 1_000 }
    return await waitFor(`the engine of ${name} answers`, look, options)
  } catch (error) {
    if (!isSilent(error)) throw error
    throw new SwarmlineError(
      'timed-out',
      `${cluster} exists, but whether it works could not be determined: ${explain(error)}`,
      {
        hint: `it may only be busy: try again later, or take it down with: swarmline down ${cluster}`,
        cause: error
      }
    )
  }
}

const isSilent = (error: unknown): boolean => error instanceof SwarmlineError && error.code === 'timed-out'
