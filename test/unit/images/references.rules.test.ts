import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { familiarReference, formatReference, parseReference } from '../../../src/images/references.rules.ts'

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`

describe('parseReference', () => {
  test.each([
    ['redis', 'docker.io/library/redis:latest'],
    ['redis:alpine', 'docker.io/library/redis:alpine'],
    ['google/cadvisor', 'docker.io/google/cadvisor:latest'],
    ['docker.io/redis:7', 'docker.io/library/redis:7'],
    ['index.docker.io/library/redis', 'docker.io/library/redis:latest'],
    ['127.0.0.1:5000/me/app:v1', '127.0.0.1:5000/me/app:v1'],
    ['[::1]:5000/app', '[::1]:5000/app:latest'],
    ['localhost/app', 'localhost/app:latest'],
    ['Registry/app', 'Registry/app:latest'],
    ['a.b/c', 'a.b/c:latest'],
    ['a--b__c/d.e_f', 'docker.io/a--b__c/d.e_f:latest'],
    [`redis@${DIGEST}`, `docker.io/library/redis@${DIGEST}`],
    [`redis:7@${DIGEST}`, `docker.io/library/redis:7@${DIGEST}`]
  ])('%s is %s', (written, normal) => {
    expect(formatReference(parseReference(written))).toBe(normal)
  })

  test.each([
    ...[
      '',
      ':latest',
      'Redis',
      'redis:',
      'redis:-x',
      '/redis',
      'a//b',
      'redis@sha256:abc',
      'a b',
      'redis:a:b'
    ],
    ...[
      'a___b',
      `a@${DIGEST}@${DIGEST}`,
      'http://x/y',
      '-a.b/c',
      `redis:${'t'.repeat(129)}`,
      'a'.repeat(256),
      '_a'
    ]
  ])('%j is refused in one line', written => {
    expect(() => parseReference(written)).toThrow(expect.objectContaining({ code: 'input' }))
  })
})

const component = fc.stringMatching(/^[a-z0-9]{1,8}((\.|_|__|-{1,3})[a-z0-9]{1,5}){0,2}$/)
const reference = fc.record({
  domain: fc.constantFrom('docker.io', 'localhost', '10.0.0.5:5000', 'ghcr.example', '[::1]:80'),
  repository: fc.array(component, { minLength: 2, maxLength: 4 }).map(parts => parts.join('/')),
  tag: fc.option(fc.stringMatching(/^\w[\w.-]{0,20}$/), { nil: undefined }),
  digest: fc.option(fc.constant(DIGEST), { nil: undefined })
})

test('what is formatted is read back to the same parts', async () => {
  await fc.assert(
    fc.property(reference, parts => {
      const expected = { ...parts, tag: parts.tag ?? (parts.digest ? undefined : 'latest') }
      expect(parseReference(formatReference(parts))).toEqual(expected)
      expect(parseReference(familiarReference(expected))).toEqual(expected)
    })
  )
})

test('normalising twice changes nothing, and anything is either read or refused with code input', async () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9:/@._[\]-]{0,30}$/))
  await fc.assert(
    fc.property(text, written => {
      let normal: string
      try {
        normal = formatReference(parseReference(written))
      } catch (error) {
        expect(error).toMatchObject({ code: 'input' })
        return
      }
      expect(formatReference(parseReference(normal))).toBe(normal)
    }),
    { numRuns: 300 }
  )
})

test.each([
  ['docker.io/library/redis:7', 'redis:7'],
  ['docker.io/library/a/b:7', 'library/a/b:7'],
  ['docker.io/google/cadvisor', 'google/cadvisor:latest'],
  ['ghcr.example/library/redis:7', 'ghcr.example/library/redis:7']
])('people call %s %s', (whole, familiar) => {
  expect(familiarReference(parseReference(whole))).toBe(familiar)
})
