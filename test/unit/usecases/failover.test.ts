import { expect, test } from '@jest/globals'
import type { EngineClient } from '../../../src/docker/client.ts'
import { withFailover } from '../../../src/usecases/failover.ts'
import { answered, type FakeEngine, fakeEngine, lost } from '../../support/fake-engine.ts'

/** Three managers; those in `gone` do not answer, and `third` commands nothing any more when it is in `demoted`. */
function setUp() {
  const gone = new Set<string>()
  const demoted = new Set<string>()
  const engine = (name: string): FakeEngine => ({
    ...fakeEngine(({ path }) => {
      if (gone.has(name)) throw lost()
      if (path === '/info') return { Swarm: { ControlAvailable: !demoted.has(name) } }
      if (path === '/refused') throw answered(500, 'The swarm does not have a leader')
      return name
    }),
    socketPath: `/${name}.sock`
  })
  const [first, second, third] = ['first', 'second', 'third'].map(engine) as [
    FakeEngine,
    FakeEngine,
    FakeEngine
  ]
  return { gone, demoted, first, second, third, client: withFailover(first, [second, third]) }
}
const ask = (client: EngineClient, method = 'GET') => client.json(method, '/services')

test('the first is asked as long as it answers, whatever it says', async () => {
  const { client, second } = setUp()
  expect(await ask(client)).toBe('first')
  await expect(client.json('GET', '/refused')).rejects.toThrow('leader')
  expect(client.socketPath).toBe('/first.sock')
  expect(second.requests).toEqual([])
})

test('when it is gone the next one that is a manager takes its place; what reads is asked there', async () => {
  const { client, gone, demoted } = setUp()
  gone.add('first')
  demoted.add('second')
  expect(await Promise.all([ask(client), ask(client)])).toEqual(['third', 'third'])
  expect(client.socketPath).toBe('/third.sock')
})

test('a write that found nobody fails, since it may have come through; the next goes elsewhere', async () => {
  const { client, gone, second } = setUp()
  gone.add('first')
  await expect(ask(client, 'POST')).rejects.toMatchObject({ code: 'engine-lost' })
  expect(second.requests).toEqual(['GET /info'])
  expect(await ask(client, 'POST')).toBe('second')
})

test('it comes back to one that is there again, when all others are gone', async () => {
  const { client, gone } = setUp()
  for (const name of ['first', 'second', 'third']) gone.add(name)
  await expect(ask(client)).rejects.toMatchObject({ code: 'engine-lost' })
  gone.delete('first')
  expect(await ask(client)).toBe('first')
  gone.add('first')
  gone.delete('second')
  expect(await ask(client)).toBe('second')
  gone.add('second')
  gone.delete('first')
  expect(await ask(client)).toBe('first')
})
