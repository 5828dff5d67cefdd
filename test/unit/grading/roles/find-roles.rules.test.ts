import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findRoles, namesOf } from '../../../../src/grading/roles/find-roles.rules.ts'
import type { Role, ServiceFacts, SwarmFacts } from '../../../../src/grading/roles/role.ts'
import { asksOf } from '../../../../src/grading/roles/ways.rules.ts'
import { service } from '../builders.ts'

const NODES = ['manager1', 'worker1', 'worker2']
const greeting = (namesItself = false) => ({ port: 80, path: '/', contains: 'I am', namesItself })
const BACKEND: Role = {
  kind: 'service',
  name: 'BACKEND',
  title: 'the backend',
  ways: [{ answers: greeting(true) }, { publishes: 80, answers: greeting() }, { publishes: 80 }]
}
const REDIS: Role = { kind: 'service', name: 'REDIS', title: 'Redis', ways: [{ speaks: 'redis' }] }
const UTILITY: Role = {
  kind: 'service',
  name: 'UTILITY',
  title: 'the utility container',
  ways: [{ everywhere: true, unpublished: true }]
}
const PASSWORD: Role = {
  kind: 'secret',
  name: 'PASSWORD',
  title: 'the password',
  sharedBy: ['REDIS', 'BACKEND']
}
const IMAGE: Role = { kind: 'image', name: 'IMAGE', title: 'the image', of: 'BACKEND', named: 'backend' }

const says = (text: string) => [{ kind: 'http' as const, port: 80, path: '/', text }]
const facts = (...services: ServiceFacts[]): SwarmFacts => ({ nodes: NODES, services, images: [] })
const found = (roles: readonly Role[], about: SwarmFacts) =>
  Object.fromEntries(findRoles(roles, about).map(cast => [cast.role, cast.found]))

describe('a service is found by what it does', () => {
  test('whatever it is called', () => {
    const site = service('site', { ports: [80], heard: says('I am it'), hostnames: ['c0ffee'] })
    const store = service('numbers', { heard: [{ kind: 'redis', port: 7000 }] })
    expect(found([BACKEND, REDIS], facts(store, site))).toEqual({ BACKEND: 'site', REDIS: 'numbers' })
  })

  test('by the first way that is true of any, and the words say which', () => {
    const [first] = findRoles([BACKEND], facts(service('a', { ports: [80] }), service('b', { ports: [81] })))
    expect(first).toMatchObject({ found: 'a', because: 'it publishes port 80', others: [] })
  })

  test('who names itself is the backend, and not the proxy that publishes its answers', () => {
    const behind = service('behind', { heard: says('I am c0ffee'), hostnames: ['c0ffee'] })
    const door = service('door', { ports: [80], heard: says('I am c0ffee'), hostnames: ['decade'] })
    expect(found([BACKEND], facts(door, behind))).toEqual({ BACKEND: 'behind' })
  })

  test('of several the one that runs most; the others are named', () => {
    const [first] = findRoles(
      [BACKEND],
      facts(
        service('a', { ports: [80] }),
        service('b', { ports: [80], running: 3 }),
        service('c', { ports: [80] })
      )
    )
    expect(first).toMatchObject({ found: 'b', others: ['a', 'c'] })
  })

  test('one of a stack is preferred to one of none', () => {
    const alone = service('a', { ports: [80], stack: '' })
    expect(found([BACKEND], facts(alone, service('b', { ports: [80] })))).toEqual({ BACKEND: 'b' })
  })

  test('nobody plays two roles', () => {
    const both = service('both', { ports: [80], heard: [...says('I am'), { kind: 'redis', port: 6379 }] })
    expect(found([BACKEND, REDIS], facts(both))).toEqual({ BACKEND: 'both', REDIS: undefined })
  })

  test('one that runs on every node does so on each that takes tasks', () => {
    const here = service('here', { nodes: NODES })
    const there = service('there', { nodes: NODES.slice(1) })
    expect(found([UTILITY], facts(there, here))).toEqual({ UTILITY: 'here' })
    expect(found([UTILITY], { ...facts(here), nodes: [] })).toEqual({ UTILITY: undefined })
    expect(found([UTILITY], facts({ ...here, ports: [1] }))).toEqual({ UTILITY: undefined })
  })

  test('nobody is found with the reason', () => {
    expect(findRoles([REDIS], facts())[0]).toMatchObject({ because: 'the swarm runs no other service' })
    expect(findRoles([REDIS], facts(service('a'), service('b')))[0]).toMatchObject({
      found: undefined,
      because: 'none of a, b speaks Redis'
    })
  })
})

describe('a secret', () => {
  const secret = (name: string) => ({ name, file: `/run/secrets/${name}` })
  const redis = service('r', { heard: [{ kind: 'redis', port: 6379 }], secrets: [secret('x'), secret('pw')] })
  const web = (secrets: ServiceFacts['secrets']) => service('w', { ports: [80], secrets })
  const roles = [BACKEND, REDIS, PASSWORD]

  test('is the one that both mount, with its file in the first of them', () => {
    const about = facts(redis, web([{ name: 'pw', file: '/run/secrets/other' }]))
    const casts = findRoles(roles, about)
    expect(casts.at(-1)).toMatchObject({ found: 'pw', because: 'r, w share it', others: [] })
    expect(namesOf(roles, casts, about)).toEqual(
      new Map([
        ['BACKEND', 'w'],
        ['REDIS', 'r'],
        ['PASSWORD', 'pw'],
        ['PASSWORD_FILE', '/run/secrets/pw']
      ])
    )
  })

  test.each([
    ['they share none', facts(redis, web([secret('y')])), 'r, w share no secret'],
    ['one of them is not there', facts(redis), 'no service was found as BACKEND']
  ])('is not found where %s', (_why, about, because) => {
    expect(findRoles(roles, about).at(-1)).toMatchObject({ found: undefined, because })
  })
})

test('an image is that of the service, or one in the registry by its name', () => {
  const roles = [BACKEND, IMAGE]
  const images = ['w/redis:1', 'w/backend:1']
  expect(
    found(roles, { nodes: NODES, services: [service('w', { ports: [80], image: 'a/b:2' })], images })
  ).toMatchObject({ IMAGE: 'a/b:2' })
  expect(found(roles, { ...facts(), images })).toMatchObject({ IMAGE: 'w/backend:1' })
  expect(found(roles, { ...facts(), images: ['w/redis:1'] })).toMatchObject({ IMAGE: undefined })
})

test('what is asked of services is asked once, whatever the number of roles', () => {
  expect(asksOf([BACKEND, BACKEND, REDIS, PASSWORD])).toEqual({
    http: [{ port: 80, path: '/' }],
    protocols: ['redis']
  })
})

test('the order in which a swarm lists services changes nothing', () => {
  const arbitrary = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    ports: fc.constantFrom([], [80], [81]),
    running: fc.nat(3),
    stack: fc.constantFrom('', 'workshop'),
    nodes: fc.constantFrom([], NODES),
    heard: fc.constantFrom([], says('I am'), [{ kind: 'redis' as const, port: 1 }])
  })
  void fc.assert(
    fc.property(fc.uniqueArray(arbitrary, { selector: each => each.name }), fc.nat(), (given, turn) => {
      const services = given.map(({ name, ...rest }) => service(name, rest))
      const at = services.length === 0 ? 0 : turn % services.length
      const turned = [...services.slice(at), ...services.slice(0, at)]
      const roles = [BACKEND, REDIS, UTILITY]
      expect(found(roles, facts(...turned))).toEqual(found(roles, facts(...services)))
      const players = Object.values(found(roles, facts(...services))).filter(name => name !== undefined)
      expect(new Set(players).size).toBe(players.length)
    })
  )
})
