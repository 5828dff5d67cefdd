import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/actions/read-inputs.ts'
import { input } from '../../../src/inputs/input.ts'
import { flag, optional, secret, text, wholeNumber } from '../../../src/inputs/kinds.ts'

const inputs = {
  count: input(wholeNumber(1, 9), 'a number'),
  keep: input(flag, 'a flag'),
  name: input(optional(text()), 'a name', { formerly: ['title'] }),
  token: input(secret, 'a token')
}
const read = (texts: Record<string, string>, faultsOf: () => string[] = () => []) => {
  const masked: string[] = []
  const run = () =>
    readInputs(
      { inputs, faultsOf },
      name => texts[name] ?? '',
      text => masked.push(text)
    )
  return { run, masked }
}

test('the values, by the names of the code', () => {
  const { run, masked } = read({ count: '3', keep: 'true', token: 's3cret' })
  expect(run()).toEqual({ count: 3, keep: true, name: undefined, token: 's3cret' })
  expect(masked).toEqual(['s3cret', 'czNjcmV0', '733363726574'])
})

test('every fault at once, and the secret masked all the same', () => {
  const { run, masked } = read({ count: '0', keep: 'maybe', token: 's3cret' })
  expect(run).toThrow(
    'count takes a whole number from 1 to 9, not “0”; keep takes true or false, not “maybe”'
  )
  expect(masked).toEqual(['s3cret', 'czNjcmV0', '733363726574'])
})

test('what is wrong with the inputs together is told when each alone is good', () => {
  expect(read({ count: '0', keep: 'true' }, () => ['together']).run).toThrow(/^count takes [^;]*$/)
  expect(read({ count: '1', keep: 'true' }, () => ['together']).run).toThrow('together')
})

test('an input under the name that it had before is refused with the one that it has', () => {
  expect(read({ count: '1', keep: 'true', title: 'x' }).run).toThrow(/^title is called name now$/)
})
