import { offenders, type Rule } from '../kinds/security/judge.ts'
import type { PortShape, ServiceShape, StackShape } from './shape.ts'

/** A check as a suite has it, and why it is there: the comment above it. */
export type DerivedCheck = { comment: string; check: Record<string, unknown> & { id: string; kind: string } }

/**
 * Checks for any stack: all that follows from what the swarm was asked for, and nothing that needs knowledge of the
 * application. What cannot be derived is not asked.
 */
export function deriveChecks(shape: StackShape): DerivedCheck[] {
  const { services } = shape
  return unlike([
    nodesCheck(shape),
    ...services.flatMap(service => [...serviceCheck(service), ...placementCheck(service)]),
    ...portChecks(services),
    ...replicaChecks(services),
    ...networkChecks(services),
    ...secretChecks(services),
    securityCheck(services)
  ])
}

/** `a.b` and `a-b` would have one id. */
function unlike(checks: readonly DerivedCheck[]): DerivedCheck[] {
  const seen = new Map<string, number>()
  return checks.map(({ comment, check }) => {
    const before = seen.get(check.id) ?? 0
    seen.set(check.id, before + 1)
    return before === 0
      ? { comment, check }
      : { comment, check: { ...check, id: `${check.id.slice(0, 60)}-${before + 1}` } }
  })
}

function nodesCheck({ nodes: { count, managers, away } }: StackShape): DerivedCheck {
  const check = { id: 'nodes', kind: 'nodes', title: 'Every node is ready', count, managers }
  return away.length === 0
    ? { comment: 'All nodes are there, are ready, and take tasks.', check }
    : {
        comment: `All nodes are there and ready, and all but ${away.join(', ')} take tasks: somebody paused or drained the rest.`,
        check: { ...check, idle: [...away] }
      }
}

/** Whether tasks of it must run. */
export const runs = ({ wanted }: ServiceShape): boolean => wanted > 0

export const isJob = ({ mode }: ServiceShape): boolean => mode === 'replicated-job' || mode === 'global-job'

function serviceCheck(service: ServiceShape): DerivedCheck[] {
  const { name, mode, replicas, wanted, networks, secrets, configs, ports, isDeployed } = service
  return [
    {
      comment: isJob(service)
        ? `${name} is a job: its settings are compared, and whether it runs is not.`
        : `${name} runs as many tasks as it should, with the settings that it was given.`,
      check: {
        id: idOf('service', name),
        kind: 'service',
        title: `${name} runs as it was deployed`,
        service: name,
        mode,
        ...(replicas === undefined ? {} : { replicas }),
        ...(isJob(service) ? {} : { running: wanted }),
        networks: sorted(networks),
        secrets: sorted(secrets),
        configs: sorted(configs),
        ...(ports.every(({ published }) => published > 0)
          ? { published: [...new Set(ports.map(({ published }) => published))].sort((a, b) => a - b) }
          : {}),
        ...(isDeployed ? { deployed: true } : {})
      }
    }
  ]
}

function placementCheck(service: ServiceShape): DerivedCheck[] {
  const { name, constraints, mostPerNode } = service
  if (!runs(service) || (constraints.length === 0 && mostPerNode === 0)) return []
  return [
    {
      comment: `${name} runs only where its placement allows.`,
      check: {
        id: idOf('placement', name),
        kind: 'placement',
        title: `${name} runs only where its placement allows`,
        service: name,
        ...(constraints.length > 0 ? { constraints: [...constraints] } : {}),
        ...(mostPerNode > 0 ? { most: mostPerNode } : {})
      }
    }
  ]
}

function portChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  return services.filter(runs).flatMap(({ name, ports }) =>
    byNumber(ports)
      .filter(({ protocol, published }) => protocol === 'tcp' && published > 0)
      .map(({ published, mode }) => ({
        comment:
          mode === 'host'
            ? `Port ${published} of ${name} is open on every node that runs one of its tasks.`
            : `Port ${published} of ${name} is open on every node, through the routing mesh.`,
        check: {
          id: idOf(`port-${published}`, name),
          kind: 'tcp',
          title: `Port ${published} of ${name} answers`,
          port: published
        }
      }))
  )
}

/** Behind a published port one replica may answer for another that does not. */
function replicaChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  return services.filter(runs).flatMap(({ name, ports }) => {
    const targets = ports.filter(({ protocol }) => protocol === 'tcp').map(({ target }) => target)
    return [...new Set(targets)]
      .sort((a, b) => a - b)
      .map(target => ({
        comment: `Every replica of ${name} listens on the port that is published.`,
        check: {
          id: idOf(`replicas-${target}`, name),
          kind: 'tcp',
          title: `Every replica of ${name} answers on ${target}`,
          service: name,
          port: target
        }
      }))
  })
}

const byNumber = (ports: readonly PortShape[]): PortShape[] =>
  [...new Map(ports.map(port => [`${port.protocol} ${port.published}`, port])).values()].sort(
    (a, b) => a.published - b.published
  )

function networkChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  const joined = services.filter(
    service => runs(service) && service.networks.some(network => network !== 'host')
  )
  if (joined.length === 0) return []
  const dns: DerivedCheck = {
    comment: 'Services that share a network find each other by name.',
    check: { id: 'dns', kind: 'dns', title: 'Names lead to the services that they belong to' }
  }
  if (joined.length === 1) return [dns]
  return [
    {
      comment: 'Services reach each other where they share a network, and nowhere else.',
      check: {
        id: 'isolation',
        kind: 'isolation',
        title: 'Services reach only those that they share a network with',
        networks: Object.fromEntries(services.map(({ name, networks }) => [name, sorted(networks)]))
      }
    },
    dns
  ]
}

function secretChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  const names = sorted([...new Set(services.filter(runs).flatMap(({ secrets }) => secrets))])
  return names.map(secret => ({
    comment: `${secret} is mounted where it is granted and nowhere else, and its content shows nowhere.`,
    check: {
      id: idOf('secret', secret),
      kind: 'secret',
      title: `${secret} is mounted where it is granted, and nowhere else`,
      secret,
      services: services.filter(({ secrets }) => secrets.includes(secret)).map(({ name }) => name)
    }
  }))
}

/** What was asked for is not this check’s to judge: it stands as an exception, to be read and thought about. */
function securityCheck(services: readonly ServiceShape[]): DerivedCheck {
  const rules: Rule[] = ['engine-socket', 'capabilities', 'passwords-in-environment']
  const except = rules.flatMap(rule => {
    const names = offenders(
      rule,
      services.map(({ security }) => security)
    )
    return names.length > 0 ? [{ rule, services: names }] : []
  })
  const ports = services.flatMap(service => service.ports.map(({ published }) => published))
  return {
    comment:
      except.length > 0
        ? 'Nothing beyond this may be open. Review the exceptions: a service should not need them.'
        : 'Nothing beyond this may be open.',
    check: {
      id: 'security',
      kind: 'security',
      title: 'Nothing is open that was not asked for',
      ports: [...new Set(ports.filter(port => port > 0))].sort((a, b) => a - b),
      ...(except.length > 0 ? { except } : {})
    }
  }
}

/** An id of at most 64 signs that a suite accepts. */
const idOf = (what: string, name: string): string =>
  `${what}-${name}`
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 64)

const sorted = (names: readonly string[]): string[] => [...names].sort()
