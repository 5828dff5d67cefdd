import { type Cluster, listClusters, readCluster as read } from '../cluster/cluster.ts'
import type { Effects } from '../effects/effects.ts'
import { connectNodes } from './machine-engines.ts'
import type { Home } from './requests.ts'

/** A swarm that `up` made. `isRunning`: one of its managers answers now. */
export type ClusterLine = {
  name: string
  engine: string
  nodes: number
  isRunning: boolean
  expiresAt: string
}

/** The clusters that `up` left on this machine; one whose file is damaged is warned about and left out. */
export async function list(home: Home, fx: Effects): Promise<ClusterLine[]> {
  const { clusters, damaged } = await listClusters(home.stateDir)
  for (const { name, reason } of damaged) fx.log.warn(`cluster ${name}: ${reason}`)
  return Promise.all(
    clusters.map(async cluster => ({
      name: cluster.name,
      engine: cluster.engineTitle,
      nodes: cluster.nodes.length,
      isRunning: await answers(cluster, fx),
      expiresAt: cluster.expiresAt
    }))
  )
}

/** @throws `not-found` when there is no such cluster; `input` when its file is damaged */
export const readCluster = (name: string, home: Home): Promise<Cluster> => read(home.stateDir, name)

async function answers({ nodes }: Cluster, fx: Effects): Promise<boolean> {
  const manager = nodes.find(node => node.role === 'manager')
  if (!manager) return false
  const connected = await connectNodes([manager], fx).catch(() => undefined)
  try {
    // The answer is plain text, so it is read as a stream.
    ;(await connected?.nodes[0]?.client.stream('GET', '/_ping', { timeoutMs: 10_000 }))?.destroy()
    return connected !== undefined
  } catch {
    return false
  } finally {
    await connected?.close()
  }
}
