import { EngineAnswerError, type EngineClient, isGone } from '../docker/client.ts'
import type { Engine } from '../engine/engine.ts'
import { SwarmlineError } from '../errors.ts'
import type { AddressPlan } from './addresses.rules.ts'
import { nameOf } from './labels.rules.ts'
import { isMadeBy } from './whose.rules.ts'

type NetworkSpec = {
  cluster: string
  labels: Record<string, string>
  addresses: Pick<AddressPlan, 'subnet' | 'gateway'>
  /** `bridge`: its own that is to be used; `undefined`: docker makes one. In a VM of ours an earlier run's is ours. */
  engine: Pick<Engine, 'kind' | 'bridge'>
}

/**
 * The network that registry and nodes are in. One that is there already is kept when this run made it.
 * @returns whether it was made now.
 * @throws `cluster-failed` when its name or its addresses belong to something else.
 */
export async function ensureNetwork(
  client: EngineClient,
  spec: NetworkSpec,
  signal: AbortSignal
): Promise<boolean> {
  const name = nameOf.network(spec.cluster)
  const existing = await inspectNetwork(client, name, signal)
  if (existing) {
    const isOurs = isMadeBy(spec.labels, spec.engine, existing.Labels)
    if (isOurs && subnetOf(existing) === spec.addresses.subnet) return false
    throw new SwarmlineError('cluster-failed', `a network ${name} already exists, created by another run`, {
      hint: `choose another name with --name, or, if it is yours, remove it: docker network rm ${name}`
    })
  }
  try {
    await client.json('POST', '/networks/create', { body: networkBody(name, spec), signal })
    return true
  } catch (error) {
    if (error instanceof EngineAnswerError && /overlaps|conflicts with network/i.test(error.message))
      throw new SwarmlineError(
        'cluster-failed',
        `the addresses ${spec.addresses.subnet} are in use by another network of this engine`,
        { hint: 'take the other cluster down first: swarmline ls, swarmline down', cause: error }
      )
    throw error
  }
}

type InspectedNetwork = { Labels?: Record<string, string>; IPAM: { Config?: { Subnet?: string }[] | null } }

async function inspectNetwork(
  client: EngineClient,
  name: string,
  signal: AbortSignal
): Promise<InspectedNetwork | undefined> {
  try {
    return await client.json<InspectedNetwork>('GET', `/networks/${name}`, { signal })
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

const subnetOf = (network: InspectedNetwork): string | undefined => network.IPAM.Config?.[0]?.Subnet

function networkBody(name: string, spec: NetworkSpec): unknown {
  const { subnet, gateway } = spec.addresses
  const { bridge } = spec.engine
  return {
    Name: name,
    CheckDuplicate: true,
    Driver: 'bridge',
    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway }] },
    ...(bridge ? { Options: { 'com.docker.network.bridge.name': bridge } } : {}),
    Labels: spec.labels
  }
}
