import { SwarmlineError } from '../errors.ts'
import type { Cluster } from './cluster-record.ts'
import { isMachineName } from './providers/docker-machine/answers.rules.ts'

/**
 * Reads what `up` wrote. A later command acts on it as root, so nothing in it is believed unread.
 * @param where the file's path, for the message.
 * @throws `input` naming the field that is damaged.
 */
export function parseCluster(text: string, where: string): Cluster {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw damaged(where, 'it is not JSON')
  }
  const provider = String((value as { provider?: unknown } | null)?.provider)
  const shape = Object.entries(clusterShapes).find(([name]) => name === provider)?.[1]
  const problem = firstProblem(value, shape ?? { provider: oneOf(...Object.keys(clusterShapes)) }, '')
  if (problem) throw damaged(where, problem)
  return value as Cluster
}

/** A field's test: a word says what it should have been, `undefined` that it is. */
type Shape = (value: unknown, at: string) => string | undefined
type Fields = Record<string, Shape>

const text: Shape = (v, at) => (typeof v === 'string' && v !== '' ? undefined : `${at} is not a string`)
const flag: Shape = (v, at) => (typeof v === 'boolean' ? undefined : `${at} is not true or false`)
const count: Shape = (v, at) => (Number.isInteger(v) ? undefined : `${at} is not a whole number`)
const date: Shape = (v, at) =>
  typeof v === 'string' && !Number.isNaN(Date.parse(v)) ? undefined : `${at} is not a date`
const absolute: Shape = (v, at) =>
  typeof v === 'string' && v.startsWith('/') && !v.includes('/../')
    ? undefined
    : `${at} is not an absolute path`
const oneOf =
  (...words: (string | number | boolean)[]): Shape =>
  (v, at) =>
    words.includes(v as string) ? undefined : `${at} is not ${words.join(' or ')}`
const record =
  (fields: Fields): Shape =>
  (v, at) =>
    firstProblem(v, fields, at)
const listOf =
  (item: Shape): Shape =>
  (v, at) => {
    if (!Array.isArray(v)) return `${at} is not a list`
    return v.map((entry, i) => item(entry, `${at}[${i}]`)).find(Boolean)
  }
const texts: Shape = (v, at) =>
  v && typeof v === 'object' && Object.values(v).every(one => typeof one === 'string')
    ? undefined
    : `${at} is not an object of strings`
/** It becomes an argument: one that begins with a dash would be an option. */
const machine: Shape = (v, at) =>
  typeof v === 'string' && isMachineName(v) ? undefined : `${at} is not the name of a machine`
const optional =
  (shape: Shape): Shape =>
  (v, at) =>
    v === undefined || v === null ? undefined : shape(v, at)

const engineShapes: Record<string, Fields> = {
  host: {
    dockerHost: text,
    hostKey: optional(text),
    certDir: optional(absolute),
    socketPath: absolute,
    tunnel: optional(record({ controlPath: absolute, configPath: absolute, host: text })),
    facts: record({
      title: text,
      version: text,
      hasMesh: flag,
      privileges: oneOf('privileged', 'caps'),
      nodeSource: record({ kind: oneOf('usr', 'image') })
    }),
    isOwned: oneOf(false)
  },
  vm: {
    runDir: absolute,
    pid: count,
    pidStart: text,
    acceleration: oneOf('kvm', 'hvf', 'tcg'),
    suite: text,
    isOwned: oneOf(true)
  }
}
const engine: Shape = (v, at) => {
  const fields = engineShapes[String((v as { kind?: unknown } | null)?.kind)]
  return fields ? firstProblem(v, fields, at) : `${at}.kind is not ${Object.keys(engineShapes).join(' or ')}`
}

const nodeShape: Fields = {
  name: text,
  role: oneOf('manager', 'worker'),
  address: text,
  labels: texts,
  id: text
}
const anyCluster: Fields = {
  schema: oneOf(1),
  name: text,
  run: optional(text),
  createdAt: date,
  expiresAt: date,
  engineTitle: text,
  hasMesh: flag,
  heartbeatSeconds: optional(count),
  standIns: listOf(record({ reference: text, madeFrom: text, digest: text }))
}
const clusterShapes: Record<Cluster['provider'], Fields> = {
  dind: {
    ...anyCluster,
    namedEngine: optional(text),
    engine,
    nodes: listOf(record({ ...nodeShape, socketPath: absolute })),
    registry: record({ reference: text, mirror: text, dockerConfigDir: absolute })
  },
  'docker-machine': {
    ...anyCluster,
    run: text,
    program: record({
      file: oneOf('docker-machine', 'rancher-machine'),
      driver: text,
      storePath: optional(absolute)
    }),
    machines: listOf(record({ node: text, machine, isOurs: flag })),
    nodes: listOf(record({ ...nodeShape, dockerHost: text, certDir: absolute }))
  }
}

function firstProblem(value: unknown, fields: Fields, at: string): string | undefined {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return `${at || 'it'} is not an object`
  for (const [key, shape] of Object.entries(fields)) {
    const problem = shape((value as Record<string, unknown>)[key], at ? `${at}.${key}` : key)
    if (problem) return problem
  }
  return undefined
}

function damaged(where: string, why: string): SwarmlineError {
  return new SwarmlineError('input', `${where} is damaged: ${why}`, {
    hint: 'remove what is left with: swarmline down --all, then delete the file'
  })
}
