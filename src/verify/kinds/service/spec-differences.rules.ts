import type { ApiServiceSpec } from '../../../docker/types.ts'

/** Labels with this prefix say who deployed and when. */
const OUR_PREFIX = 'io.swarmline.'
/** So far paths go, `TaskTemplate.ContainerSpec.Env`: what is below is told as a whole. */
const DEPTH = 3

/**
 * Where a running spec is not what was asked for, as paths in the Engine API's words, in order. Never a value, which may
 * be a secret. What is empty or absent is the same, and so is a restart that somebody forced.
 */
export function specDifferences(asked: ApiServiceSpec, running: ApiServiceSpec): string[] {
  return differences(withoutOurs(asked), withoutOurs(running), '', DEPTH)
}

function withoutOurs(spec: ApiServiceSpec): unknown {
  const labels = Object.entries(spec.Labels ?? {}).filter(([name]) => !name.startsWith(OUR_PREFIX))
  const { ForceUpdate: _, ...TaskTemplate } = spec.TaskTemplate
  // `Global: {}` is a mode by being there.
  const modes = Object.entries(spec.Mode).filter(([, value]) => value !== null && value !== undefined)
  const Mode = Object.fromEntries(modes.map(([name, value]) => [name, { ...value, isSet: true }]))
  return { ...spec, TaskTemplate, Mode, Labels: Object.fromEntries(labels) }
}

function differences(a: unknown, b: unknown, path: string, depth: number): string[] {
  if (isSame(a, b)) return []
  if (depth === 0 || !isMapping(a) || !isMapping(b)) return [path]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return keys.flatMap(key => differences(a[key], b[key], path === '' ? key : `${path}.${key}`, depth - 1))
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isSame(a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]))
  if (!isMapping(a) || !isMapping(b)) return a === b
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(key => isSame(a[key], b[key]))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return isMapping(value) && Object.values(value).every(isEmpty)
}
