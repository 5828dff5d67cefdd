import { type Mapping, mapping, own, sequence } from '../plain.rules.ts'
import type { Refuse } from './refuse.ts'

type Port = { target: number; published: number; protocol: string; mode: string }

/** The ports of a service in canonical form; `published` is 0 where the swarm chooses. */
const portsOf = (service: Mapping): Port[] =>
  sequence(own(service, 'ports')).map(entry => {
    const port = mapping(entry)
    return {
      target: Number(own(port, 'target')),
      published: Number(own(port, 'published') ?? 0),
      protocol: String(own(port, 'protocol') ?? 'tcp'),
      mode: String(own(port, 'mode') ?? 'ingress')
    }
  })

const LAST_PORT = 65_535
const shown = ({ published, protocol }: Port): string => `${published}/${protocol}`

/** SwarmKit's validateEndpointSpec, and what no port can be. */
export function checkPorts(service: Mapping, refuse: Refuse): void {
  const ports = portsOf(service)
  const isDnsrr = own(mapping(own(service, 'deploy')), 'endpoint_mode') === 'dnsrr'
  const seen = new Set<string>()
  for (const [i, port] of ports.entries()) {
    const { target, published, mode } = port
    if (target < 1 || target > LAST_PORT || published < 0 || published > LAST_PORT)
      refuse(
        ['ports', i],
        'wrong-type',
        `ports.${i}: a port is a number from 1 to ${LAST_PORT}`,
        'correct it'
      )
    if (isDnsrr && mode === 'ingress')
      refuse(
        ['ports', i],
        'refused-combination',
        `port ${published || target} is published by the routing mesh, which a service with endpoint_mode: dnsrr is not part of`,
        'publish it with mode: host, or remove endpoint_mode'
      )
    if (published === 0) continue
    if (seen.has(shown(port)))
      refuse(
        ['ports', i],
        'port-twice',
        `port ${shown(port)} is published twice`,
        'publish each port once; it can lead to only one container port'
      )
    seen.add(shown(port))
  }
}

/**
 * A port of the routing mesh belongs to one service of the swarm, and no other can have it in host mode either
 * (SwarmKit's checkPortConflicts); in host mode alone several services may have it, on nodes of their own.
 */
export function checkPortsBetween(
  services: Mapping,
  refuse: (service: string, port: number, text: string, hint: string) => void
): void {
  const owners = new Map<string, { name: string; mode: string }>()
  for (const name of Object.keys(services))
    for (const [i, port] of portsOf(mapping(own(services, name))).entries()) {
      if (port.published === 0) continue
      const owner = owners.get(shown(port))
      if (!owner || owner.name === name) owners.set(shown(port), { name, mode: port.mode })
      else if (owner.mode === 'ingress' || port.mode === 'ingress')
        refuse(
          name,
          i,
          `port ${shown(port)} is already published by the service ${owner.name} of this stack`,
          'publish another port, or remove one of the two'
        )
    }
}
