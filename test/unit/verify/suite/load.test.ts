import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { loadSuites } from '../../../../src/verify/suite/load.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'suite-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
const load = (text: string, variables: Record<string, string> = {}) => {
  put('suite.yml', text)
  return loadSuites({ files: ['suite.yml'], root, variables })
}
const faults = (text: string, variables: Record<string, string> = {}) =>
  load(text, variables).then(
    () => [] as string[],
    error => String(error.message).split('\n')
  )

test('a check has its kind’s defaults, and its place', async () => {
  const { checks } = await load(
    'checks:\n  - kind: nodes\n    count: 3\n    tags: [core]\n    deadline: 5s\n'
  )
  expect(checks).toMatchObject([
    {
      id: 'nodes',
      tags: ['core'],
      deadlineMs: 5000,
      params: { count: 3, ready: true, labels: [] },
      place: { file: 'suite.yml', line: 2 }
    }
  ])
})

test('checks without an id are numbered around those that have one', async () => {
  const { checks } = await load('checks: [{kind: nodes}, {kind: nodes, id: nodes-2}, {kind: nodes}]')
  expect(checks.map(({ id }) => id)).toEqual(['nodes', 'nodes-2', 'nodes-3'])
})

test('all faults at once, each with line, column and the nearest name', async () => {
  expect(
    await faults(`checks:
  - kind: node
  - kind: nodes
    cuont: 3
    ready: perhaps
  - kind: nodes
    labels:
      - { value: x }
  - count: 2
`)
  ).toEqual(['suite.yml:9:5: checks.3.kind is missing'])
  expect(
    await faults(`checks:
  - kind: node
  - kind: nodes
    cuont: 3
    ready: perhaps
  - kind: nodes
    labels:
      - { value: x }
`)
  ).toEqual([
    'suite.yml:2:11: no kind of check is called “node” (did you mean nodes?)',
    'suite.yml:5:12: ready: takes true or false, not a text',
    'suite.yml:4:5: “cuont” is not known here (did you mean count?)',
    'suite.yml:8:9: labels.0.label is missing'
  ])
})

test.each([
  ['', 'the file is empty'],
  ['- a', 'a suite is a mapping'],
  ['checks: []', 'there is no check in it'],
  ['checks: 1', 'checks: takes a list, not a number'],
  ['check: []', '“check” is not known here (did you mean checks?)'],
  ['a: [', 'Flow sequence'],
  ['checks: []\nchecks: []', 'unique'],
  ['checks: []\n---\nchecks: []', 'a second document'],
  ['checks: !!js [1]', 'tag'],
  [`checks: ${'['.repeat(5000)}`, 'nested more than 100 levels deep'],
  [`checks:\n  ${'- '.repeat(5000)}`, 'nested more than 100 levels deep'],
  ['checks: [{kind: nodes, id: a}, {kind: nodes, id: a}]', 'the id a is taken'],
  ['include: [./none.yml]', 'there is no file none.yml'],
  ['checks: [{kind: nodes, title: "${{ secrets.X }}"}]', 'suites have no ${{'],
  ['checks: [{kind: nodes, title: "${HOME}"}]', 'no value is given for the variable HOME'],
  ['checks: [{kind: nodes, title: "${A B}"}]', '${A B} is no variable'],
  [`checks: [{kind: nodes, title: ${'x'.repeat(300_000)}}]`, 'longer than 256 KiB']
])('refuses %.60s', async (text, words) => {
  const [first] = await faults(text)
  expect(first).toMatch(/^suite\.yml:\d+:\d+: /)
  expect(first).toContain(words)
})

test('aliases are not multiplied', async () => {
  const lines = ['a: &a0 [x]']
  for (let n = 1; n < 9; n++)
    lines.push(
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(', ')}]`
    )
  expect((await faults(lines.join('\n')))[0]).toContain(
    'with its aliases unfolded it has more than 100000 values'
  )
})

describe('variables', () => {
  const suite = (title: string) =>
    `variables: {COUNT: 3, NAME: null}\nchecks:\n  - kind: nodes\n    count: \${COUNT}\n    title: ${title}\n`
  test('come from the inputs, else from the suite', async () => {
    const { checks } = await load(suite('"${NAME} $${NAME}"'), { NAME: 'a: {b}', COUNT: '5' })
    expect(checks[0]).toMatchObject({ title: 'a: {b} ${NAME}', params: { count: 5 } })
    expect((await load(suite('x'))).checks[0]?.params.count).toBe(3)
  })
  test('without a value are faults, and unknown ones are refused', async () => {
    expect(await faults(suite('"${NAMES}"'))).toEqual([
      'suite.yml:5:12: no value is given for the variable NAMES (did you mean NAME?)'
    ])
    expect(await faults(suite('x'), { CUONT: '1' })).toEqual([
      'no suite has a variable CUONT (did you mean COUNT?)'
    ])
  })
  test('nothing comes from the environment', async () => {
    expect((await faults('checks: [{kind: nodes, title: "${PATH}"}]'))[0]).toContain('no value is given')
  })
})

describe('included suites', () => {
  test('come first, once, whatever the circle', async () => {
    put('more/a.yml', 'include: [../suite.yml, b.yml]\nchecks: [{kind: nodes, id: a}]')
    put('more/b.yml', 'include: [a.yml]\nchecks: [{kind: nodes, id: b}]')
    const { checks } = await load('include: [more/a.yml, more/b.yml]\nchecks: [{kind: nodes, id: top}]')
    expect(checks.map(({ id, place }) => [id, place.file])).toEqual([
      ['b', 'more/b.yml'],
      ['a', 'more/a.yml'],
      ['top', 'suite.yml']
    ])
  })
  test('do not lead out of the folder, by dots, absolutely or by a link', async () => {
    symlinkSync('/etc/passwd', path.join(root, 'link.yml'))
    for (const file of ['../x.yml', '/etc/passwd', 'link.yml', '.'])
      expect((await faults(`include: [${file}]`))[0]).toMatch(/is outside of|there is no file|is a folder/)
  })
  test('have their faults in their own name', async () => {
    put('more.yml', 'checks:\n  - kind: nodse\n')
    expect((await faults('include: [more.yml]'))[0]).toMatch(/^more\.yml:2:11: .*did you mean nodes/)
  })
})
