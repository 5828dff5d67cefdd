/** A compose model as YAML or JSON gives it, in the short or in the long (normal) form. */
export type Model = Record<string, unknown>

export type Mapping = Record<string, unknown>

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const mapping = (value: unknown): Mapping => (isMapping(value) ? value : {})
export const sequence = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const isScalarValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** Sets a key that a file may have named `__proto__`, as a key like any other. */
export function put(target: Mapping, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

/** The value of a mapping's own key. */
export const own = (target: Mapping, key: string): unknown =>
  Object.hasOwn(target, key) ? target[key] : undefined

/** The mapping at a key, made if there is none. */
export function child(target: Mapping, key: string): Mapping {
  const found = own(target, key)
  if (isMapping(found)) return found
  const made: Mapping = {}
  put(target, key, made)
  return made
}

/** The value in one line, as YAML's flow style has it. */
export function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`
  if (isMapping(value))
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${inLine(item)}`)
      .join(', ')}}`
  if (typeof value !== 'string') return String(value)
  return value === '' || /^[\d.+-]+$|^(true|false|null|yes|no|on|off|~)$|[#:{}[\],&*!|>'"%@`\n]/i.test(value)
    ? JSON.stringify(value)
    : value
}
