import { offenders, type Rule } from '../kinds/security.rules.ts'
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
    ? { comment: 'All nodes are there, ready, and take tasks.', check }
    : {
        comment: `All nodes are there. ${away.join(', ')} was told to take no tasks, so not all of them have to.`,
        check: { ...check, title: 'Every node is there', ready: false }
      }
}

const isJob = ({ mode }: ServiceShape): boolean => mode === 'replicated-job' || mode === 'global-job'

function serviceCheck(service: ServiceShape): DerivedCheck[] {
  const { name, mode, replicas, wanted, networks, secrets, ports } = service
  return [
    {
      comment: isJob(service)
        ? `${name} is a job: what it was asked for is compared, and it runs only as long as it takes.`
        : `${name} runs all the tasks that it should, as it was asked for.`,
      check: {
        id: idOf('service', name),
        kind: 'service',
        title: `${name} is as it was asked for`,
        service: name,
        mode,
        ...(replicas === undefined ? {} : { replicas }),
        ...(isJob(service) ? {} : { running: wanted }),
        networks: sorted(networks),
        secrets: sorted(secrets),
        ...(ports.every(({ published }) => published > 0)
          ? { published: [...new Set(ports.map(({ published }) => published))].sort((a, b) => a - b) }
          : {})
      }
    }
  ]
}

const EQUAL = /^\s*(?:node\.(role|hostname)|node\.labels\.([A-Za-z0-9_.-]+))\s*==\s*(.+?)\s*$/

function placementCheck(service: ServiceShape): DerivedCheck[] {
  const { name, constraints, mode, mostPerNode, wanted } = service
  if (isJob(service) || wanted === 0) return []
  const labels: Record<string, string> = {}
  const rules: Record<string, unknown> = {}
  for (const constraint of constraints) {
    const [, field, label, value = ''] = EQUAL.exec(constraint) ?? []
    if (label !== undefined) labels[label] = value
    if (field === 'role' && (value === 'manager' || value === 'worker')) rules.role = value
    if (field === 'hostname') rules.nodes = [value]
  }
  if (Object.keys(labels).length > 0) rules.labels = labels
  if (mode === 'global') rules.most = 1
  else if (mostPerNode > 0) rules.most = mostPerNode
  if (Object.keys(rules).length === 0) return []
  return [
    {
      comment: `${name} runs only where it may.`,
      check: {
        id: idOf('placement', name),
        kind: 'placement',
        title: `${name} runs only where it may`,
        service: name,
        ...rules
      }
    }
  ]
}

function portChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  const open = services.filter(({ wanted }) => wanted > 0)
  return open.flatMap(({ name, ports }) =>
    byNumber(ports)
      .filter(({ protocol, published }) => protocol === 'tcp' && published > 0)
      .map(({ published, mode }) => ({
        comment:
          mode === 'host'
            ? `Port ${published} of ${name} is open on each node with a task.`
            : `Port ${published} of ${name} is open on every node, by the routing mesh.`,
        check: {
          id: idOf(`port-${published}`, name),
          kind: 'tcp',
          title: `Port ${published} of ${name} answers`,
          port: published
        }
      }))
  )
}

const byNumber = (ports: readonly PortShape[]): PortShape[] =>
  [...new Map(ports.map(port => [`${port.protocol} ${port.published}`, port])).values()].sort(
    (a, b) => a.published - b.published
  )

function networkChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  const joined = services.filter(
    ({ networks, wanted, ...service }) =>
      networks.length > 0 && wanted > 0 && !isJob({ networks, wanted, ...service })
  )
  if (joined.length === 0) return []
  const dns: DerivedCheck = {
    comment: 'Each service finds the others on its networks by their names.',
    check: { id: 'dns', kind: 'dns', title: 'Names lead to the services that have them' }
  }
  if (joined.length === 1) return [dns]
  return [
    {
      comment: 'Services reach each other where they share a network, and nowhere else.',
      check: {
        id: 'isolation',
        kind: 'isolation',
        title: 'Services reach only whom they share a network with'
      }
    },
    dns
  ]
}

function secretChecks(services: readonly ServiceShape[]): DerivedCheck[] {
  const running = services.filter(service => service.wanted > 0 && !isJob(service))
  const names = sorted([...new Set(running.flatMap(({ secrets }) => secrets))])
  return names.map(secret => ({
    comment: `${secret} is mounted where it is granted, and shows nowhere.`,
    check: {
      id: idOf('secret', secret),
      kind: 'secret',
      title: `${secret} is where it must be, and nowhere else`,
      secret,
      services: services.filter(({ secrets }) => secrets.includes(secret)).map(({ name }) => name)
    }
  }))
}

/** What is so now is no mistake of this check’s to judge: it stands as an exception, to be read and thought about. */
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
        ? 'No more may be open than is now. Read the exceptions: each is something that a service should not need.'
        : 'No more may be open than is now.',
    check: {
      id: 'security',
      kind: 'security',
      title: 'Nothing is open that need not be',
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
