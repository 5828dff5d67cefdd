import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { interpolate } from '../../../../src/stack/read/interpolate.rules.ts'

const variables = { NAME: 'value', EMPTY: '', lower: 'low' }

describe('a value is put in as docker does', () => {
  test.each([
    ['plain', 'plain'],
    ['$NAME', 'value'],
    ['${NAME}', 'value'],
    ['a${NAME}b$lower-c', 'avalueblow-c'],
    ['${NAME:-x}', 'value'],
    ['${NONE:-x}', 'x'],
    ['${NONE:-}', ''],
    ['${NONE-x y}', 'x y'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${EMPTY}', ''],
    ['${NAME:?must be there}', 'value'],
    ['${NONE:-a:-b?c}', 'a:-b?c'],
    ['${NAME:+x}', 'x'],
    ['${NONE:+x}', ''],
    ['${EMPTY:+x}', ''],
    ['${EMPTY+x$NAME}', 'xvalue'],
    ['${NONE:-${NAME}/b}', 'value/b'],
    ['${NONE:-${EMPTY:-${lower}}}c', 'lowc'],
    ['$$NAME', '$NAME'],
    ['$$$NAME', '$value'],
    ['{{.Node.ID}}', '{{.Node.ID}}']
  ])('%s → %s', (text, expected) =>
    expect(interpolate(text, variables)).toEqual({ value: expected, faults: [] })
  )
})

describe('a fault', () => {
  test.each([
    ['${NONE}', { kind: 'unset', name: 'NONE' }],
    ['$NONE', { kind: 'unset', name: 'NONE' }],
    ['${NONE:?why}', { kind: 'required', name: 'NONE', message: 'why' }],
    ['${EMPTY:?why}', { kind: 'required', name: 'EMPTY', message: 'why' }],
    ['${NONE?}', { kind: 'required', name: 'NONE', message: '' }],
    ['50 $', { kind: 'malformed', text: '50 $' }],
    ['${}', { kind: 'malformed', text: '${}' }],
    ['${1}', { kind: 'malformed', text: '${1}' }],
    ['${NAME:=x}', { kind: 'malformed', text: '${NAME:=x}' }],
    ['${NAME', { kind: 'malformed', text: '${NAME' }],
    ['${NONE:-${NEITHER}}', { kind: 'unset', name: 'NEITHER' }]
  ])('%s', (text, fault) => expect(interpolate(text, variables).faults).toEqual([fault]))

  test('a name of every object is no variable', () => {
    expect(interpolate('$constructor', {}).faults).toEqual([{ kind: 'unset', name: 'constructor' }])
  })
})

test('with every $ doubled any text stays what it is', () => {
  void fc.assert(
    fc.property(fc.string(), text => {
      expect(interpolate(text.replaceAll('$', '$$$$'), {})).toEqual({ value: text, faults: [] })
    })
  )
})

test('no text makes it throw, and no nesting makes it slow', () => {
  void fc.assert(
    fc.property(fc.stringMatching(/^[${}:?+a-]{0,40}$/), text => void interpolate(text, { a: 'x' })),
    { numRuns: 500 }
  )
  const deep = '${a:-'.repeat(5_000)
  expect(interpolate(`${deep}${'}'.repeat(5_000)}`, {}).faults).toHaveLength(1)
})
