import { describe, expect, test } from '@jest/globals'
import { gradingKinds } from '../../../../src/grading/kinds/all.ts'
import { readAssignment } from '../../../../src/grading/suite/read-assignment.ts'
import { requirementFaults } from '../../../../src/grading/suite/requires.rules.ts'
import { assignment, check } from '../builders.ts'

const solution = { files: [], read: async () => '', runScripts: async () => [] }
const kinds = new Map(gradingKinds(solution).map(kind => [kind.name, kind]))
const values: Record<string, string> = {
  BACKEND: 'web',
  PASSWORD: 'pw',
  PASSWORD_FILE: '/run/secrets/pw',
  PORT: '80'
}

function read(text: string) {
  return readAssignment({
    ...{ path: '/w/checks.yml', shownAs: 'checks.yml', text, name: '05-x', kinds },
    roles: ['BACKEND', 'REDIS', 'PASSWORD'],
    valueOf: name => values[name],
    names: Object.keys(values)
  })
}
const faults = (text: string): string[] => {
  const found = read(text)
  return 'faults' in found ? found.faults.map(({ line, text: words }) => `${line}: ${words}`) : []
}
const hints = 'hints: [one, two]'

test('a check carries its points, its requirements and the roles that it names', () => {
  const found = read(`title: The mesh
bonus: true
needs: swarm
checks:
  - id: a
    title: It answers
    kind: service
    service: \${BACKEND}
    running: 1
    points: 3
    requires: [b]
    ${hints}
  - { id: b, title: It works, kind: exec, service: '\${BACKEND}', command: [cat, '\${PASSWORD_FILE}'], points: 1, ${hints} }
`)
  expect(found).toMatchObject({
    assignment: {
      name: '05-x',
      title: 'The mesh',
      isBonus: true,
      needsSwarm: true,
      checks: [
        { id: 'a', points: 3, requires: ['b'], roles: ['BACKEND'], place: { file: 'checks.yml', line: 5 } },
        { id: 'b', requires: [], roles: ['BACKEND', 'PASSWORD'], hints: ['one', 'two'] }
      ]
    }
  })
  expect(found).toMatchObject({
    assignment: { checks: [{ suite: { params: { service: 'web', running: 1 } } }, {}] }
  })
})

test('a variable of its own has a default, and a given value wins', () => {
  const text = `title: T
variables: { PORT: 8080, MORE: 2 }
checks:
  - { id: a, title: A, kind: http, points: 1, ${hints}, status: 200, port: 80, path: '/\${PORT}/\${MORE}' }
`
  expect(read(text)).toMatchObject({ assignment: { checks: [{ suite: { params: { path: '/80/2' } } }] } })
})

describe('faults are said with their lines', () => {
  test.each([
    ['no title', `checks: [{id: a, title: A, kind: nodes, points: 1, ${hints}}]`, ['1: title is missing']],
    ['no id', `title: T\nchecks: [{title: A, kind: nodes, points: 1, ${hints}}]`, ['2: id is missing']],
    [
      'half a point',
      `title: T\nchecks: [{id: a, title: A, kind: nodes, points: 0.5, ${hints}}]`,
      ['2: points: takes a whole number, at least 1']
    ],
    ['no points', `title: T\nchecks: [{id: a, title: A, kind: nodes, ${hints}}]`, ['2: points is missing']],
    [
      'a single hint',
      'title: T\nchecks: [{id: a, title: A, kind: nodes, points: 1, hints: [x]}]',
      ['2: hints: takes at least two, the mildest first']
    ],
    [
      'a word for a list',
      `title: T\nchecks: [{id: a, title: A, kind: nodes, points: 1, ${hints}, requires: b}]`,
      ['2: requires: takes a list, not a text']
    ],
    [
      'what is for suites',
      `title: T\ninclude: [x.yml]\nchecks: [{id: a, title: A, kind: nodes, points: 1, ${hints}}]`,
      ['2: include is for suites that stand alone']
    ],
    [
      'an unknown need',
      `title: T\nneeds: cloud\nchecks: [{id: a, title: A, kind: nodes, points: 1, ${hints}}]`,
      [expect.stringMatching(/^2: needs: Invalid option/)]
    ],
    [
      'an unknown kind',
      `title: T\nchecks: [{id: a, title: A, kind: pusht, points: 1, ${hints}}]`,
      ['2: no kind of check is called “pusht” (did you mean pushed?)']
    ],
    [
      'an unknown role',
      `title: T\nchecks: [{id: a, title: A, kind: service, service: '\${BAKEND}', points: 1, ${hints}}]`,
      [expect.stringContaining('did you mean BACKEND?')]
    ]
  ])('%s', (_what, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })
})

describe('requirements', () => {
  const of = (...checks: ReturnType<typeof check>[]) =>
    requirementFaults([assignment('01-a', checks.slice(0, 1)), assignment('02-b', checks.slice(1))]).map(
      ({ file, line, text }) => `${file}:${line}: ${text}`
    )
  test('of other assignments are fine', () => {
    expect(of(check('a'), check('b', { requires: ['a'] }))).toEqual([])
  })
  test.each([
    ['no such check', [check('a', { requires: ['x'] })], ['a.yml:3: a: it requires x, which is not a check']],
    ['itself', [check('a', { requires: ['a'] })], ['a.yml:3: a: it requires itself through others']],
    [
      'in a circle',
      [check('a', { requires: ['b'] }), check('b', { requires: ['a'] })],
      ['a.yml:3: a: it requires itself through others', 'b.yml:3: b: it requires itself through others']
    ],
    ['the same id twice', [check('a'), check('a')], ['a.yml:3: a: the id a is taken: a.yml:3 has it']]
  ])('%s', (_what, checks, expected) => {
    expect(of(...checks)).toEqual(expected)
  })
})
