import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SwarmlineError } from '../../../src/errors.ts'
import { KINDS } from '../../../src/verify/kinds/all.ts'
import { loadSuites } from '../../../src/verify/suite/load.ts'
import type { Suite } from '../../../src/verify/suite/suite.ts'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { fakeEngine, type Routes } from './builders.ts'
import { HOSTNAMES, PASSWORD, recordedCheck, recordedRoutes, runRecorded } from './kinds/recorded.ts'
import { anySuite } from './mutations.ts'
import { listen, respond, type TestServer, workloadText } from './test-server.ts'

// Suites and engines are what anyone may have written: whatever they say, there is no stack trace, no hang, no pass.

const RUNS = { numRuns: 1000, seed: 20_250_101 }
const TRACE = /\bat .+:\d+:\d+|Cannot read|is not (?:iterable|a function)|\[object /

let folder: string
let server: TestServer
let visits = 0
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'suites-'))
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

const checkTexts = (verdicts: readonly Verdict[]) => {
  for (const { expected, observed, hint, title } of verdicts)
    for (const text of [expected, observed, hint ?? '', title]) {
      expect(text).not.toMatch(TRACE)
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(text.length).toBeLessThan(2000)
    }
}

test('1000 suites: each is read or refused with a place, and over a dead engine none passes', async () => {
  const outcomes = { read: 0, refused: 0 }
  const dead = fakeEngine(
    new Proxy({} as Routes, {
      get: () => () => {
        throw new SwarmlineError('engine-lost', 'the engine does not answer')
      }
    })
  )
  await fc.assert(
    fc.asyncProperty(anySuite, async text => {
      writeFileSync(path.join(folder, 'suite.yml'), text)
      let suite: Suite
      try {
        suite = await loadSuites({ files: ['suite.yml'], root: folder, variables: {} })
      } catch (error) {
        outcomes.refused++
        if (!(error instanceof SwarmlineError)) throw error
        expect(error.code).toBe('input')
        expect(error.message).toMatch(/^suite\.yml:\d+:\d+: ./)
        expect(error.message).not.toMatch(TRACE)
        return
      }
      outcomes.read++
      const checks = suite.checks.map(check => ({ ...check, deadlineMs: 500 }))
      const verdicts = await runRecorded(checks, { port: 1 }, dead)
      expect(verdicts.filter(({ status }) => status === 'pass')).toEqual([])
      checkTexts(verdicts)
    }),
    RUNS
  )
  // Both ways are walked, or the mutations are worth nothing.
  expect(outcomes.read).toBeGreaterThan(80)
  expect(outcomes.refused).toBeGreaterThan(300)
}, 120_000)

/** A check of each kind that passes on the recorded swarm. */
const soundChecks = (port: number): [string, object][] => [
  [
    'nodes',
    { count: 3, managers: 1, workers: 2, labels: [{ label: 'data', value: 'persistent', count: 1 }] }
  ],
  ['service', { service: 'web', replicas: 2, running: 2, networks: ['default'] }],
  ['placement', { service: 'web', role: 'worker', spread: 2 }],
  ['routing-mesh', { service: 'web', port, requests: 2 }],
  ['exec', { service: 'web', command: ['cat', 'x'], stdout: 'hello' }],
  ['secret', { secret: 'db_password', services: ['db'], file: 'pw' }],
  ['logs', { service: 'web', present: ['^listening on 80$'] }],
  ['image', { service: 'web', healthcheck: true, registry: true, layers: 2 }],
  [
    'security',
    { rules: ['published-ports', 'memory-limits', 'autolock', 'encrypted-networks'], ports: [port] }
  ]
]

const OUTPUTS = { web1: 'hello', web2: 'hello' }

const JUNK = [
  null,
  undefined,
  0,
  -1,
  '',
  'x',
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { message: 'no' },
  { ID: 1 },
  [{ ID: 'x' }],
  { Spec: null },
  { Spec: {} },
  [{ Spec: { Name: 'x' } }],
  { Id: {} }
]

/**
 * Junk that is a right answer as well: any text may be a log, and an image may have no history. The mesh asks a
 * container for its name only where the service sets one.
 */
const NEEDLESS: Record<string, RegExp> = {
  image: /history$/,
  secret: /logs$|history$/,
  'routing-mesh': /\/containers\//
}

test('1000 mutated answers: never a trace, never a hang, and junk never passes', async () => {
  const { port } = server
  const sound = soundChecks(port)
  const files = { pw: PASSWORD }
  const swarm = { port, files }
  const checksByName = new Map(
    sound.map(([name, said]) => {
      const kind = KINDS.find(each => each.name === name)
      if (!kind) throw new Error(name)
      return [name, recordedCheck(kind, said)] as const
    })
  )
  const all = [...checksByName.values()]
  expect(
    (await runRecorded(all, swarm, fakeEngine(recordedRoutes(port, OUTPUTS)))).map(({ kind, status }) => [
      kind,
      status
    ])
  ).toEqual(sound.map(([name]) => [name, 'pass']))

  const mutation = fc.record({
    name: fc.constantFrom(...checksByName.keys()),
    which: fc.nat(1000),
    junk: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...JUNK).map(value => ({ isWhole: true, value: value as unknown }))
      },
      { weight: 1, arbitrary: fc.jsonValue().map(value => ({ isWhole: true, value: value as unknown })) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...JUNK).map(value => ({ isWhole: false, value: value as unknown }))
      }
    ),
    deep: fc.array(fc.nat(50), { minLength: 1, maxLength: 8 })
  })
  let mutatedAnswers = 0
  await fc.assert(
    fc.asyncProperty(mutation, async ({ name, which, junk, deep }) => {
      const check = checksByName.get(name)
      if (!check) throw new Error(name)
      const asked = await routesAskedBy(name)
      const route = asked[which % asked.length] ?? ''
      const routes = { ...recordedRoutes(port, OUTPUTS) }
      const genuine = routes[route]
      if (!genuine) return
      routes[route] = options => {
        mutatedAnswers++
        const answer = genuine(options)
        if (Array.isArray(answer) && Buffer.isBuffer(answer[0]))
          return [Buffer.from(JSON.stringify(junk.value) ?? '')]
        return junk.isWhole ? junk.value : replaced(answer, deep, junk.value)
      }
      const [verdict] = await runRecorded([{ ...check, deadlineMs: 5000 }], swarm, fakeEngine(routes))
      if (!verdict) throw new Error('no verdict')
      checkTexts([verdict])
      if (junk.isWhole && !NEEDLESS[name]?.test(route))
        expect([name, route, verdict.status]).not.toEqual([name, route, 'pass'])
    }),
    RUNS
  )
  expect(mutatedAnswers).toBeGreaterThan(900)

  async function routesAskedBy(name: string): Promise<string[]> {
    const known = askedBy.get(name)
    if (known) return known
    const seen = new Set<string>()
    const routes = Object.fromEntries(
      Object.entries(recordedRoutes(port, OUTPUTS)).map(([route, answer]): [string, Routes[string]] => [
        route,
        options => {
          seen.add(route)
          return answer(options)
        }
      ])
    )
    const check = checksByName.get(name)
    if (check) await runRecorded([check], swarm, fakeEngine(routes))
    askedBy.set(name, [...seen])
    return [...seen]
  }
}, 120_000)

/** What is asked of the engine by a check of each kind. */
const askedBy = new Map<string, string[]>()

/** A copy in which the value at some place within is another. */
function replaced(answer: unknown, way: readonly number[], value: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || way.length === 0) return value
  const entries = Object.entries(answer)
  const [step = 0, ...rest] = way
  const entry = entries[step % Math.max(1, entries.length)]
  if (!entry) return value
  const copy = (Array.isArray(answer) ? [...answer] : { ...answer }) as Record<string, unknown>
  copy[entry[0]] = replaced(entry[1], rest, value)
  return copy
}
