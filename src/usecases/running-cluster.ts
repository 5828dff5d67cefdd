import type { Cluster } from '../cluster/cluster.ts'
import { SwarmlineError } from '../errors.ts'

type Running = Pick<Cluster, 'name' | 'nodes' | 'provider'>

/** `up` asks for a swarm of a name that another one has: it is left as it is. */
export const sizeDiffers = ({ name, nodes }: Running): SwarmlineError =>
  new SwarmlineError('input', `${name} is already running, with ${nodes.length} nodes`, {
    hint: `take it down first: swarmline down ${name}`
  })

export const otherProvider = ({ name, provider }: Running): SwarmlineError =>
  new SwarmlineError('input', `${name} already exists, made with --provider ${provider}`, {
    hint: `choose another name with --name, or take it down first: swarmline down ${name}`
  })
