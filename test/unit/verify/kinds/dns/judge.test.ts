import { describe, expect, test } from '@jest/globals'
import {
  judgeDns,
  type NameReading,
  nameQuestions,
  readName
} from '../../../../../src/verify/kinds/dns/judge.ts'
import { lookOuts } from '../../../../../src/verify/networks/ways.rules.ts'
import { aMesh } from '../isolation/mesh-builders.ts'

describe('which names must be known where', () => {
  const world = aMesh({
    web: { on: ['front'], tasks: 2 },
    api: { on: ['front', 'back'], mode: 'vip' },
    db: { on: ['back'] }
  })
  const [web] = lookOuts(world)

  test('of services that share a network: virtual address or tasks, by name, alias and tasks.', () => {
    expect((web ? nameQuestions(web, world) : []).map(({ name, truth }) => [name, ...truth])).toEqual([
      ['shop_web', ['10.0.0.3', '10.0.0.4']],
      ['web', ['10.0.0.3', '10.0.0.4']],
      ['tasks.shop_web', ['10.0.0.3', '10.0.0.4']],
      ['shop_api', ['10.0.0.12']],
      ['api', ['10.0.0.12']],
      ['tasks.shop_api', ['10.0.0.13']]
    ])
  })

  test('nobody is asked for a service of which no task runs', () => {
    const idle = world.services.map(one => (one.name === 'api' ? { ...one, tasks: [] } : one))
    const asked = web ? nameQuestions(web, { ...world, services: idle }) : []
    expect(asked.map(({ name }) => name)).toEqual(['shop_web', 'web', 'tasks.shop_web'])
  })

  test('an alias is asked for only on a network that was given it', () => {
    const known = (network: string) =>
      world.services.map(one => (one.name === 'api' ? { ...one, aliases: [{ name: 'api', network }] } : one))
    const asked = (network: string) =>
      (web ? nameQuestions(web, { ...world, services: known(network) }) : []).map(({ name }) => name)
    expect(asked('shop_front')).toContain('api')
    expect(asked('shop_back')).not.toContain('api')
  })

  test('an alias of two services is left out', () => {
    const [, api] = world.services
    const both = {
      ...world,
      services: world.services.map(one =>
        one === api ? { ...one, aliases: [{ name: 'web', network: 'shop_front' }] } : one
      )
    }
    expect((web ? nameQuestions(web, both) : []).map(one => one.name)).toEqual([
      'shop_web',
      'tasks.shop_web',
      'shop_api',
      'tasks.shop_api'
    ])
  })
})

const reading = (
  heard: string[] | undefined,
  truth = [['10.0.0.2', '10.0.0.3'], ['10.0.1.2']]
): NameReading => ({
  from: 'web',
  node: 'node1',
  name: 'tasks.shop_api',
  truth,
  heard,
  problem: heard ? '' : 'no image'
})
const judge = (...heard: (string[] | undefined)[]) =>
  judgeDns({ readings: heard.map(one => reading(one)), rounds: 1 })

describe('what the answers are worth', () => {
  test.each<[string, string[] | undefined, string, string]>([
    ['all of one network', ['10.0.0.3', '10.0.0.2'], 'pass', ''],
    ['all of another', ['10.0.1.2'], 'pass', ''],
    ['all of both', ['10.0.0.2', '10.0.0.3', '10.0.1.2'], 'pass', ''],
    ['a part of one', ['10.0.0.2'], 'fail', 'leaves out 10.0.0.3'],
    [
      'one too many',
      ['10.0.0.2', '10.0.0.3', '10.0.0.9'],
      'fail',
      'gives 10.0.0.9, which nothing of that name has'
    ],
    ['none', [], 'fail', 'tasks.shop_api from web on node1 does not resolve'],
    ['nothing was heard', undefined, 'inconclusive', 'could not be asked: no image']
  ])('%s', (_title, heard, status, words) => {
    const verdict = judge(heard)
    expect(verdict.status).toBe(status)
    expect(verdict.observed).toContain(words)
  })

  test('a fault is a failure also beside an unknown; nothing asked is none', () => {
    expect(judge(undefined, []).status).toBe('fail')
    expect(judge(['10.0.1.2'], undefined).status).toBe('inconclusive')
    expect(judge().status).toBe('inconclusive')
  })

  test('a stale address has its way out', () => {
    expect(judge(['10.0.0.9']).hint).toMatch(
      /^another service goes by that name .*the resolver on node1 kept an address that is gone/
    )
  })

  test('answers become readings', () => {
    const question = { from: 'web', node: 'node1', name: 'x', truth: [['10.0.0.2']] }
    expect(readName(question, { kind: 'named', addresses: ['10.0.0.2'] }).heard).toEqual(['10.0.0.2'])
    expect(readName(question, { kind: 'no-such-name' }).heard).toEqual([])
    expect(readName(question, { kind: 'unknown', detail: 'odd' })).toMatchObject({
      heard: undefined,
      problem: 'odd'
    })
    expect(readName(question, undefined, 'lost')).toMatchObject({ heard: undefined, problem: 'lost' })
  })
})
