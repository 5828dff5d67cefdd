import { matchingLines } from '../../verify/verify.rules.ts'
import type { Cast, Role, ServiceFacts, SwarmFacts } from './role.ts'
import { isTrueOf, wayInWords } from './ways.rules.ts'

/**
 * Finds who plays which role. Roles are cast in their order, and a service plays one role only. Of the ways to tell a
 * service the first counts that is true of any.
 */
export function findRoles(roles: readonly Role[], facts: SwarmFacts): Cast[] {
  const taken = new Map<string, ServiceFacts>()
  return roles.map(role => {
    if (role.kind === 'secret') return castSecret(role, taken)
    if (role.kind === 'image') return castImage(role, taken, facts)
    const free = facts.services.filter(service => ![...taken.values()].includes(service))
    const cast = castService(role, free, facts)
    if (cast.service) taken.set(role.name, cast.service)
    return cast.cast
  })
}

/**
 * Names for `${NAME}`. A secret has its file in the first of the services that share it, as `${NAME_FILE}`.
 */
export function namesOf(
  roles: readonly Role[],
  casts: readonly Cast[],
  facts: Pick<SwarmFacts, 'services'>
): Map<string, string> {
  const names = new Map(casts.flatMap(({ role, found }) => (found === undefined ? [] : [[role, found]])))
  for (const role of roles) {
    if (role.kind !== 'secret') continue
    const first = names.get(role.sharedBy[0] ?? '')
    const owner = facts.services.find(({ name }) => name === first)
    const mounted = owner?.secrets.find(({ name }) => name === names.get(role.name))
    if (mounted) names.set(`${role.name}_FILE`, mounted.file)
  }
  return names
}

function castService(
  role: Extract<Role, { kind: 'service' }>,
  free: readonly ServiceFacts[],
  facts: SwarmFacts
): { cast: Cast; service: ServiceFacts | undefined } {
  const about = { role: role.name, title: role.title }
  for (const way of role.ways) {
    const [service, ...others] = free.filter(each => isTrueOf(way, each, facts)).toSorted(bestFirst)
    if (service)
      return {
        service,
        cast: {
          ...about,
          found: service.name,
          because: `it ${wayInWords(way)}`,
          others: others.map(({ name }) => name)
        }
      }
  }
  const wanted = role.ways.map(wayInWords).join(', or ')
  const because = free.length === 0 ? 'the swarm runs no other service' : `none of ${listed(free)} ${wanted}`
  return { service: undefined, cast: { ...about, found: undefined, because, others: [] } }
}

/** Who runs more; then who belongs to a stack; then by name, so that the choice is always the same. */
function bestFirst(a: ServiceFacts, b: ServiceFacts): number {
  const [inStackA, inStackB] = [a, b].map(({ stack }) => (stack === '' ? 1 : 0))
  return (
    b.running - a.running ||
    (inStackA ?? 0) - (inStackB ?? 0) ||
    (a.name < b.name ? -1 : Number(a.name > b.name))
  )
}

function castSecret(role: Extract<Role, { kind: 'secret' }>, taken: ReadonlyMap<string, ServiceFacts>): Cast {
  const about = { role: role.name, title: role.title, others: [] }
  const absent = role.sharedBy.filter(name => !taken.has(name))
  if (absent.length > 0)
    return { ...about, found: undefined, because: `no service was found as ${absent.join(' and ')}` }
  const [first, ...rest] = role.sharedBy.flatMap(name => taken.get(name) ?? [])
  const shared = (first?.secrets ?? []).filter(({ name }) =>
    rest.every(service => service.secrets.some(secret => secret.name === name))
  )
  const who = listed([first, ...rest].flatMap(service => service ?? []))
  const [found, ...others] = shared.map(({ name }) => name).toSorted()
  return found === undefined
    ? { ...about, found, because: `${who} share no secret` }
    : { ...about, found, because: `${who} share it`, others }
}

function castImage(
  role: Extract<Role, { kind: 'image' }>,
  taken: ReadonlyMap<string, ServiceFacts>,
  { images }: Pick<SwarmFacts, 'images'>
): Cast {
  const about = { role: role.name, title: role.title, others: [] }
  const service = taken.get(role.of)
  if (service) return { ...about, found: service.image, because: `${service.name} runs it` }
  const matching = matchingLines(role.named, images)
  const named = matching === 'unknown' ? [] : matching.flatMap(i => images[i] ?? [])
  const [found, ...others] = named.toSorted()
  return found === undefined
    ? { ...about, found, because: `no image in the registry has a name that matches /${role.named}/` }
    : { ...about, found, because: `its name matches /${role.named}/`, others }
}

const listed = (services: readonly { name: string }[]): string => services.map(({ name }) => name).join(', ')
