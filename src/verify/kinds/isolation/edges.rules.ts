import { SwarmlineError } from '../../../errors.ts'

/**
 * From service to service, by their names in the stack; `*` stands for all others. With a port it is about that port and
 * not about their networks: by `tcp` the one that the target publishes on the nodes, by `udp` one of its own addresses.
 */
export type EdgeRule = { from: string; to: string } & (
  | { port?: undefined; protocol?: undefined }
  | { port: number; protocol: 'tcp' | 'udp' }
)
export type EdgeRules = { must: readonly EdgeRule[]; mustNot: readonly EdgeRule[] }

export type ExpectedEdge = {
  from: string
  to: string
  expected: 'open' | 'blocked'
  /** The networks that both are on. */
  shared: string[]
  /** Whether a rule says so, and not the networks alone. */
  isRuled: boolean
}

type Placed = { name: string; networks: readonly string[] }

const RULE = /^\s*(\S+)\s*->\s*([^\s:]+)(?::(\d{1,5})(\/udp)?)?\s*$/

/**
 * `backend -> redis`, `* -> cadvisor`, `* -> redis:6379`, `* -> dns:53/udp`.
 *
 * @throws `input` when it is something else
 */
export function parseEdgeRule(text: string): EdgeRule {
  const [, from, to, port, udp] = RULE.exec(text) ?? []
  if (from === undefined || to === undefined)
    throw new SwarmlineError('input', `${JSON.stringify(text)} is not an edge`, {
      hint: 'write: backend -> redis'
    })
  if (port === undefined) return { from, to }
  return { from, to, port: Number(port), protocol: udp === undefined ? 'tcp' : 'udp' }
}

/**
 * Every ordered pair of two services, and whether the first must reach the second: if and only if they share a
 * network. A rule decides against the networks; then what has to change is the stack.
 *
 * @throws `input` when a rule names no service, or one edge both must and must not be
 */
export function expectedEdges(services: readonly Placed[], all: EdgeRules): ExpectedEdge[] {
  const onNetworks = (some: readonly EdgeRule[]) => some.filter(rule => rule.port === undefined)
  const rules = { must: onNetworks(all.must), mustNot: onNetworks(all.mustNot) }
  const names = services.map(service => service.name)
  for (const { from, to } of [...rules.must, ...rules.mustNot])
    for (const name of [from, to])
      if (name !== '*' && !names.includes(name))
        throw new SwarmlineError('input', `the stack has no service ${JSON.stringify(name)}`, {
          hint: `it has ${names.join(', ') || 'none'}`
        })
  return services.flatMap(from =>
    services
      .filter(to => to.name !== from.name)
      .map(to => {
        const shared = from.networks.filter(network => to.networks.includes(network))
        const ruled = ruleFor(from.name, to.name, rules)
        return {
          from: from.name,
          to: to.name,
          expected: ruled ?? (shared.length > 0 ? 'open' : 'blocked'),
          shared,
          isRuled: ruled !== undefined
        }
      })
  )
}

/** A rule that names both ends is stronger than one with a `*`. */
export function ruleFor(
  from: string,
  to: string,
  { must, mustNot }: EdgeRules
): ExpectedEdge['expected'] | undefined {
  const strength = (rules: readonly EdgeRule[]) =>
    Math.max(
      0,
      ...rules
        .filter(rule => [from, '*'].includes(rule.from) && [to, '*'].includes(rule.to))
        .map(rule => 1 + Number(rule.from !== '*') + Number(rule.to !== '*'))
    )
  const [open, blocked] = [strength(must), strength(mustNot)]
  if (open === 0 && blocked === 0) return undefined
  if (open === blocked)
    throw new SwarmlineError('input', `${from} -> ${to} must be, and must not be`, {
      hint: 'remove one of the two rules'
    })
  return open > blocked ? 'open' : 'blocked'
}

/** What rules say of one service's port by UDP, from one other service: `web -> store:9/udp`. */
export type UdpRule = { from: string; to: string; port: number; expected: 'open' | 'blocked' }
