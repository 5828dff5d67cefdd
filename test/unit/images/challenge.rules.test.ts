import { expect, test } from '@jest/globals'
import { challengeOf, mayLeadTo } from '../../../src/images/challenge.rules.ts'
import { isDigest } from '../../../src/images/digest.rules.ts'

const far = new URL('https://registry.example')
const near = new URL('http://127.0.0.1:5000')

test.each([
  ['https://auth.example/t', true, true],
  ['http://auth.example/t', false, false],
  ['http://127.0.0.1/t', false, true],
  ['https://127.0.0.1/t', false, true],
  ['https://2130706433/t', false, true],
  ['https://0x7f.1/t', false, true],
  ['https://localhost/t', false, true],
  ['https://a.LOCALHOST/t', false, true],
  ['https://[::1]/t', false, true],
  ['https://[::ffff:127.0.0.1]/t', false, true],
  ['https://u:p@auth.example/t', false, false],
  ['file:///etc/passwd', false, false],
  ['ftp://127.0.0.1/t', false, false]
])('%s: from a registry elsewhere %j, from one on this machine %j', (url, fromFar, fromNear) => {
  expect([mayLeadTo(far, new URL(url)), mayLeadTo(near, new URL(url))]).toEqual([fromFar, fromNear])
})

test('a challenge has its realm, service and scope', () => {
  expect(challengeOf('Bearer realm="https://a.example/t",service="s",scope="x"', far)).toEqual({
    scheme: 'bearer',
    realm: new URL('https://a.example/t'),
    service: 's',
    scope: 'x'
  })
  expect(challengeOf('Basic realm="x"', far)).toEqual({ scheme: 'basic' })
  for (const header of ['', 'Bearer', 'Bearer realm=""', 'Bearer realm="::"', 'Digest realm="https://a/"'])
    expect(() => challengeOf(header, far)).toThrow()
})

test.each([
  [`sha256:${'a'.repeat(64)}`, true],
  [`sha512:${'0'.repeat(128)}`, true],
  [`sha256:${'a'.repeat(63)}`, false],
  [`sha256:${'A'.repeat(64)}`, false],
  [`sha256:${'a'.repeat(64)}\n`, false],
  [`md5:${'a'.repeat(32)}`, false],
  [`constructor:${'a'.repeat(64)}`, false],
  ['sha256:../../etc/passwd', false],
  ['', false],
  [undefined, false],
  [{}, false]
])('%j is a digest: %j', (text, expected) => {
  expect(isDigest(text)).toBe(expected)
})
