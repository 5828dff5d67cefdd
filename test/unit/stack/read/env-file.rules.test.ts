import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseEnvFile } from '../../../../src/stack/read/env-file.rules.ts'

describe('a variable', () => {
  test.each<[text: string, expected: Record<string, string>]>([
    ['A=1', { A: '1' }],
    ['export A=1\r\nB = two words  ', { A: '1', B: 'two words' }],
    ['# c\n\n  A=1 # comment\nB=a#b\nC=#', { A: '1', B: 'a#b', C: '' }],
    ["A='$X \\n # x' # comment", { A: '$X \\n # x' }],
    ['A="a\\nb\\t\\"c\\"\\\\ # d" # comment', { A: 'a\nb\t"c"\\ # d' }],
    ['A="one\ntwo"\nB=3', { A: 'one\ntwo', B: '3' }],
    ['A=1\nB=${A}2\nC="$B-${GIVEN}"', { A: '1', B: '12', C: '12-g' }],
    ['B=${NO:-x}\nC="\\$NO"\nD=$$NO', { B: 'x', C: '$NO', D: '$NO' }],
    ['A=\nB=""', { A: '', B: '' }],
    ['A=1\nA=2', { A: '2' }],
    ['\uFEFFA=1', { A: '1' }],
    ['NAME_ALONE\nA: x', { A: 'x' }],
    ['A=a=b', { A: 'a=b' }]
  ])('%j', (text, expected) => {
    expect(parseEnvFile(text, { GIVEN: 'g' })).toEqual({ variables: expected, faults: [] })
  })
  test('that the caller gives wins inside the file as well', () => {
    expect(parseEnvFile('A=1\nB=$A', { A: 'mine' }).variables.B).toBe('mine')
  })
})

describe('a fault has its line, and no value', () => {
  test.each([
    ['A=1\nnonsense here', 2, 'it is not KEY=VALUE'],
    ['A="hunter2', 1, 'A: the quote is not closed'],
    ["A='x\ny'\nB='a' hunter2", 3, 'B: something follows the closing quote'],
    ['A=$NOT_THERE', 1, 'A: the variable NOT_THERE is not set'],
    ['A=hunter2$', 1, 'A: a $ in it does not begin a variable (write it in single quotes)']
  ])('%j', (text, line, what) => {
    const { faults } = parseEnvFile(text, {})
    expect(faults).toEqual([{ line, what }])
    expect(JSON.stringify(faults)).not.toContain('hunter2')
  })
})

test('any text in single quotes stays what it is, and none makes it throw', () => {
  void fc.assert(
    fc.property(fc.string(), text => {
      parseEnvFile(text, {})
      const inner = text.replaceAll(/['\r]/g, '')
      expect(parseEnvFile(`A='${inner}'`, {}).variables.A).toBe(inner)
    })
  )
})
