import { expect, jest, test } from '@jest/globals'
import { LineCounter, Parser } from 'yaml'
import { tokensOf } from '../../../src/effects/yaml/tokens.rules.ts'
import { readYaml, YAML_BUDGET } from '../../../src/effects/yaml/yaml.rules.ts'
import { judgePipeline } from '../../../src/grading/kinds/pipeline/judge.ts'
import { parseSuite } from '../../../src/verify/suite/suite-file.ts'
import { HOSTILE_STACKS } from '../../support/hostile-yaml.ts'

const read = (text: string) =>
  readYaml(text, { hasMerges: true, what: 'a file', begins: 'it begins with a:' })
const plain = (text: string): unknown => {
  const result = read(text)
  return 'yaml' in result ? result.yaml.plain() : result.faults
}

test.each([
  ['a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
  ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
  ['a: &x k\n*x : 1', { a: 'k', k: 1 }],
  ['__proto__: {a: 1}', JSON.parse('{"__proto__": {"a": 1}}')],
  ['a: !!timestamp 2020-01-01', { a: '2020-01-01' }],
  ['%YAML 1.1\n---\na: yes', { a: 'yes' }]
])('%j is %j', (text, expected) => {
  expect(plain(text)).toEqual(expected)
})

test.each([
  ['a: *x', [{ line: 1, column: 4, text: 'there is no anchor &x before this alias' }]],
  ['a: 1\nb: &b\n  c: *b', [{ line: 3, column: 6, text: 'the alias *b refers to itself' }]],
  ['a: 1\na: 2\nb: 1\nb: 2', [{ line: 2 }, { line: 4 }]],
  ['a: 1\n? [b]\n: 2', [{ line: 2, column: 3, text: 'a key must be a plain value' }]]
])('%j is refused with its place', (text, faults) => {
  expect(plain(text)).toMatchObject(faults)
})

test('of many faults, some are listed', () => {
  expect(plain(`a: "${'\\q'.repeat(1000)}"`)).toHaveLength(50)
})

const tokens = (text: string) => tokensOf(text, new LineCounter(), YAML_BUDGET.bytes)

test.each(['}', '...\n', 'a: b\n...\n}\n'])('of %j a thousand times, some are composed', sign => {
  for (const type of ['error', 'doc-end']) {
    const found = tokens(sign.repeat(1000)).filter(each => each.type === type)
    expect([type, found.length <= 50]).toEqual([type, true])
  }
  expect(plain(sign.repeat(1000))).toEqual(
    expect.arrayContaining([
      { line: expect.any(Number), column: 1, text: expect.any(String), hint: expect.any(String) }
    ])
  )
})

test.each(['[', '{', '- ', '? ', '[{? '])('%j too often is refused before it is parsed', sign => {
  const parse = jest.spyOn(Parser.prototype, 'next')
  expect(plain(`a: 1\nb:\n  ${sign.repeat(2000)}`)).toMatchObject([
    { line: 3, text: 'nested more than 100 levels deep' }
  ])
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
  expect(() => tokens(`a: 1\nb:\n  ${sign.repeat(40)}`)).not.toThrow()
})

test.each([
  ['in an item of a flow collection', `a: {b: {c${': d'.repeat(2000)}\nx: 1`],
  ['behind a flow collection that a line ends', `a: {b: {c\n${'d: '.repeat(2000)}`]
])('pairs nested %s are too deep', (_, text) => {
  expect(plain(text)).toMatchObject([{ text: 'nested more than 100 levels deep' }])
})

test.each([
  ['pairs in a flow collection', `{${'a: b, '.repeat(500)}}`],
  ['lists, one after the other', '- [a, [b]]\n- - c\n'.repeat(500)],
  ['signs in texts', `a: |\n${'  [[[ - - ?\n'.repeat(500)}b: "${'[{- '.repeat(500)}" # ${'['.repeat(500)}`],
  ['texts that are a sign', `${'---\n|-\n['.repeat(1)}`]
])('%s are not deep', (_, text) => {
  expect(() => tokens(text)).not.toThrow()
})

// A suite has no merges, so what would be too much of them is a key like any other there.
test.each(Object.entries(HOSTILE_STACKS))('%s does no harm as a suite or as a workflow', (_, text) => {
  const suite = parseSuite('/suite.yml', 'suite.yml', text)
  if ('file' in suite) suite.file.plain()
  else for (const fault of suite.faults) expect(fault.text).not.toMatch(/call stack|RangeError/)
  const judgement = judgePipeline({ workflows: [{ file: 'a.yml', text }], scripts: [] })
  expect(judgement).toMatchObject({ status: 'fail' })
})
