import path from 'node:path'
import type { ReachEngine } from '../cluster/cluster.ts'
import { connectEngine, type EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { openConnectionFolder, openTlsEngine } from '../engine/engine.ts'

/** The way to the engines of machines, as long as this command needs it. */
export async function openMachineEngines(
  fx: Effects
): Promise<{ reach: ReachEngine; close(): Promise<void> }> {
  const { folder, remove } = await openConnectionFolder(fx)
  let count = 0
  return {
    reach: endpoint => openTlsEngine(endpoint, path.join(folder, String(++count))),
    close: remove
  }
}

/** Connections to the engines of nodes, whatever their provider. Nothing is asked of them yet. */
export async function connectNodes(
  nodes: readonly ({ name: string } & ({ socketPath: string } | { dockerHost: string; certDir: string }))[],
  fx: Effects
): Promise<{ nodes: { name: string; client: EngineClient }[]; close(): Promise<void> }> {
  const engines = nodes.some(node => !('socketPath' in node)) ? await openMachineEngines(fx) : undefined
  const opened: { close(): void | Promise<void> }[] = []
  const close = async (): Promise<void> => {
    await Promise.all(opened.map(each => each.close()))
    await engines?.close()
  }
  try {
    const connected: { name: string; client: EngineClient }[] = []
    for (const node of nodes) {
      const way = 'socketPath' in node ? node : await engines?.reach(node)
      if (way && 'close' in way) opened.push(way)
      const client = connectEngine(way?.socketPath ?? '')
      opened.push(client)
      connected.push({ name: node.name, client })
    }
    return { nodes: connected, close }
  } catch (error) {
    await close()
    throw error
  }
}
