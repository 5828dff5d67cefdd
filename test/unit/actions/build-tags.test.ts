import { describe, expect, test } from '@jest/globals'
import { type BuildPushValues, buildPushForm, buildRequest } from '../../../src/actions/build-push.ts'

const values = (over: object): BuildPushValues =>
  ({
    cluster: undefined,
    dockerHost: 'ssh://a@b',
    images: [{ name: 'shop', folder: '.', dockerfile: 'Dockerfile' }],
    composeFiles: [],
    variables: {},
    namespace: 'AcmeCorp',
    prefix: '',
    tags: ['latest'],
    buildArgs: {},
    push: true,
    ...over
  }) as unknown as BuildPushValues
const where = { target: { kind: 'cluster', name: 'c' } as const, registry: 'ghcr.io', workspace: '/w' }
const request = (over: object) => buildRequest(values(over), where)
const tagFaults = (over: object) =>
  buildPushForm.faultsOf(values(over)).filter(fault => fault.startsWith('tags'))

describe('what other actions give', () => {
  test('an owner with capitals becomes a namespace without', () => {
    expect(buildPushForm.inputs.namespace.read(['AcmeCorp'], 'namespace')).toEqual({ value: 'AcmeCorp' })
    expect(request({}).namespace).toBe('acmecorp')
    expect(buildPushForm.inputs.namespace.read(['acme corp'], 'namespace')).toHaveProperty('fault')
  })
  test('tags of docker/metadata-action are taken without the name of the image', () => {
    const tags = [
      'ghcr.io/acmecorp/shop:main',
      'ghcr.io/acmecorp/shop:sha-1',
      'main',
      'localhost:5000/shop:v1.2'
    ]
    expect(tagFaults({ tags })).toEqual([])
    expect(request({ tags }).tags).toEqual(['main', 'sha-1', 'v1.2'])
    expect(tagFaults({ tags: ['ghcr.io/acmecorp/demo-shop:1'], prefix: 'demo-' })).toEqual([])
  })
  test('those of another image are refused', () =>
    expect(tagFaults({ tags: ['ghcr.io/acmecorp/other:main'] })).toEqual([
      'tags names ghcr.io/acmecorp/other:main, which is not an image of this build'
    ]))
  test.each(['a b', 'ghcr.io/x/shop', 'x:y', 'ghcr.io/x/shop:'])('what is no tag is refused: %s', tag =>
    expect(tagFaults({ tags: [tag] })).toEqual([expect.stringMatching(/^tags takes letters/)])
  )
})
