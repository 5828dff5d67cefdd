import { connectEngine } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import type { Leftover } from '../../leftovers.ts'
import type { Whose } from '../../whose.rules.ts'
import { type InspectedMachine, isMadeByRun } from './answers.rules.ts'
import type { MachineGround, MachineRecord } from './machine-ground.ts'

type RemovalEffects = Pick<Effects, 'clock' | 'signal' | 'log'>

/**
 * Removes the machines that this cluster's record names as its own, and whose labels say so too. One that was adopted
 * leaves the swarm, and stays. Goes on after a failure.
 *
 * @returns the machines that were removed
 * @throws the first failure, when all others are done
 */
export async function removeMachines(
  whose: Whose,
  ground: MachineGround,
  fx: RemovalEffects
): Promise<Leftover[]> {
  const there = new Set(await ground.machines.names())
  const outcomes = await Promise.allSettled(
    ground.records
      .filter(({ machine }) => there.has(machine))
      .map(record =>
        record.isOurs ? removeOne(record, whose, ground, fx) : leaveSwarm(record, ground, fx).then(() => [])
      )
  )
  const failed = outcomes.find(outcome => outcome.status === 'rejected')
  if (failed) throw failed.reason
  return outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? outcome.value : []))
}

async function removeOne(
  { machine }: MachineRecord,
  whose: Whose,
  { machines }: MachineGround,
  fx: RemovalEffects
): Promise<Leftover[]> {
  let found: InspectedMachine
  try {
    found = await machines.inspect(machine)
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === 'not-found') return []
    throw error
  }
  if (!isMadeByRun(found, whose)) {
    fx.log.warn(`machine ${machine} is not removed: this swarm did not create it`)
    return []
  }
  const left = await machines.remove(machine)
  if (left !== undefined)
    fx.log.warn(
      `machine ${machine} is removed here, but its driver ${found.driver} could not remove its instance: ${left} — check whether it still exists at the provider`
    )
  return [{ kind: 'machine', id: machine, name: machine, cluster: whose.cluster, labels: found.labels }]
}

/** Of a swarm that goes, its nodes would otherwise look for each other for ever. */
async function leaveSwarm(
  { machine }: MachineRecord,
  { machines, reach }: MachineGround,
  fx: RemovalEffects
): Promise<void> {
  try {
    const [{ certDir }, { dockerHost }] = await Promise.all([
      machines.inspect(machine),
      machines.url(machine)
    ])
    const way = await reach({ dockerHost, certDir })
    const client = connectEngine(way.socketPath)
    try {
      await client.json('POST', '/swarm/leave', {
        query: { force: true },
        timeoutMs: 60_000,
        signal: fx.signal
      })
    } finally {
      client.close()
      await way.close()
    }
  } catch (error) {
    if (/not part of a swarm/i.test(explain(error))) return
    fx.log.warn(
      `the adopted machine ${machine} could not leave the swarm: ${explain(error)} — run there: docker swarm leave --force`
    )
  }
}
