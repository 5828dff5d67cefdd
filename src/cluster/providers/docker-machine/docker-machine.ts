import { connectEngine } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import type { MachinesCluster } from '../../cluster-record.ts'
import type { OpenNodes, Provider } from '../../provider.ts'
import { parseUrl } from './answers.rules.ts'
import type { MachineGround, ReachEngine } from './machine-ground.ts'
import { type MachinesSpec, type RaisedMachine, raiseMachines } from './raise-machines.ts'
import { removeMachines } from './remove-machines.ts'

/** Nodes are machines that docker-machine makes, each with an engine behind TLS. */
export const dockerMachine = {
  open: openMachines,
  maker: {
    raise: (spec, ground, fx, work) =>
      raiseMachines(spec, ground, fx, nodes => work(nodes, { clock: fx.clock, signal: fx.signal })),
    remove: (whose, ground, fx) => {
      if (whose) return removeMachines(whose, ground, fx)
      throw new SwarmlineError('internal', 'machines are removed for one swarm at a time')
    }
  }
} satisfies Provider<OpenTarget, MachinesSpec, MachineGround, RaisedMachine>

type OpenTarget = { cluster: MachinesCluster; reach: ReachEngine }

/** A machine that is gone does not keep the others from being used: whoever asks its engine hears that it is. */
async function openMachines({ cluster, reach }: OpenTarget, fx: Pick<Effects, 'log'>): Promise<OpenNodes> {
  const ways = await Promise.all(
    cluster.nodes.map(async node => {
      try {
        return await reach(node)
      } catch (error) {
        fx.log.warn(`node ${node.name} cannot be reached: ${explain(error)}`)
        return undefined
      }
    })
  )
  const reached = cluster.nodes.flatMap((node, i) => {
    const way = ways[i]
    return way ? [{ ...node, client: connectEngine(way.socketPath), power: undefined }] : []
  })
  const close = async (): Promise<void> => {
    for (const { client } of reached) client.close()
    await Promise.all(ways.map(way => way?.close()))
  }
  const [first, ...others] = reached.filter(node => node.role === 'manager').map(node => node.client)
  if (!first) {
    await close()
    throw new SwarmlineError('no-engine', `no manager of the swarm ${cluster.name} can be reached`)
  }
  const nodes = cluster.nodes.map(
    node => reached.find(({ name }) => name === node.name) ?? { ...node, client: first, power: undefined }
  )
  return {
    managers: [first, ...others],
    nodes,
    hasMesh: cluster.hasMesh,
    // What a node advertises may be an address of a network that only the nodes are in: its URL's is reached from here.
    openPort: async (address, port) => {
      const node = cluster.nodes.find(each => each.address === address)
      return { host: node ? parseUrl(node.dockerHost, node.name).address : address, port }
    },
    close
  }
}
