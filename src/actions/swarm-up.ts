import path from 'node:path'
import type { Cluster } from '../cluster/cluster.ts'
import { SwarmlineError } from '../errors.ts'
import { nodeLabels, providerFaults, upInputs } from '../inputs/cluster.ts'
import { inputName, type Values } from '../inputs/input.ts'
import { machinesOf } from '../inputs/machines.ts'
import { wayFaults } from '../inputs/target.ts'
import { clientEndpoint } from '../usecases/env.ts'
import type { UpMachinesRequest, UpRequest } from '../usecases/requests.ts'
import type { Form } from './read-inputs.ts'

export type SwarmUpValues = Values<typeof upInputs>

export const swarmUpForm: Form<typeof upInputs> = {
  inputs: upInputs,
  faultsOf: values => {
    const labels = nodeLabels(values, inputName)
    return [
      ...providerFaults(values, inputName),
      ...wayFaults({ ...values, cluster: undefined }, inputName),
      ...('fault' in labels ? [labels.fault] : [])
    ]
  }
}

/**
 * @param around.dockerHost the engine that the workflow's environment names
 * @throws `input` for a host key where no engine is behind ssh: it would be thought to be checked
 */
export function upRequest(
  values: SwarmUpValues,
  around: { workspace: string; dockerHost: string | undefined; owner: string }
): UpRequest {
  const labels = nodeLabels(values, inputName)
  const { name, engine, managers, workers, ttlHours, debianRelease, endpoint, hostKey } = values
  const dockerHost = values.dockerHost ?? around.dockerHost
  if (hostKey && !dockerHost?.startsWith('ssh://'))
    throw new SwarmlineError('input', 'host-key is only for ssh://USER@HOST', {
      hint: 'give docker-host, or leave host-key out'
    })
  if ('fault' in labels) throw new SwarmlineError('input', labels.fault)
  const inWorkspace = (file: string): string => path.resolve(around.workspace, file)
  return {
    ...{ name, engine, managers, workers, ttlHours, endpoint },
    suite: debianRelease,
    labels: labels.value,
    dockerHost,
    hostKey,
    owner: around.owner,
    buildContexts: values.buildContexts.map(inWorkspace),
    composeFiles: values.composeFiles.map(inWorkspace)
  }
}

/** The same for a swarm of machines. */
export function upMachinesRequest(values: SwarmUpValues, owner: string): UpMachinesRequest {
  const labels = nodeLabels(values, inputName)
  if ('fault' in labels) throw new SwarmlineError('input', labels.fault)
  return { ...machinesOf(values), labels: labels.value, owner }
}

export function swarmUpOutputs(cluster: Cluster): Record<string, string> {
  const nodes: readonly Cluster['nodes'][number][] = cluster.nodes
  const manager = nodes.find(node => node.role === 'manager')
  if (!manager) throw new SwarmlineError('internal', `the cluster ${cluster.name} has no manager`)
  const { dockerHost, certDir = '' } = clientEndpoint(manager)
  return {
    name: cluster.name,
    'docker-host': dockerHost,
    'cert-path': certDir,
    registry: cluster.registry?.reference ?? '',
    addresses: JSON.stringify(Object.fromEntries(cluster.nodes.map(node => [node.name, node.address]))),
    engine: cluster.engineTitle,
    'has-mesh': String(cluster.hasMesh)
  }
}
