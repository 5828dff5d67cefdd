import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { MeshService } from '../../networks/world.rules.ts'
import { type EdgeRules, ruleFor, type UdpRule } from './edges.rules.ts'
import { detailOf, isFailure, placeOf, resolves, type Sighting, silence } from './observe.rules.ts'
import { pairsOf } from './ports.rules.ts'
import type { UdpPurpose } from './udp-asks.rules.ts'

/** `refused`: the target was reached, and says that nothing listens there. */
export type UdpState = 'open' | 'blocked' | 'refused' | 'unknown'
type UdpStep = { state: UdpState; words: string }
/** A rule beside what was seen of it: of all ways, or why one of them is unknown. */
export type UdpEdge = UdpRule & { steps: UdpStep[] }

/**
 * The rules with a port of UDP, for each pair that they mean; a name is stronger than a `*`.
 *
 * @throws `input` when one names no service, or one edge both must and must not be
 */
export function udpRules(services: readonly MeshService[], { must, mustNot }: EdgeRules): UdpRule[] {
  const ports = new Set([...must, ...mustNot].flatMap(rule => (rule.protocol === 'udp' ? rule.port : [])))
  return [...ports].flatMap(port => {
    const of = (rules: EdgeRules['must']) =>
      rules.filter(rule => rule.protocol === 'udp' && rule.port === port)
    const own = { must: of(must), mustNot: of(mustNot) }
    const pairs = [...own.must, ...own.mustNot].flatMap(rule => pairsOf(services, rule.from, rule.to))
    const once = new Map(pairs.map(pair => [`${pair.from.name} ${pair.to.name}`, pair]))
    return [...once.values()].flatMap(({ from, to }): UdpRule[] => {
      const expected = ruleFor(from.name, to.name, own)
      return expected ? [{ from: from.name, to: to.name, port, expected }] : []
    })
  })
}

/**
 * What the look-outs heard of each rule. UDP has no handshake: what comes back proves a way, and silence proves
 * nothing, unless the same address and port answered its own service, or another on the same network, in this look.
 */
export function udpEdges(
  services: readonly MeshService[],
  sightings: readonly Sighting[],
  rules: readonly UdpRule[]
): UdpEdge[] {
  const controls = controlsOf(services, sightings)
  const named = new Map(services.map(service => [service.name, service]))
  return rules.map(rule => {
    const own = sightings.filter(sighting => sighting.from.service.name === rule.from)
    const [from, to] = [named.get(rule.from), named.get(rule.to)]
    const reasons = [
      ...own.flatMap(one => (one.isRun ? [] : [`the probe of ${rule.from} failed: ${one.reason}`])),
      ...(from && to ? silence(from, to, own) : [`${from ? rule.to : rule.from} no longer exists`])
    ]
    const steps = own.flatMap(one => (one.isRun ? stepsTo(rule, one, controls) : []))
    return { ...rule, steps: [...steps, ...reasons.map((words): UdpStep => ({ state: 'unknown', words }))] }
  })
}

/** Places, `network/address:port`, that answered, and those that told their own service that they are closed. */
type Controls = { answered: ReadonlySet<string>; closed: ReadonlySet<string> }

function controlsOf(services: readonly MeshService[], sightings: readonly Sighting[]): Controls {
  const answered = new Set<string>()
  const closed = new Set<string>()
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand
      const isSelf = purpose.kind === 'udp-self'
      if (!isSelf && !(purpose.kind === 'udp-way' && purpose.via === 'task')) continue
      if (answer.kind === 'open') answered.add(placeOf(purpose))
      if (answer.kind === 'refused' && isSelf) closed.add(placeOf(purpose))
    }
  // Behind a virtual address are the tasks: one that answers is enough, and all have to be closed.
  for (const { vips, tasks } of services)
    for (const { network, address } of vips) {
      const behind = tasks.flatMap(task => task.attachments.filter(at => at.network === network))
      for (const port of new Set([...answered, ...closed].map(portIn))) {
        const places = behind.map(at => placeOf({ ...at, port }))
        const vip = placeOf({ network, address, port })
        if (places.some(place => answered.has(place))) answered.add(vip)
        if (places.length > 0 && places.every(place => closed.has(place))) closed.add(vip)
      }
    }
  return { answered, closed }
}

const portIn = (place: string): number => Number(place.slice(place.lastIndexOf(':') + 1))

function stepsTo(rule: UdpRule, sighting: Sighting & { isRun: true }, controls: Controls): UdpStep[] {
  const { heard } = sighting
  const canSend =
    resolves(sighting) ||
    heard.some(({ errand, answer }) => isUdp(errand.purpose.kind) && hasReached(answer.kind))
  const isMasked = (network: string) =>
    heard.some(
      ({ errand: { purpose: p }, answer }) =>
        p.kind === 'udp-decoy' && p.network === network && p.port === rule.port && hasReached(answer.kind)
    )
  return heard.flatMap(({ errand: { purpose }, answer }): UdpStep[] => {
    if (purpose.kind !== 'udp-way' || purpose.to !== rule.to || purpose.port !== rule.port) return []
    const { via, address, port, network } = purpose
    const way = `${via} ${address}:${port} on ${network}`
    const place = placeOf(purpose)
    const unknown = (words: string): UdpStep[] => [{ state: 'unknown', words }]
    if (hasReached(answer.kind) && via === 'across' && isMasked(network))
      return unknown(`${way}: an unused address answers there too`)
    if (answer.kind === 'open') return [{ state: 'open', words: way }]
    if (!isFailure(answer)) return unknown(`${way}: ${detailOf(answer)}`)
    // Whoever answers others, and refuses this one, is behind something that turns it away.
    if (controls.answered.has(place) && canSend)
      return [{ state: 'blocked', words: `${way} (${answer.kind})` }]
    if (answer.kind === 'refused' && controls.closed.has(place))
      return [{ state: 'refused', words: `${way} (refused: nothing listens there)` }]
    return unknown(
      canSend
        ? `nothing shows that ${rule.to} answers on ${port} by UDP`
        : `the probe of ${rule.from} reached nothing at all by UDP`
    )
  })
}

const isUdp = (kind: string): boolean =>
  (['udp-way', 'udp-self'] satisfies UdpPurpose['kind'][] as string[]).includes(kind)
const hasReached = (kind: string): boolean => kind === 'open' || kind === 'refused'

/**
 * What is known, for and against the rule. To be open it needs every way, and somebody who answers; to be blocked none,
 * and who refuses has been reached.
 */
export function judgeUdp({ expected, steps }: UdpEdge): 'as-expected' | 'unexpected' | 'unknown' {
  const has = (...states: UdpState[]) => steps.some(step => states.includes(step.state))
  if (expected === 'open' ? has('blocked') : has('open', 'refused')) return 'unexpected'
  if (steps.length === 0 || has('unknown', 'refused')) return 'unknown'
  return 'as-expected'
}

/** `web -> store:9/udp is open: task 10.0.0.3:9 on shop_back` */
export function udpWords(edge: UdpEdge): string {
  const { from, to, port, expected, steps } = edge
  const arrow = `${neutralise(from, 64)} -> ${neutralise(to, 64)}:${port}/udp`
  const said = (...states: UdpState[]) =>
    neutralise(
      [...new Set(steps.filter(step => states.includes(step.state)).map(step => step.words))]
        .slice(0, 2)
        .join(', ')
    )
  if (judgeUdp(edge) === 'unknown') return `${arrow} (${said('unknown', 'refused') || 'nothing was heard'})`
  return seenOf(edge) === 'blocked'
    ? `${arrow} is blocked: ${said('blocked')}`
    : `${arrow} is ${expected === 'blocked' && !steps.some(step => step.state === 'open') ? 'reached' : 'open'}: ${said('open', 'refused')}`
}

/** For tables and pictures: a target that refuses has been reached. */
export function seenOf(edge: UdpEdge): 'open' | 'blocked' | 'unknown' {
  const verdict = judgeUdp(edge)
  if (verdict === 'unknown') return 'unknown'
  return (verdict === 'as-expected') === (edge.expected === 'open') ? 'open' : 'blocked'
}
