import { randomUUID } from 'node:crypto'
import { expiryOf, machineOf, noteOnManagers, ownLabels, planAddresses } from '../cluster/cluster.rules.ts'
import {
  checkMachines,
  driveMachines,
  installedProgram,
  isAnswering,
  loadProviders,
  type MachineGround,
  type MachineRecord,
  type MachinesCluster,
  raiseSwarm,
  readClusterIfAny,
  saveCluster,
  withLock
} from '../cluster/cluster.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import { sweepLeftovers } from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { takeDown } from './down.ts'
import { connectNodes, openMachineEngines } from './machine-engines.ts'
import type { Home, UpMachinesRequest } from './requests.ts'
import { otherProvider, sizeDiffers } from './running-cluster.ts'

/** A provider needs minutes to end several instances. */
const CLEANUP_MS = 10 * 60_000

/**
 * Raises a swarm of machines. One of that name which runs is left as it is; one whose machines do not all answer is never
 * cleared away, for they may hold data. When it fails or is cancelled, what it made is removed.
 *
 * @throws `missing-tool`, `cluster-busy`, `cluster-failed`, `not-found`, `timed-out`
 */
export async function upMachines(
  request: UpMachinesRequest,
  home: Home,
  fx: Effects
): Promise<MachinesCluster> {
  const note = noteOnManagers(request.managers)
  if (note) fx.log.debug(note)
  await sweepLeftovers(fx)
  return withLock(home.stateDir, request.name, async () => {
    const running = await runningCluster(request, home, fx)
    if (running) return running
    try {
      return await raise(request, home, fx)
    } catch (error) {
      await takeDown(request.name, home, forCleanup(fx, CLEANUP_MS), 'keep').catch(left =>
        fx.log.warn(`not everything could be taken down: ${explain(left)}`)
      )
      throw error
    }
  })
}

async function raise(request: UpMachinesRequest, home: Home, fx: Effects): Promise<MachinesCluster> {
  const { name, owner, ttlHours, driver, flags, advertise } = request
  const { nodes } = planAddresses(request)
  const createdAt = fx.clock.now()
  const run = randomUUID()
  const program = {
    file: await installedProgram(fx),
    driver,
    ...(home.machineStoreDir ? { storePath: home.machineStoreDir } : {})
  }
  const records = nodes.map(node => recordOf(name, node.name, request.adopt))
  const engines = await openMachineEngines(fx)
  try {
    const ground: MachineGround = {
      machines: await driveMachines(program, fx),
      records,
      reach: engines.reach
    }
    await fx.log.step('Checking the machines', () => checkMachines(ground, fx))
    const draft: MachinesCluster = {
      schema: 1,
      ...{ name, run, provider: 'docker-machine', program, machines: records, nodes: [], standIns: [] },
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: expiryOf({ createdAt, ttlHours }),
      engineTitle: `machines of ${program.file} (${driver})`,
      hasMesh: true
    }
    // Written down before any machine is there: a run that is killed from here on can still be taken down.
    await saveCluster(home.stateDir, draft)
    const labels = ownLabels({ cluster: name, owner, run, createdAt, ttlHours })
    const spec = { nodes, driver, flags, labels, advertise, nodeLabels: request.labels }
    const raised = await raiseSwarm((await loadProviders())['docker-machine'].maker, spec, ground, fx)
    const done = { ...draft, nodes: raised.map(({ socketPath: _ofThisProcess, ...node }) => node) }
    await saveCluster(home.stateDir, done)
    return done
  } finally {
    await engines.close()
  }
}

function recordOf(cluster: string, node: string, adopt: UpMachinesRequest['adopt']): MachineRecord {
  const machine = adopt[node]
  return machine === undefined
    ? { node, machine: machineOf(cluster, node), isOurs: true }
    : { node, machine, isOurs: false }
}

/** The swarm of that name when it is whole; one that was never finished is taken down first. */
async function runningCluster(
  request: UpMachinesRequest,
  home: Home,
  fx: Effects
): Promise<MachinesCluster | undefined> {
  const cluster = await readClusterIfAny(home.stateDir, request.name)
  if (!cluster) return undefined
  if (cluster.provider !== 'docker-machine') throw otherProvider(cluster)
  if (cluster.nodes.length === 0) {
    fx.log.info(`what is left of ${request.name} is cleared away first`)
    await takeDown(request.name, home, fx)
    return undefined
  }
  if (cluster.nodes.length !== request.managers + request.workers) throw sizeDiffers(cluster)
  const connected = await connectNodes(cluster.nodes, fx)
  try {
    if (!(await isAnswering(cluster.name, connected.nodes, fx)))
      throw new SwarmlineError('cluster-failed', `not all machines of ${cluster.name} answer`, {
        hint: `start them with: ${cluster.program.file} start; or remove them with: swarmline down ${cluster.name}`
      })
  } finally {
    await connected.close()
  }
  fx.log.info(`${request.name} is already up`)
  return cluster
}
