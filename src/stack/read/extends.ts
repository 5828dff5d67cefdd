import { nearest } from '../../effects/nearest.rules.ts'
import { beside, type Source } from './compose-document.rules.ts'
import type { Findings } from './findings.rules.ts'
import { merge } from './merge.rules.ts'
import type { Origins } from './origins.rules.ts'
import { inLine, isMapping, type Mapping, mapping, own, put } from './plain.rules.ts'

/** Who reads the other files that bases stand in. */
type SourceReader = {
  origins: Origins
  found: Findings
  read(file: string, baseDir: string | undefined, trail: readonly string[]): Promise<Source>
}

/** Each service of a chain is laid over all those below it. */
const MAX_CHAIN = 50

/**
 * Lays each service that `extends` another one over it, in place. A base that is not there, or that leads back, is
 * an error finding.
 */
export async function withBases(
  source: Source,
  reader: SourceReader,
  trail: readonly string[]
): Promise<void> {
  const services = mapping(own(source.model, 'services'))
  for (const name of Object.keys(services)) {
    const extended = await extendedBy(source, name, reader, trail, [])
    if (extended) put(services, name, extended)
  }
}

async function extendedBy(
  source: Source,
  name: string,
  reader: SourceReader,
  trail: readonly string[],
  seen: readonly string[]
): Promise<Mapping | undefined> {
  const services = mapping(own(source.model, 'services'))
  const service = own(services, name)
  if (!isMapping(service)) return undefined
  const { extends: _, ...rest } = service
  for (const key of Object.keys(rest)) reader.origins.copy(service, key, rest)
  const base = own(service, 'extends')
  if (base === undefined || base === null) return service
  const found = await baseOf(source, name, base, reader, trail, [...seen, name])
  if (found) reader.found.translate(reader.origins.of(service, 'extends'), `extends: ${inLine(base)}`, '')
  return found ? (merge(found, rest, reader.origins, `services.${name}`) as Mapping) : rest
}

async function baseOf(
  source: Source,
  name: string,
  base: unknown,
  reader: SourceReader,
  trail: readonly string[],
  seen: readonly string[]
): Promise<Mapping | undefined> {
  const { origins, found } = reader
  const service = mapping(own(mapping(own(source.model, 'services')), name))
  const refuse = (text: string, hint: string): undefined => {
    found.add('error', 'refused-key', origins.of(service, 'extends'), `extends: ${text}`, {
      service: name,
      hint
    })
  }
  if (seen.length > MAX_CHAIN || trail.length > MAX_CHAIN)
    return refuse(`more than ${MAX_CHAIN} services extend one another`, 'shorten the chain')
  const wanted = isMapping(base) ? own(base, 'service') : base
  const file = isMapping(base) ? own(base, 'file') : undefined
  if (typeof wanted !== 'string') return refuse('it names no service', 'write extends: {service: …}')
  if (typeof file === 'string') {
    const place = beside(source.file, file)
    if (trail.includes(place) && place !== source.file.path)
      return refuse(`${file} leads back to itself`, 'remove one of the two')
    if (place !== source.file.path) {
      const other = await reader.read(place, undefined, trail)
      return serviceIn(other, wanted, refuse)
    }
  }
  if (seen.includes(wanted)) return refuse(`${wanted} leads back to itself`, 'remove one of the two')
  if (!serviceIn(source, wanted, refuse)) return undefined
  return extendedBy(source, wanted, reader, trail, seen)
}

function serviceIn(
  source: Source,
  wanted: string,
  refuse: (text: string, hint: string) => undefined
): Mapping | undefined {
  const services = mapping(own(source.model, 'services'))
  const service = own(services, wanted)
  if (isMapping(service)) return service
  const near = nearest(wanted, Object.keys(services))
  return refuse(
    `${source.file.shownAs} has no service ${wanted}`,
    near ? `did you mean ${near}?` : 'correct the name'
  )
}
