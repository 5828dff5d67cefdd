import { SwarmlineError } from '../errors.ts'
import type { LoginValues, TargetValues } from '../inputs/target.ts'
import { readCluster } from '../usecases/list.ts'
import type { Home } from '../usecases/requests.ts'

/** Where images go when the workflow does not say: to the cluster's registry, without a cluster to Docker Hub. */
export async function registryOf(values: LoginValues & TargetValues, home: Home): Promise<string> {
  if (values.registry) return values.registry
  if (!values.cluster) return 'docker.io'
  const { registry } = await readCluster(values.cluster, home)
  if (registry) return registry.reference
  throw new SwarmlineError('input', `the swarm ${values.cluster} has no registry of its own`, {
    hint: 'give registry, with username and password'
  })
}
