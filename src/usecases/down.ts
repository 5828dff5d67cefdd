import { rm } from 'node:fs/promises'
import { whoseOf } from '../cluster/cluster.rules.ts'
import {
  type DindCluster,
  driveMachines,
  listClusters,
  loadProviders,
  type MachinesCluster,
  readClusterIfAny,
  withLock
} from '../cluster/cluster.ts'
import type { Effects } from '../effects/effects.ts'
import { attachEngine, endEngine, sweepLeftovers } from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { clusterDir } from './folders.ts'
import { openMachineEngines } from './machine-engines.ts'
import type { DownRequest, Home } from './requests.ts'

/**
 * Takes down one cluster, or all of ours. Idempotent: what is gone already is no error. Only what that cluster's
 * own run made is removed; an engine is ended only when we started it.
 */
export async function down(request: DownRequest, home: Home, fx: Effects): Promise<{ removed: string[] }> {
  await sweepLeftovers(fx)
  const names = request.isAllOfOurs
    ? (await listClusters(home.stateDir)).clusters.map(cluster => cluster.name)
    : [request.name]
  const removed: string[] = []
  for (const name of names)
    removed.push(...(await withLock(home.stateDir, name, () => takeDown(name, home, fx, request.ifSilent))))
  return { removed }
}

/**
 * As `down`, for one cluster, by whoever holds its lock. Answers with the names of what was removed.
 *
 * @param ifSilent of an engine of others that does not answer: forget what it holds of ours, or keep it in mind for a
 *   later `down` and throw
 */
export async function takeDown(
  name: string,
  home: Home,
  fx: Effects,
  ifSilent: DownRequest['ifSilent'] = 'forget'
): Promise<string[]> {
  const dir = clusterDir(home, name)
  const cluster = await readClusterIfAny(home.stateDir, name)
  if (cluster?.provider === 'docker-machine') await removeMachines(cluster, fx)
  else if (cluster) await empty(cluster, dir, ifSilent, fx)
  await rm(dir, { recursive: true, force: true })
  return cluster ? [...cluster.nodes.map(node => node.name), `cluster ${name}`] : []
}

/** A machine that could not be removed stays in the record, for a later `down`. */
async function removeMachines(cluster: MachinesCluster, fx: Effects): Promise<void> {
  const { name, run, program, machines: records } = cluster
  const engines = await openMachineEngines(fx)
  try {
    const ground = { machines: await driveMachines(program, fx), records, reach: engines.reach }
    await (await loadProviders())['docker-machine'].maker.remove({ cluster: name, run }, ground, fx)
  } finally {
    await engines.close()
  }
}

async function empty(
  cluster: DindCluster,
  dir: string,
  ifSilent: DownRequest['ifSilent'],
  fx: Effects
): Promise<void> {
  const { engine: state, name } = cluster
  // What runs in a VM of ours goes with the VM: nothing needs to be taken apart inside it first.
  if (state.isOwned) return endEngine(state, fx)
  try {
    const engine = await attachEngine(state, dir, fx)
    await (await loadProviders()).dind.maker
      .remove(whoseOf(cluster), engine, fx)
      .finally(() => engine.close())
  } catch (error) {
    const isSilent = error instanceof SwarmlineError && error.code === 'no-engine'
    if (ifSilent === 'keep' || !isSilent) throw error
    fx.log.warn(
      `the engine of ${name} does not answer, so what swarmline made there remains: ${explain(error)}`
    )
  }
}
