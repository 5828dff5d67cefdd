import { expect, test } from '@jest/globals'
import { imagesOfStack } from '../../../src/images/stack-images.rules.ts'

const naming = { registry: 'ghcr.io', namespace: 'acme', prefix: 'shop-', tags: [] as string[] }
const build = (folder: string, more = {}) => ({ context: `/p/${folder}`, dockerfile: 'Dockerfile', ...more })
const tagsOf = (services: object, tags: string[] = []) =>
  imagesOfStack({ services }, { ...naming, tags }).images.map(each => each.tags)

test('an image is called as the stack file calls it, so that a deploy of the file finds it', () => {
  const services = {
    web: {
      image: 'r.example:5000/shop/web:v1',
      build: build('web', { tags: ['r.example:5000/shop/web:also'] })
    },
    redis: { image: 'redis:7' }
  }
  expect(tagsOf(services, ['v1', 'sha-1'])).toEqual([
    ['r.example:5000/shop/web:v1', 'r.example:5000/shop/web:also', 'r.example:5000/shop/web:sha-1']
  ])
})

test('one without a name gets the registry, the namespace and the prefix', () => {
  expect(tagsOf({ web: { build: build('web') } })).toEqual([['ghcr.io/acme/shop-web:latest']])
  expect(tagsOf({ web: { build: build('web') } }, ['1'])).toEqual([['ghcr.io/acme/shop-web:1']])
})

test('a build section is kept whole, dollars are single, and only secrets that a build mounts are taken', () => {
  const section = build('web', {
    args: { PRICE: '5$$ and $$x' },
    target: 'run',
    secrets: [{ source: 'token' }]
  })
  const config = {
    services: { web: { image: 'a/web', build: section } },
    secrets: { token: { file: '/t' }, db: { external: true } }
  }
  expect(imagesOfStack(config, naming)).toEqual({
    images: [
      {
        name: 'web',
        build: { ...section, args: { PRICE: '5$ and $x' } },
        tags: ['a/web:latest']
      }
    ],
    secrets: { token: { file: '/t' } }
  })
})

test('services that share an image are one, unless they build it differently', () => {
  const shared = { image: 'a/web:1', build: build('web') }
  expect(tagsOf({ web: shared, job: shared })).toEqual([['a/web:1']])
  expect(() => tagsOf({ web: shared, job: { ...shared, build: build('job') } })).toThrow(
    'web and job build a/web:1 in two ways'
  )
})

test('what cannot be built is said', () => {
  expect(() => tagsOf({ web: { image: 'redis' } })).toThrow(
    'no service of the stack file has a build section'
  )
  expect(() => tagsOf({ web: { image: 'acme/Web', build: build('web') } })).toThrow(
    'is not an image reference'
  )
  const pinned = { image: `a/web@sha256:${'1'.repeat(64)}`, build: build('web') }
  expect(() => tagsOf({ web: pinned })).toThrow('has a digest, and is to be built')
})
