import type { LookOut } from '../../networks/ways.rules.ts'
import type { MeshService } from '../../networks/world.rules.ts'
import type { Answer } from '../../probes/asks.rules.ts'
import type { Errand, Purpose } from './asks.rules.ts'

export type EdgeState = 'open' | 'blocked' | 'unknown'

/** One edge as it was seen from all look-outs of its source. */
export type ObservedEdge = {
  from: string
  to: string
  /** By TCP: `open` when any way was; `unknown` when none was and one cannot be told. */
  tcp: EdgeState
  /** By name: whether the engine's resolver gives an address of the target. */
  name: EdgeState
  /** The ways that were open, and those that were not, in words. */
  openBy: string[]
  blockedBy: string[]
  /** The networks of the ways that were open. */
  openOn: string[]
  /** Why something is unknown, each reason once. */
  unknownBecause: string[]
  /** Nothing listens at the target, and nothing should: its addresses answered, or not, that a port is closed. */
  isQuiet: boolean
}

/** Published ports of a service, from another: `none` when it publishes none that can be tried. */
export type PublishedEdge = {
  from: string
  to: string
  port: number
  /** Through all nodes that were asked. */
  state: EdgeState
  isOpenSomewhere: boolean
  said: string[]
}

/** What one look-out was told, or why it was told nothing. */
export type Sighting =
  | { from: LookOut; isRun: true; heard: { errand: Errand; answer: Answer }[] }
  | { from: LookOut; isRun: false; reason: string }

type Step = { state: EdgeState; network: string; words: string; isName: boolean; isKnock: boolean }

/**
 * Folds the answers into edges. A way counts as blocked only when the target is known to listen there (it
 * connected to itself, or somebody reached it) and the prober is known to work; otherwise it is unknown.
 */
export function observe(
  services: readonly MeshService[],
  sightings: readonly Sighting[],
  wanted: (from: string, to: string) => boolean = () => true
): { edges: ObservedEdge[]; published: PublishedEdge[] } {
  const alive = listening(sightings, services)
  const pairs = services.flatMap(from =>
    services.filter(to => to !== from && wanted(from.name, to.name)).map(to => ({ from, to }))
  )
  return {
    edges: pairs.map(({ from, to }) => {
      const own = sightings.filter(sighting => sighting.from.service.name === from.name)
      const lost = own.flatMap(one => (one.isRun ? [] : [`the probe of ${from.name} failed: ${one.reason}`]))
      const steps = own.flatMap(one => (one.isRun ? stepsTo(to.name, one, alive) : []))
      const reasons = [...lost, ...silence(from, to, own)]
      return edgeOf(from.name, to.name, steps, reasons)
    }),
    published: pairs.flatMap(({ from, to }) => publishedOf(from.name, to.name, sightings))
  }
}

/** The places where something is known to listen: `network/address:port`, and a service's virtual addresses. */
function listening(sightings: readonly Sighting[], services: readonly MeshService[]): ReadonlySet<string> {
  const known = new Set<string>()
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand
      const counts = purpose.kind === 'self' || (purpose.kind === 'path' && purpose.via === 'task')
      if (counts && answers(answer, purpose.isKnock)) known.add(placeOf(purpose))
    }
  for (const service of services)
    for (const vip of service.vips)
      for (const at of service.tasks.flatMap(task => task.attachments))
        for (const place of [...known].filter(one => one.startsWith(`${vip.network}/${at.address}:`)))
          known.add(`${vip.network}/${vip.address}:${place.slice(place.lastIndexOf(':') + 1)}`)
  return known
}

/** Whether somebody is there: where nothing listens, a closed port says so, too. */
function answers(answer: Answer, isKnock: boolean): boolean {
  return answer.kind === 'open' || (isKnock && answer.kind === 'refused')
}

export function placeOf({
  network,
  address,
  port
}: {
  network: string
  address: string
  port: number
}): string {
  return `${network}/${address}:${port}`
}

function stepsTo(to: string, sighting: Sighting & { isRun: true }, alive: ReadonlySet<string>): Step[] {
  const { heard } = sighting
  const isProven = (kind: Purpose['kind'][]) =>
    heard.some(({ errand, answer }) => kind.includes(errand.purpose.kind) && answer.kind === 'open')
  const canConnect = isProven(['prober', 'self', 'path'])
  const canResolve = resolves(sighting)
  // An address that nobody has answers: a proxy, a filter, or a network of the node's own answers for all.
  const isMasked = ({ network, port, isKnock }: { network: string; port: number; isKnock: boolean }) =>
    heard.some(
      ({ errand: { purpose: p }, answer }) =>
        p.kind === 'decoy' && p.network === network && p.port === port && answers(answer, isKnock)
    )
  return heard.flatMap(({ errand: { purpose }, answer }): Step[] => {
    if (purpose.kind === 'name' && purpose.to === to)
      return [{ network: '', isName: true, isKnock: false, ...nameState(purpose, answer, canResolve) }]
    if (purpose.kind !== 'path' || purpose.to !== to) return []
    const { isKnock } = purpose
    const way = isKnock
      ? `${purpose.via} ${purpose.address}, where nothing listens, on ${purpose.network}`
      : `${purpose.via} ${purpose.address}:${purpose.port} on ${purpose.network}`
    const step = (state: EdgeState, words: string): Step[] => [
      { state, words, network: purpose.network, isName: false, isKnock }
    ]
    if (answers(answer, isKnock))
      return purpose.via === 'across' && isMasked(purpose)
        ? isKnock
          ? // Nothing listens, and it is as if nobody were there: whoever asks cannot tell it from nobody.
            step('blocked', `${way}: the same as where nobody is`)
          : step('unknown', `${way}: an unused address answers there too`)
        : step('open', way)
    if (!isFailure(answer)) return step('unknown', `${way}: ${detailOf(answer)}`)
    if (!canConnect)
      return step('unknown', `the probe of ${sighting.from.service.name} reached nothing at all`)
    if (!alive.has(placeOf(purpose)))
      return step(
        'unknown',
        isKnock
          ? `nothing shows that ${to} answers at all`
          : `nothing shows that ${to} listens on ${purpose.port}`
      )
    return step('blocked', `${way} (${answer.kind})`)
  })
}

export function isFailure(answer: Answer): boolean {
  return answer.kind === 'refused' || answer.kind === 'silent' || answer.kind === 'unreachable'
}

export function detailOf(answer: Answer): string {
  return answer.kind === 'unknown' ? answer.detail : answer.kind
}

function nameState(
  purpose: Extract<Purpose, { kind: 'name' }>,
  answer: Answer,
  canResolve: boolean
): Pick<Step, 'state' | 'words'> {
  const words = `the name ${purpose.name}`
  if (answer.kind === 'named')
    return meets(answer.addresses, purpose.truth)
      ? { state: 'open', words }
      : { state: 'blocked', words: `${words} (it is ${answer.addresses.slice(0, 3).join(', ')})` }
  if (answer.kind !== 'no-such-name' && answer.kind !== 'no-name-answer')
    return { state: 'unknown', words: `${words}: ${detailOf(answer)}` }
  // What the engine knows it answers itself, at once; other names it hands on, to where nobody may answer.
  return canResolve
    ? { state: 'blocked', words }
    : { state: 'unknown', words: `${words}: the resolver does not know the asker either` }
}

/** Whether the look-out's resolver, which is asked by UDP, knows the look-out's own service. */
export function resolves({ heard }: Sighting & { isRun: true }): boolean {
  return heard.some(
    ({ errand: { purpose }, answer }) =>
      purpose.kind === 'resolver' && answer.kind === 'named' && meets(answer.addresses, purpose.truth)
  )
}

const meets = (some: readonly string[], others: readonly string[]) => some.some(one => others.includes(one))

/** Why nothing can be seen between two services. */
export function silence(from: MeshService, to: MeshService, own: readonly Sighting[]): string[] {
  return [
    ...(own.length === 0 ? [`${from.name} has no running task`] : []),
    ...(to.tasks.length === 0 ? [`${to.name} has no running task`] : []),
    ...[from, to]
      .filter(service => service.networks.includes('host'))
      .map(service => `${service.name} is on its node's own network, where nothing is apart`)
  ]
}

function edgeOf(from: string, to: string, steps: readonly Step[], reasons: readonly string[]): ObservedEdge {
  const ways = steps.filter(step => !step.isName)
  const isQuiet = ways.length > 0 && ways.every(step => step.isKnock)
  const isSilent = (ways.length === 0 && reasons.length === 0) || isQuiet
  const of = (state: EdgeState) => steps.filter(step => step.state === state)
  const words = (state: EdgeState) => [...new Set(of(state).map(step => step.words))]
  return {
    from,
    to,
    tcp: stateOf(ways, reasons.length > 0),
    name: stateOf(
      steps.filter(step => step.isName),
      reasons.length > 0
    ),
    openBy: words('open'),
    blockedBy: words('blocked'),
    openOn: [...new Set(of('open').flatMap(step => (step.isName ? [] : step.network)))],
    unknownBecause: [
      ...new Set([...reasons, ...words('unknown'), ...(isSilent ? [`${to} listens on no port`] : [])])
    ],
    isQuiet
  }
}

function stateOf(steps: readonly Step[], isLacking: boolean): EdgeState {
  if (steps.some(step => step.state === 'open')) return 'open'
  if (isLacking || steps.length === 0 || steps.some(step => step.state === 'unknown')) return 'unknown'
  return 'blocked'
}

/** A published port proves itself: where it is open it listens; where it is not, nobody can tell why from here. */
function publishedOf(from: string, to: string, sightings: readonly Sighting[]): PublishedEdge[] {
  const heard = sightings.flatMap(one => (one.isRun && one.from.service.name === from ? one.heard : []))
  const ports = new Map<number, { state: EdgeState; words: string }[]>()
  for (const { errand, answer } of heard) {
    const { purpose } = errand
    if (purpose.kind !== 'published' || purpose.to !== to) continue
    const state = answer.kind === 'open' ? 'open' : isFailure(answer) ? 'blocked' : 'unknown'
    const said = ports.get(purpose.port) ?? []
    said.push({ state, words: `${purpose.node}: ${answer.kind}` })
    ports.set(purpose.port, said)
  }
  return [...ports].map(([port, said]) => ({
    from,
    to,
    port,
    state: said.every(one => one.state === 'open')
      ? 'open'
      : said.some(one => one.state === 'blocked')
        ? 'blocked'
        : 'unknown',
    isOpenSomewhere: said.some(one => one.state === 'open'),
    said: said.map(one => one.words)
  }))
}
