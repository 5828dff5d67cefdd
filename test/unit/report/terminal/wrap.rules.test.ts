import { expect, test } from '@jest/globals'
import { wrapped } from '../../../../src/report/terminal/wrap.rules.ts'

test.each([
  ['one line', 20, ['one line']],
  ['one two three', 7, ['one two', 'three']],
  ['a verylongword b', 6, ['a', 'verylo', 'ngword', 'b']],
  ['', 5, ['']],
  ['😀😀😀', 2, ['😀😀', '😀']]
])('%j in %d: %j', (text, width, lines) => expect(wrapped(text, width)).toEqual(lines))
