import type { Effects } from '../effects/effects.ts'
import { nodeOf } from './node-of.ts'
import type { Home } from './requests.ts'
import { openSwarm } from './swarm.ts'

export type UrlRequest = {
  /** The cluster's name. */
  name: string
  /** `undefined`: the first manager. */
  node: string | undefined
  /** As the service publishes it. */
  port: number
}
/** Where a node's published port answers on this machine. `port` may be another than the one that was asked for. */
export type NodeUrl = { node: string; url: string; host: string; port: number }

/**
 * Makes a node's published port answer on this machine, also when the node is in a VM or behind ssh, and says where. It
 * goes on answering after this process, until `down`. Nothing needs to be published there yet.
 *
 * @throws `not-found` for an unknown cluster or node; `port-taken` when no port is free here
 */
export async function nodeUrl(request: UrlRequest, home: Home, fx: Effects): Promise<NodeUrl> {
  const swarm = await openSwarm({ kind: 'cluster', name: request.name }, home, fx)
  try {
    const node = nodeOf({ name: request.name, nodes: swarm.cluster?.nodes ?? [] }, request.node)
    const { host, port } = await swarm.openPort(node.address, request.port)
    return { node: node.name, url: urlOf(host, port), host, port }
  } finally {
    await swarm.close()
  }
}

const urlOf = (host: string, port: number): string => `http://${host}${port === 80 ? '' : `:${port}`}`
