import type { EngineClient } from '../docker/client.ts'
import type { ApiInfo } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import type { Endpoint } from '../engine/engine.ts'
import type { WorldBase, WorldNode } from '../verify/verify.ts'
import type { OpenSwarm } from './swarm.ts'

type Opened = Omit<WorldBase, 'readFileFrom' | 'showAnswers' | 'showIsolation' | 'showLoad'>

/** The part of a check's world that an open swarm gives. */
export async function openWorld(
  swarm: OpenSwarm,
  stack: string,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>
): Promise<Opened> {
  const doors = new Map<string, Promise<Endpoint>>()
  return {
    stack,
    manager: swarm.manager,
    nodes: await nodesOf(swarm, fx.signal),
    hasMesh: swarm.hasMesh,
    endpointOf: (node, port) => {
      const key = `${node.address} ${port}`
      const door = doors.get(key) ?? swarm.openPort(node.address, port)
      doors.set(key, door)
      return door
    },
    clock: fx.clock,
    log: fx.log
  }
}

/** Of a foreign swarm only the engine that was named is at hand; it answers for itself alone. */
async function nodesOf(swarm: OpenSwarm, signal: AbortSignal): Promise<WorldNode[]> {
  const isOwn = swarm.cluster ? () => true : await ownerOf(swarm.manager, signal)
  return swarm.nodes.map(({ client, ...node }) => ({ ...node, engine: isOwn(node.id) ? client : undefined }))
}

async function ownerOf(manager: EngineClient, signal: AbortSignal): Promise<(nodeId: string) => boolean> {
  const info = await manager.json<ApiInfo>('GET', '/info', { signal })
  return nodeId => info.Swarm.NodeID === nodeId
}
