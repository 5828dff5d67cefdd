import { SwarmlineError } from '../../../errors.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { MeshService } from '../../networks/world.rules.ts'
import type { EdgeRule, EdgeRules } from './edges.rules.ts'
import type { EdgeState, PublishedEdge } from './observe.rules.ts'

/** A published port that a rule names, `* -> db:5432`, from one service; by TCP. */
export type PortEdge = {
  from: string
  to: string
  port: number
  expected: 'open' | 'blocked'
  /** One node is enough to be open where it must not be, and all are needed where it must; `not-published` when there is nothing to reach. */
  seen: EdgeState | 'not-published'
  /** Whether any service at all got through: only then is `blocked` more than nobody's listening. */
  isOpenToSome: boolean
}

/**
 * What the rules with a published port ask, beside what was seen.
 *
 * @throws `input` when one names no service
 */
export function portEdges(
  services: readonly MeshService[],
  published: readonly PublishedEdge[],
  { must, mustNot }: EdgeRules
): PortEdge[] {
  const edgesOf = (rules: readonly EdgeRule[], expected: PortEdge['expected']) =>
    rules.flatMap(({ from, to, port, protocol }) =>
      protocol !== 'tcp' ? [] : pairsOf(services, from, to).map(pair => ({ ...pair, port, expected }))
    )
  return [...edgesOf(must, 'open'), ...edgesOf(mustNot, 'blocked')].map(({ from, to, port, expected }) => {
    const looks = published.filter(edge => edge.to === to.name && edge.port === port)
    const look = looks.find(edge => edge.from === from.name)
    const isPublished = to.published.some(one => one.port === port)
    const isHole = expected === 'blocked' && look?.isOpenSomewhere
    const seen = isHole ? 'open' : (look?.state ?? (isPublished ? 'unknown' : 'not-published'))
    const isOpenToSome = looks.some(edge => edge.isOpenSomewhere)
    return { from: from.name, to: to.name, port, expected, seen, isOpenToSome }
  })
}

/**
 * The pairs that a rule means.
 *
 * @throws `input` when it names no service
 */
export function pairsOf(
  services: readonly MeshService[],
  from: string,
  to: string
): { from: MeshService; to: MeshService }[] {
  const names = services.map(service => service.name)
  for (const name of [from, to])
    if (name !== '*' && !names.includes(name))
      throw new SwarmlineError('input', `the stack has no service ${JSON.stringify(name)}`, {
        hint: `it has ${names.join(', ') || 'none'}`
      })
  const meant = (name: string) => services.filter(service => name === '*' || service.name === name)
  return meant(from).flatMap(source =>
    meant(to).flatMap(target => (source === target ? [] : [{ from: source, to: target }]))
  )
}

/** Blocked counts only where the port is known to answer somebody; what is not published answers nobody. */
export function judgePort({
  expected,
  seen,
  isOpenToSome
}: PortEdge): 'as-expected' | 'unexpected' | 'unknown' {
  if (seen === 'unknown') return 'unknown'
  if (expected === 'open') return seen === 'open' ? 'as-expected' : 'unexpected'
  if (seen === 'open') return 'unexpected'
  return seen === 'not-published' || isOpenToSome ? 'as-expected' : 'unknown'
}

/** `web -> db:5432 is open, through a published port` */
export function portWords(edge: PortEdge): string {
  const { from, to, port, seen } = edge
  const arrow = `${neutralise(from, 64)} -> ${neutralise(to, 64)}:${port}`
  if (seen === 'not-published') return `${arrow} is not published`
  if (judgePort(edge) === 'unknown') return `${arrow} (nobody got through that published port)`
  return `${arrow} is ${seen}, through a published port`
}
