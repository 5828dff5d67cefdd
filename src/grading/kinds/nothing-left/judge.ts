import { fail, neutralise, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'

/** Names of what is still in the swarm, beside what a swarm has of itself and what Swarmline keeps in it. */
export type NothingLeftEvidence = {
  services: string[]
  networks: string[]
  secrets: string[]
  configs: string[]
}

export const NOTHING_LEFT_EXPECTED = 'no service, network, secret or config is left in the swarm'

export function judgeNothingLeft(evidence: NothingLeftEvidence): Judgement {
  const left = Object.entries(evidence).flatMap(([kind, names]) =>
    names.map(name => `${kind.slice(0, -1)} ${neutralise(name, 64)}`)
  )
  return left.length === 0
    ? pass(NOTHING_LEFT_EXPECTED, 'nothing is left')
    : fail(NOTHING_LEFT_EXPECTED, `still there: ${left.slice(0, 10).join(', ')}`, 'see `docker stack ls`', {
        left: left.length
      })
}

export type SwarmObject = { name: string; labels: Record<string, string> }

/** Locks, records and the like: Swarmline labels all that it makes for itself. */
export const isKeptByUs = ({ labels }: SwarmObject): boolean =>
  Object.keys(labels).some(label => label.startsWith('io.swarmline.'))

/** As the engine lists networks: those that a swarm makes of itself are left out. */
export function isStackNetwork(network: { Driver?: string; Scope?: string; Ingress?: boolean }): boolean {
  return network.Driver === 'overlay' && network.Scope === 'swarm' && network.Ingress !== true
}
