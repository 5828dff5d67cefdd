import type { ApiNode } from '../../../docker/types.ts'
import { SwarmlineError } from '../../../errors.ts'

const UNSPECIFIED = /^(0\.0\.0\.0|::|\[::\]|)$/
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/i

/**
 * Where a node of a swarm that is not ours answers. A manager that listens on every address is listed under none of
 * them (0.0.0.0); its address for the other managers is one.
 */
export function nodeAddress({ Status, ManagerStatus }: Pick<ApiNode, 'Status' | 'ManagerStatus'>): string {
  if (!UNSPECIFIED.test(Status.Addr ?? '')) return Status.Addr
  return /^(?<host>.*):\d+$/.exec(ManagerStatus?.Addr ?? '')?.groups?.host ?? Status.Addr
}

/**
 * An address that is nobody's, or that is this machine's and not the node's, is never asked: whoever answers there would
 * be taken for the node.
 *
 * @param dockerHost by which the swarm is reached; a socket of this machine, or `undefined`, is here
 * @throws `not-found`
 */
export function requireAddress(address: string, dockerHost: string | undefined): void {
  const isHere =
    dockerHost === undefined ||
    /^(unix|npipe|fd):/.test(dockerHost) ||
    /^\w+:\/\/(?:[^@/]*@)?(127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::|\/|$)/i.test(dockerHost)
  if (!UNSPECIFIED.test(address) && (isHere || !LOOPBACK.test(address))) return
  throw new SwarmlineError(
    'not-found',
    `the swarm lists a node at ${address || 'no address'}, where it cannot be reached`,
    {
      hint: 'make the node advertise an address that others reach: docker swarm init or join with --advertise-addr'
    }
  )
}
