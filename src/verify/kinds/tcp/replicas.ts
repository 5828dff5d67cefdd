import { type MeshSlice, readMeshWorld } from '../../networks/read-world.ts'
import type { MeshTask } from '../../networks/world.rules.ts'
import { runProbes } from '../../probes/probe-run.ts'
import type { TcpEvidence, TcpReading } from './judge.ts'

const LOOPBACK = '127.0.0.1'

/**
 * Tries one port of each running task of a service, from inside the task's own network namespace: at its addresses, or
 * by loopback where it is on no network of the swarm. No task, no reading.
 *
 * @throws `not-found` when the swarm has no such stack; `engine-lost`; `cancelled`
 */
export async function gatherReplicas(slice: MeshSlice, service: string, port: number): Promise<TcpEvidence> {
  const world = await readMeshWorld(slice)
  const tasks = world.services.find(one => one.name === service)?.tasks ?? []
  const engines = new Map(slice.nodes.map(node => [node.id, node.engine]))
  const nodeOf = ({ nodeId }: MeshTask) => world.nodes.find(({ id }) => id === nodeId)?.name ?? nodeId
  const sources = tasks.flatMap(({ id, nodeId, containerId }) => {
    const engine = engines.get(nodeId)
    return engine ? [{ key: id, engine, containerId }] : []
  })
  const asks = new Map(
    tasks.map(task => [
      task.id,
      addressesOf(task).map(address => ({ kind: 'connect' as const, address, port }))
    ])
  )
  const outcomes = await runProbes(sources, () => asks, slice)
  return {
    readings: tasks.flatMap(task => {
      const outcome = outcomes.get(task.id)
      const detail = outcome?.isRun === false ? outcome.reason : 'the engine of its node cannot be asked'
      return addressesOf(task).map(
        (address, i): TcpReading => ({
          from: `its replica on ${nodeOf(task)}`,
          target: `${address}:${port}`,
          answer: (outcome?.isRun ? outcome.answers[i] : undefined) ?? { kind: 'unknown', detail },
          // Its own kernel answers for a port at which nothing listens.
          isProven: true
        })
      )
    })
  }
}

function addressesOf({ attachments }: MeshTask): string[] {
  return attachments.length > 0 ? attachments.map(({ address }) => address) : [LOOPBACK]
}
