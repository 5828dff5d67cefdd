import { connectEngine } from '../../../docker/client.ts'
import type { ApiInfo } from '../../../docker/types.ts'
import type { Effects } from '../../../effects/effects.ts'
import { waitFor } from '../../../effects/wait-for.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import type { PlannedNode } from '../../addresses.rules.ts'
import { inParallel } from '../../in-parallel.ts'
import type { RaisedNode } from '../../provider.ts'
import { addressIn } from './answers.rules.ts'
import { createLine, type DriverFlag } from './create-line.rules.ts'
import { createMachines } from './create-machines.ts'
import type { MachineGround, MachineRecord, TlsEndpoint } from './machine-ground.ts'
import type { Machines } from './program.ts'

/** One that was made just now may still be starting its engine. */
const ENGINE_MS = 300_000
const ANSWER_MS = 30_000

export type MachinesSpec = {
  nodes: readonly Omit<PlannedNode, 'address'>[]
  driver: string
  flags: readonly DriverFlag[]
  /** Ours, on the engine of every machine that is made: by them a later command knows it. */
  labels: Record<string, string>
  /** The interface, or the network, whose address nodes advertise; `undefined`: the one that the machine's URL has. */
  advertise: string | undefined
}

export type RaisedMachine = RaisedNode & TlsEndpoint

/**
 * @throws `cluster-busy` for a machine that exists and was not to be adopted; `not-found` for one to be adopted that does
 *   not; `cluster-failed` for one that is not running, or is in a swarm
 */
export async function checkMachines(
  { machines, records, reach }: MachineGround,
  fx: Pick<Effects, 'signal'>
) {
  const names = await machines.names()
  const taken = records.filter(({ machine, isOurs }) => isOurs && names.includes(machine))
  if (taken.length > 0)
    throw new SwarmlineError(
      'cluster-busy',
      `there ${taken.length === 1 ? 'is a machine' : 'are machines'} of that name already: ${taken.map(({ machine }) => machine).join(', ')}`,
      {
        hint: `choose another name with --name, or use what exists: ${taken.map(({ node, machine }) => `--adopt ${node}=${machine}`).join(' ')}`
      }
    )
  await inParallel(
    records.filter(({ isOurs }) => !isOurs),
    fx.signal,
    async ({ machine }, signal) => {
      if (!names.includes(machine))
        throw new SwarmlineError('not-found', `there is no machine ${machine} to adopt`, {
          hint: `the machines are: ${names.join(', ') || 'none'}`
        })
      const endpoint = await endpointOf(machine, machines)
      const way = await reach(endpoint)
      const client = connectEngine(way.socketPath)
      try {
        const { Swarm } = await client.json<ApiInfo>('GET', '/info', { timeoutMs: ANSWER_MS, signal })
        if (Swarm.LocalNodeState === 'inactive') return
        throw new SwarmlineError('cluster-failed', `machine ${machine} is in a swarm already`, {
          hint: 'leave that swarm first, on the machine: docker swarm leave'
        })
      } finally {
        client.close()
        await way.close()
      }
    }
  )
}

/** Makes the machines that are to be made, and opens the engines of all. */
export async function raiseMachines<T>(
  spec: MachinesSpec,
  ground: MachineGround,
  fx: Effects,
  work: (nodes: readonly RaisedMachine[]) => Promise<T>
): Promise<T> {
  const { driver, flags, labels } = spec
  const planned = ground.records
    .filter(({ isOurs }) => isOurs)
    .map(({ node, machine }) => ({
      ...{ node, machine },
      line: createLine({ machine, node, driver, flags, labels })
    }))
  await fx.log.step('Creating the machines', () => createMachines(planned, ground.machines, fx))
  const opened: { close(): Promise<void> }[] = []
  try {
    const nodes = await fx.log.step('Waiting for the engines', () =>
      inParallel(spec.nodes, fx.signal, async (node, signal) => {
        const machine = machineOfNode(ground.records, node.name)
        const endpoint = await endpointOf(machine, ground.machines)
        const way = await ground.reach(endpoint)
        opened.push(way)
        await untilAnswering(machine, way.socketPath, { clock: fx.clock, signal })
        const address = await advertised(machine, endpoint.address, spec.advertise, ground.machines)
        const { dockerHost, certDir } = endpoint
        return { ...node, address, socketPath: way.socketPath, dockerHost, certDir }
      })
    )
    return await work(nodes)
  } finally {
    await Promise.all(opened.map(way => way.close()))
  }
}

function machineOfNode(records: readonly MachineRecord[], node: string): string {
  const found = records.find(record => record.node === node)
  if (found) return found.machine
  throw new SwarmlineError('internal', `node ${node} has no machine`)
}

async function endpointOf(
  machine: string,
  machines: Pick<Machines, 'inspect' | 'url'>
): Promise<TlsEndpoint & { address: string }> {
  const [{ certDir }, url] = await Promise.all([machines.inspect(machine), machines.url(machine)])
  return { certDir, ...url }
}

async function untilAnswering(
  machine: string,
  socketPath: string,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<void> {
  const client = connectEngine(socketPath)
  try {
    await waitFor(
      `the engine of machine ${machine} answers`,
      async see => {
        try {
          await client.json('GET', '/version', { timeoutMs: ANSWER_MS, signal: fx.signal })
          return true
        } catch (error) {
          if (fx.signal.aborted) throw error
          see(explain(error))
          return undefined
        }
      },
      { clock: fx.clock, signal: fx.signal, deadlineMs: ENGINE_MS, everyMs: 500 }
    )
  } finally {
    client.close()
  }
}

/** What the other nodes reach it by. */
async function advertised(
  machine: string,
  ofUrl: string,
  wanted: string | undefined,
  machines: Pick<Machines, 'ssh'>
): Promise<string> {
  if (wanted === undefined) return ofUrl
  const address = addressIn(await machines.ssh(machine, ['ip', '-4', '-o', 'addr', 'show']), wanted)
  if (address) return address
  throw new SwarmlineError('cluster-failed', `machine ${machine} has no address of ${wanted}`, {
    hint: `look at its addresses: docker-machine ssh ${machine} ip addr`
  })
}
