import type { EngineClient } from '../../../docker/client.ts'
import { SwarmlineError } from '../../../errors.ts'
import { LABEL } from '../../../plain/labels.ts'
import { nameOf, ownFilter } from '../../labels.rules.ts'
import { failIfStopped } from '../../last-words.ts'

/**
 * Does `work` as long as every node of the cluster lives: the death of one aborts the signal that `work` was
 * given, so that no wait goes on for the dead. One stream of events tells it; an emulated engine has no time to
 * be asked over and over.
 * @param nodes names of the nodes that must live.
 * @throws `cluster-failed` with the dead node's last words; else whatever `work` throws.
 */
export async function whileNodesLive<T>(
  client: EngineClient,
  cluster: string,
  nodes: readonly string[],
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const end = new AbortController()
  const both = AbortSignal.any([signal, end.signal])
  let death: unknown
  const watch = async () => {
    for await (const node of deaths(client, cluster, both)) {
      if (!nodes.includes(node)) continue
      await failIfStopped(client, nameOf.node(cluster, node), `node ${node}`, both)
    }
  }
  const watching = watch().catch(error => {
    if (both.aborted) return
    death = error
    end.abort()
  })
  try {
    return await work(both)
  } catch (error) {
    throw death ?? error
  } finally {
    end.abort()
    await watching
  }
}

/** The names of nodes that died before it was asked, and of those that die from now on. */
async function* deaths(client: EngineClient, cluster: string, signal: AbortSignal): AsyncGenerator<string> {
  const stream = await client.stream('GET', '/events', {
    query: { filters: ownFilter(cluster, { type: ['container'], event: ['die', 'destroy'] }) },
    timeoutMs: 0,
    signal
  })
  const dead = await client.json<{ Labels: Record<string, string> }[]>('GET', '/containers/json', {
    query: { all: true, filters: ownFilter(cluster, { status: ['exited', 'dead'] }) },
    signal
  })
  for (const container of dead) yield container.Labels[LABEL.node] ?? ''
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter(l => l.trim() !== '')) yield nodeOf(line)
  }
  throw new SwarmlineError('engine-lost', 'the engine exited while its nodes were being created')
}

function nodeOf(event: string): string {
  const parsed = JSON.parse(event) as { Actor?: { Attributes?: Record<string, string> } }
  return parsed.Actor?.Attributes?.[LABEL.node] ?? ''
}
