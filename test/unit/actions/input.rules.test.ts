import { expect, test } from '@jest/globals'
import {
  duration,
  flag,
  fraction,
  lines,
  matching,
  oneOf,
  optionalMatching,
  pairs,
  wholeNumber
} from '../../../src/actions/input.rules.ts'

test.each([
  [duration('t'), '90s', 90_000],
  [duration('t'), '5m', 300_000],
  [duration('t'), '1h', 3_600_000],
  [duration('t'), '45', 45_000],
  [flag('f'), 'TRUE', true],
  [flag('f'), 'false', false],
  [fraction('s'), '.25', 0.25],
  [wholeNumber('n', 1, 9), '9', 9],
  [oneOf('e', ['auto', 'vm']), 'vm', 'vm'],
  [optionalMatching('o', /^a+$/, 'letters a'), '', undefined],
  [lines('l'), ' a \r\n\n# not this\nb', ['a', 'b']],
  [lines('l'), '', []],
  [pairs('p'), 'A=1=2\nB=\nA=3', { A: '3', B: '' }]
])('%# %j', (input, text, value) => {
  expect(input.read(text)).toEqual({ value })
})

test.each([
  [duration('t'), '0s', 'takes a time such as 90s, 5m or 1h, not “0s”'],
  [duration('t'), '5 min', 'takes a time such as 90s, 5m or 1h, not “5 min”'],
  [flag('f'), 'yes', 'takes true or false, not “yes”'],
  [flag('f'), '', 'takes true or false, not an empty text'],
  [fraction('s'), '1.5', 'takes a number from 0 to 1, not “1.5”'],
  [wholeNumber('n', 1, 9), '10', 'takes a whole number from 1 to 9, not “10”'],
  [wholeNumber('n', 1, 9), '1e1', 'takes a whole number from 1 to 9, not “1e1”'],
  [oneOf('e', ['auto', 'vm']), 'kvm', 'takes auto, vm, not “kvm”'],
  [matching('m', /^a+$/, 'letters a'), 'b', 'takes letters a, not “b”'],
  [pairs('p'), 'A=1\nB\n=c', 'takes NAME=VALUE on each line: 2 of 3 have another form']
])('%# %j is refused', (input, text, fault) => {
  expect(input.read(text)).toEqual({ fault })
})
