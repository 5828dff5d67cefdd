import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../src/actions/read-inputs.ts'
import { input } from '../../../src/inputs/input.ts'
import { pairs, secret, secretPairs } from '../../../src/inputs/kinds.ts'
import { CANARIES, foundIn } from '../../support/canaries.ts'

const form = {
  inputs: {
    secrets: input(secretPairs, ''),
    variables: input(pairs(), ''),
    tlsKey: input(secret, '')
  },
  faultsOf: () => []
}
/** What happens to the inputs, in order; a log without what is masked. */
function read(texts: Record<string, string>) {
  const masks: string[] = []
  let thrown: unknown
  try {
    readInputs(
      form,
      name => (texts[name] ?? '').trim(),
      mask => masks.push(mask)
    )
  } catch (error) {
    thrown = error
  }
  const longestFirst = masks.toSorted((a, b) => b.length - a.length)
  const logged = (text: string) => longestFirst.reduce((line, mask) => line.replaceAll(mask, '***'), text)
  return { masks, logged, fault: thrown === undefined ? '' : String(thrown) }
}

/** How a program or a workflow may come to print it. */
const prints = (value: string): string[] => [
  value,
  ...value.split('\n'),
  `login ${value}`,
  JSON.stringify({ value }),
  `http://h/?q=${encodeURIComponent(value)}`,
  Buffer.from(value).toString('base64'),
  Buffer.from(value).toString('base64url'),
  ...['a', 'ab', 'abc', 'user:'].map(before => `Basic ${Buffer.from(before + value).toString('base64')}`),
  Buffer.from(value).toString('hex')
]
/** Four or more characters of the secret in a row, in plain or in base64, are too many. */
const isPlain = (text: string) => text.includes('\n')

describe.each(CANARIES.filter(({ secret: value }) => !isPlain(value)))('$shape among the secrets', canary => {
  const { logged, masks } = read({ secrets: `db_password=${canary.secret}\nother=x` })
  test('is masked by itself, whatever name it has', () => {
    expect(masks).toContain(canary.secret)
    for (const part of canary.parts ?? []) expect(masks).toContain(part)
  })
  test.each(prints(canary.secret))('%s', text => {
    expect(foundIn(logged(text), canary)).toEqual([])
  })
  test('in base64 at every offset only what it shares with its neighbours is left', () => {
    for (const before of ['', 'a', 'ab', 'user:']) {
      const whole = Buffer.from(before + canary.secret).toString('base64')
      const left = logged(whole)
      expect(left.replace('***', '').length).toBeLessThan(before.length * 2 + 8)
    }
  })
})

test.each(CANARIES)('$shape as a key: every line of it, and its encodings', canary => {
  const { logged } = read({ 'tls-key': canary.secret })
  for (const text of prints(canary.secret.trim())) expect(foundIn(logged(text), canary)).toEqual([])
})

test('what is no NAME=VALUE is masked all the same, and not said', () => {
  const pem = CANARIES.find(({ shape }) => shape === 'a PEM')
  if (!pem) throw new Error('no PEM')
  const { logged, fault } = read({ secrets: `key=${pem.secret}` })
  expect(fault).toContain('secrets takes NAME=VALUE on each line')
  expect(foundIn(fault, pem)).toEqual([])
  for (const line of pem.secret.split('\n').slice(1, -2)) expect(logged(line)).toBe('***')
})

test('values of other pairs are not said either', () => {
  expect(read({ variables: 'A=1\nhunter2 is no pair' }).fault).toMatch(
    /variables takes NAME=VALUE: entry 2 of 2 has another form/
  )
})

test('no mask is so short that it hides the log', () => {
  const { masks } = read({ secrets: 'a=b1\nkey=user\\nhunter22' })
  expect(masks.filter(mask => mask.length < 4)).toEqual(['b1'])
})
