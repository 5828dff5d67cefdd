import type { ApiServiceSpec } from './types.ts'

/** Labels with this prefix say who deployed and when: they differ from deploy to deploy. */
const OUR_PREFIX = 'io.swarmline.'

/** Do two specs ask for the same? The order of keys, and what is empty or absent, makes no difference. */
export const isSameSpec = (a: ApiServiceSpec, b: ApiServiceSpec): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

/** As `isSameSpec`, with no regard to what our own labels on the service say of the deploy. */
export const isSameService = (a: ApiServiceSpec, b: ApiServiceSpec): boolean =>
  isSameSpec(withoutOurs(a), withoutOurs(b))

function withoutOurs(spec: ApiServiceSpec): ApiServiceSpec {
  const labels = Object.entries(spec.Labels ?? {}).filter(([name]) => !name.startsWith(OUR_PREFIX))
  return { ...spec, Labels: Object.fromEntries(labels) }
}

/** Keys in order; without `null`, and without empty lists and mappings, which the engine gives or leaves out at will. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(item => canonical(item) ?? null)
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value)
    .map(([name, item]) => [name, canonical(item, name)] as const)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  // `Global: {}` is a mode by being there.
  return entries.length === 0 && !/^Global(Job)?$|^ReplicatedJob$/.test(key)
    ? undefined
    : Object.fromEntries(entries)
}
