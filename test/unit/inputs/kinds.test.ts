import { expect, test } from '@jest/globals'
import { buildInputs } from '../../../src/inputs/build.ts'
import { nodeLabels, upInputs } from '../../../src/inputs/cluster.ts'
import {
  duration,
  flag,
  list,
  matching,
  oneOf,
  optional,
  pairs,
  wholeNumber
} from '../../../src/inputs/kinds.ts'

test.each([
  [duration, ['90s'], 90_000],
  [duration, ['5m'], 300_000],
  [duration, ['1h'], 3_600_000],
  [duration, ['45'], 45_000],
  [flag, ['TRUE'], true],
  [flag, ['false'], false],
  [wholeNumber(1, 9), ['9'], 9],
  [wholeNumber(0), ['999999999'], 999_999_999],
  [oneOf('e', ['auto', 'vm']), ['vm'], 'vm'],
  [optional(matching('o', /^a+$/, 'letters a')), [], undefined],
  [list('l'), ['a', 'b'], ['a', 'b']],
  [list('l'), [], []],
  [pairs(), ['A=1=2', 'B=', 'A=3'], { A: '3', B: '' }]
])('%# %j', (kind, texts, value) => {
  expect(kind.read(texts, 'x')).toEqual({ value })
})

test.each([
  ...['', '0', '0s', '-1s', '5x', '1.5h', '1h30m', '5 min'].map(
    text =>
      [
        duration,
        text,
        `takes a time such as 90s, 5m or 1h, not ${text ? `“${text}”` : 'an empty text'}`
      ] as const
  ),
  [flag, 'yes', 'takes true or false, not “yes”'],
  [flag, '', 'takes true or false, not an empty text'],
  [wholeNumber(1, 9), '10', 'takes a whole number from 1 to 9, not “10”'],
  [wholeNumber(1, 9), '1e1', 'takes a whole number from 1 to 9, not “1e1”'],
  [wholeNumber(0), '-1', 'takes a whole number of 0 or more, not “-1”'],
  [oneOf('e', ['auto', 'host', 'vm']), 'kvm', 'takes auto, host or vm, not “kvm” (did you mean vm?)'],
  [matching('m', /^a+$/, 'letters a'), 'b', 'takes letters a, not “b”']
] as const)('%# %j is refused: %s', (kind, text, fault) => {
  expect(kind.read(text === '' ? [] : [text], 'x')).toEqual({ fault: `x ${fault}` })
})

test('of entries that are no pairs only the places are told: they may be parts of a secret', () => {
  expect(pairs().read(['A=1', 'hunter2'], 'variables')).toEqual({
    fault: 'variables takes NAME=VALUE: entry 2 of 2 has another form'
  })
  expect(pairs('name=file').read(['B', '=c', 'A=1'], '--secret')).toEqual({
    fault: '--secret takes NAME=FILE: entries 1, 2 of 3 have another form'
  })
})

test('every wrong image is named', () => {
  const reading = buildInputs.images.read(['web', 'API=./x', 'ok=./ok'], 'images')
  expect('fault' in reading && reading.fault).toMatch(/“web”.*“API=\.\/x”/)
})

const labelled = (managers: number, workers: number, ...texts: string[]) => {
  const labels = upInputs.labels.read(texts, 'labels')
  return nodeLabels({ managers, workers, labels: 'value' in labels ? labels.value : [] }, key => key)
}

test('a label for a node that will not exist names those that will', () => {
  expect(labelled(1, 1, 'worker3:a=b')).toEqual({
    fault: 'labels names worker3; the nodes are manager1, worker1'
  })
})

test('the default label goes to the first manager where there is no worker', () => {
  expect(labelled(1, 0, 'worker1:data=persistent')).toEqual({ value: { manager1: { data: 'persistent' } } })
})

test('more nodes than there are addresses are refused before anything is made', () => {
  expect(labelled(7, 14)).toEqual({
    fault: 'managers and workers make 21 nodes: a swarm takes at most 20'
  })
  expect(labelled(7, 13)).toEqual({ value: {} })
})
