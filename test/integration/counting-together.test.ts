import { afterEach, describe, expect, test } from '@jest/globals'
import { KINDS } from '../../src/verify/kinds/all.ts'
import { HOSTNAMES, recordedCheck, runRecorded } from '../unit/verify/kinds/recorded.ts'
import { listen, respond, type TestServer, workloadText } from '../unit/verify/test-server.ts'

// All kinds that visit a service, at once and with two counters that ask for different rounds: they take turns, so that
// a counter that is right passes, and one that is wrong is caught.

let server: TestServer
const kindOf = (name: string) => {
  const kind = KINDS.find(each => each.name === name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}
afterEach(() => server.close())

/** @param count what the n-th visit is told */
async function verdictsOn(count: (n: number) => number) {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', count(n + 1))))
  const { port } = server
  const said: [id: string, kind: string, params: object][] = [
    ['page', 'http', { port, body: { contains: 'Number of visits' } }],
    ['inside', 'metrics', { port, metrics: [] }],
    ['mesh', 'routing-mesh', { service: 'web', port, requests: 30 }],
    ['counter', 'counter', { service: 'web', port, requests: 30, idle: '1s' }],
    ['load', 'load', { port, rate: 100, duration: '300ms' }],
    ['another', 'counter', { service: 'web', port, requests: 10, idle: '1s' }],
    ['third', 'counter', { service: 'web', port, requests: 10, idle: '2s' }]
  ]
  const checks = said.map(([id, name, params]) => {
    return { ...recordedCheck(kindOf(name), params), id }
  })
  const verdicts = await runRecorded(checks, { port })
  return Object.fromEntries(verdicts.map(verdict => [verdict.id, verdict]))
}

test('a counter that is right passes beside everybody else who visits', async () => {
  const verdicts = await verdictsOn(n => n)
  for (const id of ['page', 'mesh', 'counter', 'another', 'third'])
    expect([id, verdicts[id]?.status, verdicts[id]?.observed]).toEqual([id, 'pass', expect.anything()])
  // Three nodes, and what was asked for: nobody else's visits are among them.
  expect(verdicts.counter?.figures).toMatchObject({ requests: 90, rise: 90, idleRise: 0 })
  expect(verdicts.third?.figures).toMatchObject({ requests: 30, rise: 30, idleRise: 0 })
})

test('a round, and a pause, that several checks have together are named', async () => {
  const { mesh, counter, another, third, load } = await verdictsOn(n => n)
  expect(mesh?.sharedWith).toEqual(['counter'])
  expect(counter?.sharedWith?.toSorted()).toEqual(['another', 'mesh'])
  expect(another?.sharedWith?.toSorted()).toEqual(['counter', 'third'])
  expect(third?.sharedWith).toEqual(['another'])
  expect(load?.sharedWith).toBeUndefined()
})

describe('a wrong counter is caught by every check that counts, and by no other', () => {
  test.each([
    ['loses every tenth visit', (n: number) => n - Math.floor(n / 10), /repeated a number/],
    ['counts twice', (n: number) => 2 * n, /rose by \d+ /],
    ['counts something else after every tenth visit', (n: number) => n + Math.floor(n / 10), /rose by \d+ /],
    ['does not count', () => 7, /repeated a number/]
  ])('one that %s', async (_how, count, words) => {
    const verdicts = await verdictsOn(count)
    for (const id of ['counter', 'another', 'third'])
      expect([id, verdicts[id]?.status, verdicts[id]?.observed]).toEqual([
        id,
        'fail',
        expect.stringMatching(words)
      ])
    expect([verdicts.page?.status, verdicts.mesh?.status]).toEqual(['pass', 'pass'])
  })
})

test('a request of another check that got no answer, and counts only now, is not held against the counter', async () => {
  let visits = 0
  server = await listen((n, socket) => {
    // The one that is lost is counted with the fortieth visit, in the counter’s round.
    if (n === 5) return void socket.destroy()
    visits += n === 40 ? 2 : 1
    respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', visits))
  })
  const { port } = server
  const checks = [
    ['routing-mesh', { service: 'web', port, requests: 5 }],
    ['counter', { service: 'web', port, requests: 20 }]
  ] as const
  const [mesh, counter] = await runRecorded(
    checks.map(([name, params]) => recordedCheck(kindOf(name), params)),
    { port }
  )
  expect([mesh?.status, mesh?.observed]).toEqual(['fail', expect.stringContaining('1 reset')])
  expect([counter?.status, counter?.observed]).toEqual([
    'inconclusive',
    expect.stringMatching(/rose by 61 .*over 60 requests, and 1 request beside them may have counted, too/)
  ])
})
