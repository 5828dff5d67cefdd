import { parse } from 'yaml'
import type { Kind, Reading } from './input.ts'

/** A login at one registry; Docker Hub's where none is named. */
export type RegistryLoginGiven = { registry: string | undefined; username: string; password: string }

const FORM = 'a list of registry, username and password, in YAML or JSON'
const KEYS = ['registry', 'username', 'password']
const HOST = /^[a-zA-Z0-9.-]+(?::\d+)?$/
const MOST = 50

/** Docker Hub's, however it is written. */
export const isHub = (registry: string | undefined): boolean => !registry || registry === 'docker.io'

/** Logins at several registries, in the form of docker/login-action's `registry-auth`. Nothing of them is in a fault. */
export const registryLogins: Kind<RegistryLoginGiven[]> = {
  shape: 'list',
  value: 'login',
  isSecret: true,
  split: given => [given],
  read: ([given = ''], called): Reading<RegistryLoginGiven[]> => {
    if (given.trim() === '') return { value: [] }
    const entries = entriesIn(given)
    if (entries === undefined) return { fault: `${called} takes ${FORM}` }
    const faults = entries.flatMap((entry, i) => faultOf(entry).map(fault => `entry ${i + 1} ${fault}`))
    const names = entries
      .map(({ registry }) => String(registry ?? ''))
      .map(name => (isHub(name) ? 'docker.io' : name))
    const isTwice = names.some((name, i) => names.indexOf(name) !== i)
    if (isTwice) faults.push('one registry has two logins')
    return faults.length > 0
      ? { fault: `${called} takes ${FORM}: ${faults.join('; ')}` }
      : { value: entries.map(asLogin) }
  },
  // A text of another form may hold a secret anywhere.
  secretsIn: given => {
    const entries = entriesIn(given)
    return entries === undefined
      ? given.split(/\r?\n/).flatMap(line => [line.trim(), line.slice(line.indexOf(':') + 1).trim()])
      : entries.flatMap(entry =>
          Object.entries(entry).flatMap(([key, value]) =>
            key === 'registry' || key === 'username' || typeof value !== 'string' ? [] : [value]
          )
        )
  }
}

type Entry = Record<string, unknown>

function entriesIn(text: string): Entry[] | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, schema: 'failsafe', logLevel: 'silent' })
    const isList = Array.isArray(value) && value.length <= MOST
    return isList && value.every(each => typeof each === 'object' && each !== null && !Array.isArray(each))
      ? value
      : undefined
  } catch {
    return undefined
  }
}

function faultOf(entry: Entry): string[] {
  const { registry, username, password } = entry
  return [
    ...(Object.keys(entry).every(key => KEYS.includes(key)) ? [] : ['has another key']),
    ...(registry === undefined || (typeof registry === 'string' && (registry === '' || HOST.test(registry)))
      ? []
      : ['names a registry by something else than its host, with or without a port']),
    ...(typeof username === 'string' && username !== '' ? [] : ['has no username']),
    ...(typeof password === 'string' && password !== '' ? [] : ['has no password'])
  ]
}

const asLogin = ({ registry, username, password }: Entry): RegistryLoginGiven => ({
  registry: registry ? String(registry) : undefined,
  username: String(username),
  password: String(password)
})
