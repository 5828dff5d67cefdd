import { HIDDEN, withoutUrlSecrets } from '../../plain/urls.ts'
import { parsePath } from './field.rules.ts'

/** Where the Engine API keeps what somebody wrote freely: any of it may be a secret. */
const CLOSED = new Set([
  'Env',
  'Args',
  'Cmd',
  'Command',
  'Entrypoint',
  'Labels',
  'Test',
  'Options',
  'DriverOpts',
  'OnBuild',
  // Of an image: the commands that made it.
  'history',
  // Of a secret's content, in a suite: a weak one is guessed from it.
  'sha256'
])

/**
 * A copy of plain data in which no spec, image configuration or container shows the values of environment,
 * commands, labels, health checks and driver options. Names of variables and labels stay.
 */
export function withoutSpecSecrets(data: unknown): unknown {
  if (typeof data === 'string') return withoutUrlSecrets(data)
  if (data === null || typeof data !== 'object') return data
  if (Array.isArray(data)) return data.map(withoutSpecSecrets)
  return mapValues(data, (value, key) => (CLOSED.has(key) ? hidden(value, key) : withoutSpecSecrets(value)))
}

/** What stands at a path of the API, as it may be shown. */
export function shownAt(path: string, value: unknown): unknown {
  const names = (parsePath(path) ?? []).flatMap(step => (step !== 'all' && 'key' in step ? [step.key] : []))
  const closed = names.find(name => CLOSED.has(name))
  return closed === undefined ? withoutSpecSecrets(value) : hidden(value, closed)
}

function hidden(value: unknown, key: string): unknown {
  if (value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map(item => hidden(item, key))
  if (typeof value === 'object') return mapValues(value, inner => hidden(inner, key))
  const name = key === 'Env' ? /^[A-Za-z_][\w.-]*=/.exec(String(value))?.[0] : undefined
  return `${name ?? ''}${HIDDEN}`
}

const mapValues = (data: object, of: (value: unknown, key: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, of(value, key)]))
