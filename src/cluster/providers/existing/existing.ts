import { connectEngine, type EngineClient } from '../../../docker/client.ts'
import type { ApiInfo, ApiNode } from '../../../docker/types.ts'
import type { Engine } from '../../../engine/engine.ts'
import { SwarmlineError } from '../../../errors.ts'
import type { OpenNode, Provider } from '../../provider.ts'
import { nodeAddress, requireAddress } from './node-address.rules.ts'

type ExistingSwarm = {
  engine: Pick<Engine, 'title' | 'socketPath' | 'hasMesh' | 'revive'>
  /** By which the engine is reached; `undefined`: the socket of this machine. */
  dockerHost: string | undefined
  /** `false`: an engine that is in no swarm does as well. */
  isSwarmNeeded: boolean
}

/** A swarm that others made: all of it is asked of one manager. */
export const existing = {
  async open({ engine, dockerHost, isSwarmNeeded }, { signal }) {
    const manager = connectEngine(engine.socketPath, engine.revive)
    try {
      const { Swarm } = await manager.json<ApiInfo>('GET', '/info', { signal })
      if (!Swarm.ControlAvailable && isSwarmNeeded)
        throw new SwarmlineError('no-engine', `${engine.title} is not a manager of a swarm`, {
          hint: 'point DOCKER_HOST at a manager, or make a swarm: swarmline up'
        })
      const nodes = Swarm.ControlAvailable ? await manager.json<ApiNode[]>('GET', '/nodes', { signal }) : []
      return {
        managers: [manager],
        nodes: nodes.map(node => openNode(node, manager)),
        hasMesh: engine.hasMesh,
        openPort: async (address, port) => {
          requireAddress(address, dockerHost)
          return { host: address, port }
        },
        close: async () => manager.close()
      }
    } catch (error) {
      manager.close()
      throw error
    }
  },
  maker: undefined
} satisfies Provider<ExistingSwarm>

function openNode(node: ApiNode, client: EngineClient): OpenNode {
  return {
    id: node.ID,
    name: node.Description.Hostname,
    role: node.Spec.Role,
    labels: node.Spec.Labels ?? {},
    address: nodeAddress(node),
    client,
    power: undefined
  }
}
