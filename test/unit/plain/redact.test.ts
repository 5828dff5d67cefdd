import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '../../../src/plain/redact.ts'

const SECRET = 'p4ss"w/rd é'

function redacted(value: unknown, ...secrets: (string | Uint8Array)[]): string {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.register(secret)
  return JSON.stringify(redactor.redact(value))
}

describe('a registered secret is in nothing that is redacted', () => {
  const bytes = Buffer.from(SECRET)
  test.each([
    ['plain', SECRET],
    ['within a text', `--pass=${SECRET} --more`],
    ['in JSON', JSON.stringify({ a: SECRET })],
    ['in a URL', `redis://:${encodeURIComponent(SECRET)}@x`],
    ['in base64', bytes.toString('base64')],
    ['in base64 of more', Buffer.from(`${SECRET}`).toString('base64url')],
    ['in hexadecimal', bytes.toString('hex')],
    ['cut at its end', `x ${SECRET.slice(0, 6)}`],
    ['cut by a mark', `x ${SECRET.slice(0, 6)}…`]
  ])('%s', (_how, text) => {
    const shown = redacted([{ a: text }, new Map([[text, [text]]]), new Set([text])], `${SECRET}\n`)
    expect(shown).toContain('[secret]')
    for (const form of [text, SECRET, bytes.toString('base64'), bytes.toString('hex'), SECRET.slice(0, 6)])
      expect(shown).not.toContain(form)
  })
  test('as a key, and as a number', () => {
    expect(redacted({ 4711: 4711 }, '4711')).toBe('{"[secret]":"[secret]"}')
  })
  test('the longer of two first', () => {
    expect(redacted('abcdefgh', 'abcd', 'abcdefgh')).toBe('"[secret]"')
  })
})

test('without secrets nothing changes', () => {
  const value = { a: [1, 'x'] }
  expect(createRedactor().redact(value)).toBe(value)
  expect(redacted({ a: 1, b: null, c: true }, 'zzzz')).toBe('{"a":1,"b":null,"c":true}')
})
