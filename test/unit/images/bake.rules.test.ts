import { expect, test } from '@jest/globals'
import { bakeFile, builtIds, failedTarget } from '../../../src/images/bake.rules.ts'

const image = (name: string) => ({
  name,
  build: {
    context: '/c',
    dockerfile: '/c/Dockerfile',
    args: { LEVEL: '1', PRICE: '5$ ${X}' },
    target: 'run'
  },
  tags: [`r/${name}:1`, `r/${name}:2`]
})

test('a build section goes to bake as it is, under every tag, and no dollar of it is looked up', () => {
  const text = bakeFile([image('a'), image('b.c')], { token: { file: '/t' } })
  expect(text).not.toMatch(/[^$]\$[^$]/)
  const { services, secrets } = JSON.parse(text.replaceAll('$$', '$'))
  expect(Object.keys(services)).toEqual(['a', 'b_c'])
  expect(services.a).toEqual({ image: 'r/a:1', build: { ...image('a').build, tags: ['r/a:1', 'r/a:2'] } })
  expect(secrets).toEqual({ token: { file: '/t' } })
})

test('what was built is known by its own digest first, then by that of its configuration', () => {
  const metadata = JSON.stringify({
    b_c: { 'containerimage.config.digest': 'sha256:2', 'containerimage.digest': 'sha256:1' },
    same: { 'containerimage.config.digest': 'sha256:3', 'containerimage.digest': 'sha256:3' }
  })
  expect(builtIds(metadata, 'b.c')).toEqual(['sha256:1', 'sha256:2'])
  expect(builtIds(metadata, 'same')).toEqual(['sha256:3'])
  expect(builtIds(metadata, 'other')).toEqual([])
})

test('the image whose build failed is the one that bake names', () => {
  const images = [image('a'), image('b.c')]
  expect(failedTarget(['#5 ERROR: x', 'ERROR: target b_c: failed to solve: x'], images)).toBe('b.c')
  expect(failedTarget(['ERROR: failed to solve: x'], images)).toBeUndefined()
})
