import { isMapping, mapping, serviceEntries } from '../read/read.rules.ts'
import type { KeyPlace, Model, StackPlan } from '../read/read.ts'

/**
 * A field that not every docker client and engine in use takes over. One that does not drops it, or refuses the whole file.
 * (Docker's clients up to 28.2 at least take `oom_score_adj` and lose it: compose/types has no name for it.)
 */
export type YoungField = {
  /** Within a service, `*` for any name or item. */
  path: string
  /** The last part of the API's version, and the engine, that first had it; docker's clients had it by then or later. */
  since: { api: number; engine: string } | undefined
  /** A stack file of its own, by which a docker client is asked whether it knows the field. */
  sample: Model
}

const sample = (minor: number, service: object): Model => ({
  version: `3.${minor}`,
  services: { a: { image: 'x', ...service } },
  networks: { n: {} },
  volumes: { v: {} }
})

export const YOUNG_FIELDS: readonly YoungField[] = [
  {
    path: 'healthcheck.start_interval',
    since: { api: 44, engine: '25.0' },
    sample: sample(12, { healthcheck: { test: ['CMD', 'x'], start_interval: '1s' } })
  },
  {
    path: 'volumes.*.volume.subpath',
    since: { api: 45, engine: '26.0' },
    sample: sample(8, { volumes: [{ type: 'volume', source: 'v', target: '/v', volume: { subpath: 's' } }] })
  },
  {
    path: 'oom_score_adj',
    since: { api: 46, engine: '27.0' },
    sample: sample(13, { oom_score_adj: 1 })
  },
  {
    path: 'networks.*.driver_opts',
    since: undefined,
    sample: sample(13, { networks: { n: { driver_opts: { a: 'b' } } } })
  },
  {
    path: 'volumes.*.image.subpath',
    since: { api: 48, engine: '28.0' },
    sample: sample(13, { volumes: [{ type: 'image', source: 'x', target: '/v', image: { subpath: 's' } }] })
  }
]

/** A use of a young field: `healthcheck.start_interval` of a service, and where it was written. */
export type YoungUse = { field: YoungField; service: string; path: string; place: KeyPlace | undefined }

export const youngUses = ({ model, source }: Pick<StackPlan, 'model' | 'source'>): YoungUse[] =>
  serviceEntries(model).flatMap(([service, body]) =>
    YOUNG_FIELDS.flatMap(field =>
      usesIn(body, field.path.split('.')).map(({ path, container }) => ({
        field,
        service,
        path: path.join('.'),
        place: source?.origins.of(container, path.at(-1) ?? '')
      }))
    )
  )

type Found = { path: string[]; container: object }

function usesIn(value: unknown, [key = '', ...rest]: readonly string[]): Found[] {
  if (!isMapping(value) && !Array.isArray(value)) return []
  const entries = Object.entries(value).filter(
    ([name, inner]) => (key === '*' || name === key) && inner !== null
  )
  return entries.flatMap(([name, inner]) =>
    rest.length === 0
      ? [{ path: [name], container: value }]
      : usesIn(inner, rest).map(({ path, container }) => ({ path: [name, ...path], container }))
  )
}

/** Whether what a docker client made of the field's sample still has the field. */
export function isKept({ path }: YoungField, reading: unknown): boolean {
  const read = mapping(mapping(mapping(reading).services).a)
  return usesIn(read, path.split('.')).length > 0
}

/** What an engine will drop without a word, each with the version that would not. */
export const droppedByEngine = (uses: readonly YoungUse[], apiVersion: string): string[] =>
  uses.flatMap(({ field: { since }, service, path }) =>
    since && isBefore(apiVersion, since.api)
      ? `service ${service}: ${path} needs Docker Engine ${since.engine} (API 1.${since.api}); this engine has API ${apiVersion} and drops it`
      : []
  )

function isBefore(apiVersion: string, minor: number): boolean {
  const [major = 1, own = 0] = apiVersion.split('.').map(Number)
  return major === 1 && own < minor
}
