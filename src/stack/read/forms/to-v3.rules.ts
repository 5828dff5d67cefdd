import type { Findings } from '../findings.rules.ts'
import type { Origins } from '../origins.rules.ts'
import { inLine, isMapping, type Mapping, type Model, mapping, own, put } from '../plain.rules.ts'
import { envFiles } from './env-files.rules.ts'
import { movedKeys, restart } from './moved-keys.rules.ts'
import { checkReferences } from './references.rules.ts'
import { dependsOn, hostPaths, portDetails, tmpfs } from './service-details.rules.ts'
import { fitShape } from './shape.rules.ts'
import { checkRefusals } from './swarm-refusals.rules.ts'
import { KNOWN, lowestVersion, topLevel } from './top-level.rules.ts'
import { verdictOnKey } from './unsupported.rules.ts'
import { SECTIONS, SERVICE } from './v3-schema.rules.ts'

export type ToV3Request = {
  origins: Origins
  found: Findings
  isThere(file: string): boolean
  /** The stack's name, where it is known. */
  stack?: string | undefined
}

/**
 * Makes a merged model in canonical form one that the v3 schema of `docker stack deploy` takes, in place. Each
 * rewriting is a translation, each thing left out or impossible a finding; `version` is the lowest that will do.
 */
export function toV3(model: Model, { origins, found, isThere, stack }: ToV3Request): void {
  topLevel(model, origins, found)
  const { needs, version } = lowestVersion()
  const forms = [movedKeys, restart, dependsOn, portDetails, tmpfs, hostPaths, envFiles(isThere)]
  for (const [name, service] of entriesOf(model, 'services', origins, found)) {
    for (const form of forms) form(service, { name, origins, found })
    decideKeys(name, service, origins, found)
    // The path of a service's finding begins inside the service.
    fitShape(mapping(own(model, 'services')), name, SERVICE, { origins, found, service: name, needs }, [])
  }
  for (const section of ['networks', 'volumes', 'secrets', 'configs'] as const)
    for (const [name, , container] of entriesOf(model, section, origins, found))
      if (own(container, name) !== null)
        fitShape(container, name, SECTIONS[section], { origins, found, service: undefined, needs }, [
          section,
          name
        ])
  checkReferences(model, origins, found)
  // Where a variable has no value, what stands around it is no value either.
  if (!found.findings.some(({ rule }) => rule.startsWith('variable-')))
    checkRefusals(model, origins, found, stack)
  const written = own(model, 'version')
  if (written !== undefined && !/^3(\.|$)/.test(String(written)))
    found.translate(
      origins.of(model, 'version'),
      `version: ${inLine(written)}`,
      `version: ${inLine(version())}`
    )
  put(model, 'version', version())
  inOrder(model)
}

/** Reports the keys that a swarm ignores, and those that it refuses, and drops both. */
function decideKeys(name: string, service: Mapping, origins: Origins, found: Findings): void {
  for (const key of Object.keys(service)) {
    const verdict = verdictOnKey(key)
    if (!verdict) continue
    const place = origins.of(service, key)
    if (verdict.isRefused)
      found.add('error', 'refused-key', place, verdict.text, { service: name, hint: verdict.hint })
    else found.add('warning', 'ignored-key', place, verdict.text, { service: name })
    delete service[key]
  }
}

const NAME = /^[a-zA-Z0-9._-]+$/

/** The entries of a section that are mappings; the rest, and names that docker refuses, are findings. */
function entriesOf(
  model: Model,
  section: string,
  origins: Origins,
  found: Findings
): [string, Mapping, Mapping][] {
  const container = own(model, section)
  if (container === null || container === undefined) {
    delete model[section]
    return []
  }
  if (!isMapping(container)) {
    found.add('error', 'wrong-type', origins.of(model, section), `${section} must be a mapping`)
    delete model[section]
    return []
  }
  return Object.keys(container).flatMap(name => {
    const value = own(container, name)
    const place = origins.of(container, name)
    if (section !== 'services' && name.startsWith('x-')) delete container[name]
    else if (!NAME.test(name))
      found.add(
        'error',
        'bad-name',
        place,
        `${section}: ${JSON.stringify(name)} is not a name that docker accepts`
      )
    else if (isMapping(value)) return [[name, value, container]]
    else if (value === null && (section === 'networks' || section === 'volumes'))
      return [[name, {}, container]]
    else {
      found.add('error', 'wrong-type', place, `${section}.${name} must be a mapping`)
      delete container[name]
    }
    return []
  })
}

/** Version first, as people write it. */
function inOrder(model: Model): void {
  for (const key of KNOWN) {
    if (!Object.hasOwn(model, key)) continue
    const value = own(model, key)
    delete model[key]
    put(model, key, value)
  }
}
