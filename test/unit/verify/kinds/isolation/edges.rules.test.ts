import { describe, expect, test } from '@jest/globals'
import { expectedEdges, parseEdgeRule } from '../../../../../src/verify/kinds/isolation/edges.rules.ts'

const services = [
  { name: 'web', networks: ['front'] },
  { name: 'api', networks: ['front', 'back'] },
  { name: 'db', networks: ['back'] }
]
const edges = (must: string[] = [], mustNot: string[] = []) =>
  expectedEdges(services, { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) })
const open = (must?: string[], mustNot?: string[]) =>
  edges(must, mustNot)
    .filter(edge => edge.expected === 'open')
    .map(edge => `${edge.from} ${edge.to}`)

describe('which edges there must be', () => {
  test('both ways where a network is shared, and nowhere else', () => {
    expect(open()).toEqual(['web api', 'api web', 'api db', 'db api'])
    expect(edges()).toHaveLength(6)
    expect(edges().find(edge => edge.from === 'api' && edge.to === 'db')).toEqual({
      from: 'api',
      to: 'db',
      expected: 'open',
      shared: ['back'],
      isRuled: false
    })
  })

  test.each<[string, string[], string[], string[]]>([
    ['a rule opens one way', ['web -> db'], [], ['web api', 'web db', 'api web', 'api db', 'db api']],
    ['a rule blocks one way', [], ['db -> api'], ['web api', 'api web', 'api db']],
    ['a star is all others', [], ['* -> db'], ['web api', 'api web', 'db api']],
    [
      'an exact rule is stronger than a star',
      ['api -> db'],
      ['* -> db'],
      ['web api', 'api web', 'api db', 'db api']
    ],
    ['all apart', [], ['*->*'], []]
  ])('%s', (_title, must, mustNot, expected) => {
    expect(open(must, mustNot)).toEqual(expected)
  })

  test.each([
    ['an unknown name', ['web -> dbb'], [], 'the stack has no service "dbb"'],
    ['both at once', ['web -> db'], ['web -> db'], 'web -> db must be, and must not be'],
    ['no edge', ['web => db'], [], '"web => db" is not an edge'],
    ['three ends', ['web -> api -> db'], [], '"web -> api -> db" is not an edge']
  ])('%s is an error', (_title, must, mustNot, message) => {
    expect(() => edges(must, mustNot)).toThrow(message)
  })
})
