import { readClusterIfAny } from '../cluster/cluster.ts'
import type { Home } from './requests.ts'

/** What stands of a cluster, by what is written down of it here: that is there as long as anything may run. */
export async function leftOf(name: string, wasUp: boolean, home: Pick<Home, 'stateDir'>): Promise<string> {
  try {
    const cluster = await readClusterIfAny(home.stateDir, name)
    if (!cluster)
      return `Nothing of it is left running${wasUp ? '; with --keep the swarm of a demo that fails stays up' : ''}.`
    const what =
      cluster.nodes.length > 0 ? `The swarm ${name} is still up` : `Part of the swarm ${name} is left`
    return `${what}; remove it with: swarmline down ${name}`
  } catch {
    return `Something of the swarm ${name} may be left; see: swarmline ls`
  }
}
