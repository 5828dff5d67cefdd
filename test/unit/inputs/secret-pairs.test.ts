import { describe, expect, test } from '@jest/globals'
import { secretPairs as input } from '../../../src/inputs/kinds.ts'

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIE\nabc=\n-----END PRIVATE KEY-----'

describe('secrets', () => {
  test.each<[what: string, text: string, value: Record<string, string>]>([
    ['a line each', 'a=1\n# c\n\nb=x=y', { a: '1', b: 'x=y' }],
    ['in quotes', `"tls=${PEM}"\npw=1`, { tls: PEM, pw: '1' }],
    ['in quotes, with quotes', '"json={\n  ""a"": ""b=c""\n}"', { json: '{\n  "a": "b=c"\n}' }],
    ['in quotes on one line', '"a=b c"', { a: 'b c' }],
    ['up to an end', 'json<<EOF\n{"a":\n 1}\nEOF\npw=1', { json: '{"a":\n 1}', pw: '1' }],
    ['as JSON', JSON.stringify({ pw: 'p"w', tls: PEM, n: '1' }), { pw: 'p"w', tls: PEM, n: '1' }],
    ['as YAML', 'pw: "1"\ntls: |\n  a\n  b\nport: 0123', { pw: '1', tls: 'a\nb\n', port: '0123' }]
  ])('%s', (_, text, value) => expect(input.read([text], 'secrets')).toEqual({ value }))

  test.each([
    ['a stray line', 'a=1\nhunter2 is it'],
    ['a block without quotes', `a=${PEM.replace('MIIE', 'hunter2')}`],
    ['a quote that is not closed', '"a=hunter2\nb'],
    ['a block without an end', 'a<<EOF\nhunter2'],
    ['JSON that is none', '{"a": hunter2'],
    ['JSON with more than texts', '{"a": {"b": "hunter2"}}']
  ])('never shows %s', (_, text) => {
    const reading = input.read([text], 'secrets')
    expect(reading).toEqual({ fault: expect.stringMatching(/takes NAME=VALUE on each line/) })
    expect(JSON.stringify(reading)).not.toContain('hunter2')
    expect(input.secretsIn?.(text).join('\n')).toContain('hunter2')
  })

  test('are masked as a whole and line by line', () => {
    const masks = input.secretsIn?.(`"tls=${PEM}"`) ?? []
    expect(masks).toEqual(expect.arrayContaining([PEM, 'MIIE', 'abc=']))
  })
})
