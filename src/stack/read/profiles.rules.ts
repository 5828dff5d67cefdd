import { nearest } from '../../effects/nearest.rules.ts'
import type { Findings } from './findings.rules.ts'
import type { Origins } from './origins.rules.ts'
import { type Mapping, type Model, mapping, own, sequence } from './plain.rules.ts'

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const
/** All of them: what `*` asks for. */
const ALL = '*'

/**
 * Leaves out, in place, the services whose profiles are not asked for, and what only they use. A profile that no
 * service has is an error with the nearest name.
 */
export function applyProfiles(
  model: Model,
  asked: readonly string[],
  origins: Origins,
  found: Findings
): void {
  const services = mapping(own(model, 'services'))
  const profilesOf = (name: string): string[] => sequence(mapping(own(services, name)).profiles).map(String)
  const known = [...new Set(Object.keys(services).flatMap(profilesOf))]
  for (const name of asked) {
    if (known.includes(name) || name === ALL) continue
    const near = nearest(name, known)
    found.add('error', 'unknown-profile', undefined, `no service has the profile ${JSON.stringify(name)}`, {
      hint: near
        ? `did you mean ${near}?`
        : known.length > 0
          ? `there are: ${known.join(', ')}`
          : 'the stack has no profiles'
    })
  }
  const isOff = (name: string): boolean => {
    const profiles = profilesOf(name)
    return profiles.length > 0 && !asked.includes(ALL) && !profiles.some(profile => asked.includes(profile))
  }
  const dropped = Object.keys(services).filter(isOff)
  const before = new Map(
    SECTIONS.map(section => [
      section,
      usedIn(
        dropped.map(name => mapping(services[name])),
        section
      )
    ])
  )
  for (const name of dropped) delete services[name]
  for (const service of Object.values(services)) {
    const { depends_on } = mapping(service)
    for (const name of dropped) delete mapping(depends_on)[name]
    delete mapping(service).profiles
  }
  if (dropped.length === 0) return
  found.add(
    'info',
    'left-out',
    origins.of(model, 'services'),
    `left out, since their profiles are not asked for: ${dropped.join(', ')}`,
    { hint: `ask for them with --profile: ${known.join(', ')}` }
  )
  for (const section of SECTIONS) {
    const stillUsed = usedIn(Object.values(services).map(mapping), section)
    for (const name of before.get(section) ?? [])
      if (!stillUsed.has(name)) delete mapping(own(model, section))[name]
  }
  if (Object.keys(services).length === 0)
    found.add(
      'error',
      'no-services',
      origins.of(model, 'services'),
      'every service belongs to a profile that is not asked for',
      {
        hint: `ask for one: ${known.join(', ')}`
      }
    )
}

/** `group:fast` is any volume of a group, and no name. */
const isClusterVolume = ({ type, source }: Mapping): boolean =>
  type === 'cluster' && !String(source).startsWith('group:')

/** The names that services use of a section. */
export function usedIn(services: readonly Mapping[], section: (typeof SECTIONS)[number]): Set<string> {
  const names = services.flatMap(service => {
    if (section === 'networks') {
      const named = Object.keys(mapping(service.networks))
      return named.length > 0 ? named : ['default']
    }
    const items = sequence(service[section]).map(mapping)
    const sources = items
      .filter(item => section !== 'volumes' || item.type === 'volume' || isClusterVolume(item))
      .flatMap(({ source }) => (typeof source === 'string' ? [source] : []))
    const spec = mapping(service.credential_spec).config
    return section === 'configs' && typeof spec === 'string' ? [...sources, spec] : sources
  })
  return new Set(names)
}
