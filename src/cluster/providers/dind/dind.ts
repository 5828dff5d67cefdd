import { connectEngine } from '../../../docker/client.ts'
import type { Engine } from '../../../engine/engine.ts'
import { SwarmlineError } from '../../../errors.ts'
import type { DindCluster } from '../../cluster-record.ts'
import { ensureNetwork } from '../../network.ts'
import type { OpenNodes, Provider } from '../../provider.ts'
import { whoseOf } from '../../whose.rules.ts'
import { waitForEngines } from './engines-up.ts'
import { startNodeContainers } from './node-containers.ts'
import { nodePower } from './power.ts'
import { removeNodes } from './remove.ts'
import { whileNodesLive } from './while-alive.ts'

/** Nodes are containers on one engine, each with an engine in it. */
export const dind = {
  async open({ cluster, engine }): Promise<OpenNodes> {
    const host = connectEngine(engine.socketPath, engine.revive)
    const nodes = cluster.nodes.map(node => ({
      ...node,
      client: connectEngine(node.socketPath),
      power: nodePower(host, whoseOf(cluster), node)
    }))
    const [first, ...others] = nodes.filter(node => node.role === 'manager').map(node => node.client)
    if (!first) throw new SwarmlineError('not-found', `the swarm ${cluster.name} has no manager`)
    return {
      managers: [first, ...others],
      nodes,
      hasMesh: cluster.hasMesh,
      openPort: (address, port) => engine.openPort(address, port),
      // The connection to the engine stays for the next command; only ours to the nodes end.
      close: async () => {
        for (const client of [host, ...nodes.map(node => node.client)]) client.close()
      }
    }
  },
  maker: {
    async raise(spec, engine, fx, work) {
      const client = connectEngine(engine.socketPath)
      const { nodes } = spec.addresses
      try {
        await ensureNetwork(client, { ...spec, engine }, fx.signal)
        await fx.log.step('Starting the node containers', () =>
          startNodeContainers(client, spec, engine, fx.signal)
        )
        const names = nodes.map(node => node.name)
        return await whileNodesLive(client, spec.cluster, names, fx.signal, async signal => {
          const live = { clock: fx.clock, signal }
          const sockets = await fx.log.step('Waiting for the engines', () =>
            waitForEngines(client, spec.cluster, nodes, engine, live)
          )
          return work(
            nodes.map((node, i) => ({ ...node, socketPath: sockets[i] ?? '' })),
            live
          )
        })
      } finally {
        client.close()
      }
    },
    remove: removeNodes
  }
} satisfies Provider<{ cluster: DindCluster; engine: Engine }>
