// Stack files of the Compose grammar. Names of their own keep several apart that are asked about together.
import fc, { type Arbitrary } from 'fast-check'
import { isMapping, type Mapping, mapping } from '../../../src/stack/read/plain.rules.ts'
import { type Grammar, pathsOf, someKeys, stepsBelow, valueAt } from './grammar.ts'
import { NAMES, type Section } from './values.ts'

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const

/** How often people write a key of a service, beside once. */
const USUAL: Readonly<Record<string, number>> = {
  deploy: 40,
  environment: 30,
  ports: 30,
  networks: 30,
  volumes: 30,
  command: 15,
  healthcheck: 10,
  configs: 8,
  secrets: 8,
  logging: 6,
  labels: 4,
  hostname: 4,
  env_file: 4,
  depends_on: 4,
  restart: 4,
  entrypoint: 3,
  user: 3
}

/** What is left out where nobody asks for it: nearly nobody writes it, or docker refuses it with what stands beside. */
const RARE = ['image', 'extends', 'provider', 'models', 'credential_spec', 'isolation', 'volumes_from']

/**
 * A stack of one to three services, with the networks, volumes, secrets and configs that they name.
 *
 * @param forced the path of a key that is to be in it
 */
export function stackFile(grammar: Grammar, forced?: string): Arbitrary<Mapping> {
  const [section, star, ...rest] = forced?.split('.') ?? []
  const below = (name: string): string[] => (section === name && star === '*' ? rest : [])
  const services = fc
    .uniqueArray(fc.constantFrom(...NAMES.services), { minLength: 1, maxLength: 3 })
    .chain(names =>
      fc.record(
        Object.fromEntries(names.map((name, i) => [name, service(grammar, i === 0 ? below('services') : [])]))
      )
    )
  const sections = Object.fromEntries(
    SECTIONS.map(name => [
      name,
      fc.record(Object.fromEntries(NAMES[name].map(key => [key, entry(grammar, name, below(name))])))
    ])
  )
  const top =
    section !== undefined && section !== 'services' && !(SECTIONS as readonly string[]).includes(section)
      ? {
          [section]: valueAt(
            grammar,
            section,
            [star, ...rest].filter(step => step !== undefined)
          )
        }
      : {}
  return fc.record({ services, ...sections, ...top }).map(model => withoutUnused(model as Mapping, section))
}

function service(grammar: Grammar, forced: readonly string[]): Arbitrary<unknown> {
  const all = stepsBelow(grammar, 'services.*').filter(key => !RARE.includes(key))
  const weighted = all.flatMap(key => Array.from({ length: USUAL[key] ?? 1 }, () => key))
  const [next, ...later] = forced
  return someKeys(weighted, next, 5).chain(keys =>
    fc
      .record({
        image: valueAt(grammar, 'services.*.image'),
        ...Object.fromEntries(
          keys.map(key => [key, valueAt(grammar, `services.*.${key}`, key === next ? later : [])])
        )
      })
      .map(value => (forced.length > 0 ? value : plausible(value as Mapping)))
  )
}

/** Without what a swarm always refuses beside each other: those have tests of their own. */
function plausible(value: Mapping): Mapping {
  const { deploy, healthcheck } = value
  if (isMapping(deploy)) {
    const mode = String(deploy.mode ?? '')
    if (mode.startsWith('global')) delete deploy.replicas
    if (mode.endsWith('-job')) {
      delete deploy.update_config
      delete deploy.rollback_config
    }
    if (deploy.endpoint_mode === 'dnsrr') delete value.ports
  }
  if (isMapping(healthcheck) && healthcheck.disable === true) delete healthcheck.test
  value.volumes &&= apart(value.volumes)
  return value
}

/** One mount at a place. */
const apart = (volumes: unknown): unknown =>
  Array.isArray(volumes)
    ? [...new Map(volumes.map(mount => [isMapping(mount) ? mount.target : mount, mount])).values()]
    : volumes

function entry(grammar: Grammar, section: Section, forced: readonly string[]): Arbitrary<unknown> {
  const own = valueAt(grammar, `${section}.*`, forced)
  if (forced.length > 0) return own
  const isFile = section === 'secrets' || section === 'configs'
  const usual = isFile
    ? fc.constantFrom({ file: './one.env' }, { external: true })
    : fc.constantFrom(null, {})
  return fc.oneof(
    { weight: 3, arbitrary: usual },
    // Docker refuses most keys beside `external`.
    {
      weight: 1,
      arbitrary: own.map(value =>
        isMapping(value) && value.external ? { external: true } : withFile(value, isFile)
      )
    }
  )
}

/** A content is in a file, or with a driver: docker refuses both. */
const withFile = (value: unknown, isFile: boolean): unknown => {
  if (!isFile) return value
  const { driver: _, driver_opts: __, ...rest } = mapping(value)
  return { file: './one.env', ...rest }
}

/** The sections have what the services name; of a section that was asked for all. */
function withoutUnused(model: Mapping, asked: string | undefined): Mapping {
  const used = JSON.stringify(model.services)
  for (const section of SECTIONS) {
    const entries = mapping(model[section])
    for (const name of Object.keys(entries))
      if (section !== asked && !used.includes(name)) delete entries[name]
    if (Object.keys(entries).length === 0) delete model[section]
  }
  return model
}

/** Which paths of the grammar are in a model. */
export function pathsIn(grammar: Grammar, model: unknown): Set<string> {
  const known = new Set(pathsOf(grammar))
  const found = new Set<string>()
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const own = at === '' ? key : `${at}.${key}`
      const path = Array.isArray(value) ? `${at}.[]` : known.has(own) ? own : `${at}.*`
      if (!known.has(path)) continue
      found.add(path)
      walk(inner, path)
    }
  }
  walk(model, '')
  return found
}
