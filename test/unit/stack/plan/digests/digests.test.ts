import { describe, expect, test } from '@jest/globals'
import { type DigestAnswer, pinImages } from '../../../../../src/stack/plan/digests/pin-images.rules.ts'
import { parseDigests } from '../../../../../src/stack/plan/digests/pushed-digests.rules.ts'
import { resolveImages, resolvePlatforms } from '../../../../../src/stack/plan/digests/resolve-images.ts'

const A = `sha256:${'a'.repeat(64)}`
const B = `sha256:${'b'.repeat(64)}`
const model = (images: Record<string, string>) => ({
  services: Object.fromEntries(Object.entries(images).map(([name, image]) => [name, { image, user: '1' }]))
})
const imagesOf = (pinned: object) =>
  Object.fromEntries(
    Object.entries((pinned as { services: Record<string, { image: string }> }).services).map(([name, s]) => [
      name,
      s.image
    ])
  )

describe('what the build says', () => {
  test.each([
    ['its output images', JSON.stringify({ api: `r:5000/x/api:v1@${A}` }), { 'r:5000/x/api:v1': A }],
    [
      'references with digests',
      JSON.stringify({ 'r:5000/api:v1': A, redis: B }),
      { 'r:5000/api:v1': A, redis: B }
    ],
    [
      'lines',
      `# pushed\nr:5000/api:v1@${A}\n\nredis ${B}\r\nx = ${A}\ny → ${B}`,
      { 'r:5000/api:v1': A, redis: B, x: A, y: B }
    ],
    [
      'metadata of docker/bake-action',
      JSON.stringify({
        'buildx.build.warnings': [{ level: 1 }],
        api: { 'containerimage.digest': A, 'image.name': 'r:5000/api:v1,r:5000/api:latest' },
        db: { 'containerimage.digest': B, 'image.name': 'redis' },
        unnamed: { 'containerimage.digest': A }
      }),
      { 'r:5000/api:v1': A, 'r:5000/api:latest': A, redis: B }
    ],
    [
      'metadata of docker/build-push-action',
      JSON.stringify({
        'containerimage.digest': A,
        'image.name': 'docker.io/acme/api:v1',
        'buildx.build.ref': 'x'
      }),
      { 'docker.io/acme/api:v1': A }
    ],
    ['nothing', '', {}],
    ['nothing pushed', '{}', {}]
  ])('%s', (_, text, expected) => {
    expect(parseDigests(text)).toEqual(expected)
  })
  test.each([
    ['an image that was not pushed', '{"api":"r/api:v1"}', 'api: "r/api:v1"'],
    ['lines without a digest', 'redis:7\nx sha256:12', '"redis:7", "x sha256:12"'],
    ['metadata of a build that pushed nothing', '{"api":{"image.name":"r/api"}}', 'r/api'],
    ['broken JSON', '{"api":', 'not JSON'],
    ['JSON of another shape', '{"api":{"digest":1}}', 'api: {"digest":1}']
  ])('%s is refused', (_, text, said) => {
    expect(() => parseDigests(text)).toThrow(said)
  })
})

test('what the build prints as JSON is read', () => {
  const built = {
    images: [{ name: 'api', reference: 'r:5000/api:v1', digest: A, sizeBytes: 1, durationMs: 1 }]
  }
  expect(parseDigests(JSON.stringify(built))).toEqual({ 'r:5000/api:v1': A })
  expect(() => parseDigests('{"images":[{"reference":"x"}]}')).toThrow('no image with its digest')
})

describe('pinning', () => {
  test('every image gets its digest and keeps its tag, in whatever spelling; one that has a digest stays', () => {
    const given = model({ a: 'redis', b: 'docker.io/library/redis:latest', c: `x:1@${B}`, d: 'r:5000/redis' })
    const { model: pinned, unpinned } = pinImages(
      given,
      { 'redis:latest': { digest: A }, 'r:5000/redis:latest': { digest: B }, 'x:1': { digest: A } },
      { unresolved: 'refuse' }
    )
    expect(imagesOf(pinned)).toEqual({
      a: `redis@${A}`,
      b: `docker.io/library/redis:latest@${A}`,
      c: `x:1@${B}`,
      d: `r:5000/redis@${B}`
    })
    expect(unpinned).toEqual([])
    expect(given.services.a?.image).toBe('redis')
  })

  const unknown: Record<string, DigestAnswer> = { 'x:1': { why: 'manifest unknown' } }
  test('an image whose digest is not known is an error with place, services, reason and the way out', () => {
    const pin = () =>
      pinImages(model({ a: 'x:1', b: 'y', c: 'x:1' }), unknown, {
        unresolved: 'refuse',
        placeOf: service => (service === 'b' ? undefined : `stack.yml:${service === 'a' ? 3 : 9}`)
      })
    expect(pin).toThrow(
      'stack.yml:3, stack.yml:9: the digest of x:1 (a, c) is not known: manifest unknown; the digest of y (b) is'
    )
    expect(pin).toThrow(
      expect.objectContaining({ code: 'deploy-failed', hint: expect.stringContaining('push') })
    )
  })
  test('or a warning, where the nodes have their images', () => {
    const { model: pinned, unpinned } = pinImages(model({ a: 'x:1' }), unknown, { unresolved: 'warn' })
    expect(imagesOf(pinned)).toEqual({ a: 'x:1' })
    expect(unpinned).toEqual([{ image: 'x:1', services: ['a'], why: 'manifest unknown' }])
  })
})

test('each image is asked for once, and only if the build does not know it', async () => {
  const asked: string[] = []
  const given = model({ a: 'redis', b: 'docker.io/redis', c: 'r/api:v1', d: `z@${A}`, e: 'x:1' })
  const answers = await resolveImages(given, { 'docker.io/r/api:v1': A }, async image => {
    asked.push(image)
    return image === 'x:1' ? { why: 'no' } : { digest: B }
  })
  expect(asked).toEqual(['redis:latest', 'x:1'])
  expect(answers).toEqual({ 'r/api:v1': { digest: A }, 'redis:latest': { digest: B }, 'x:1': { why: 'no' } })
  expect(imagesOf(pinImages(given, answers, { unresolved: 'warn' }).model)).toMatchObject({
    b: `docker.io/redis@${B}`,
    c: `r/api:v1@${A}`
  })
})

test('for which nodes an image is comes from its registry, also of one whose digest was known, each asked once', async () => {
  const asked: string[] = []
  const amd64 = [{ OS: 'linux', Architecture: 'amd64' }]
  const ask = async (image: string): Promise<DigestAnswer> => {
    asked.push(image)
    return image.startsWith('gone') ? { why: 'no' } : { digest: B, platforms: amd64 }
  }
  const given = model({ a: 'redis', b: 'r/api:v1', c: `z:1@${A}`, d: `gone@${A}`, e: 'gone:2', f: 'redis' })
  const answers = await resolveImages(given, { 'r/api:v1': A }, ask)
  const { model: pinned } = pinImages(given, answers, { unresolved: 'warn' })
  expect(await resolvePlatforms(pinned, answers, ask)).toEqual(
    new Map([`redis@${B}`, `r/api:v1@${A}`, `z:1@${A}`].map(image => [image, amd64]))
  )
  expect(asked).toEqual(['redis:latest', 'gone:2', `r/api:v1@${A}`, `z:1@${A}`, `gone@${A}`])
})
