import { describe, expect, test } from '@jest/globals'
import {
  type BuildPushValues,
  buildPushForm,
  buildPushOutputs,
  buildRequest
} from '../../../src/actions/build-push.ts'
import { parseDigests } from '../../../src/stack/plan/plan.rules.ts'
import { sampleImage } from '../../support/action-samples.ts'

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
    labels: {},
    push: true,
    ...over
  }) as unknown as BuildPushValues
const event = {
  ref: 'refs/heads/dev',
  sha: 'abcdef0'.repeat(6),
  defaultBranch: 'main',
  pullRequest: undefined
}
const where = { target: { kind: 'cluster', name: 'c' } as const, registry: 'ghcr.io', workspace: '/w', event }
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

describe('tags that nobody gives', () => {
  const elsewhere = {
    ...where,
    target: { kind: 'existing', dockerHost: undefined, dockerConfigDir: undefined } as const
  }
  test('come from the event', () => {
    expect(buildRequest(values({ tags: [] }), elsewhere).tags).toEqual(['sha-abcdef0', 'dev'])
    expect(buildRequest(values({ tags: ['v1'] }), elsewhere).tags).toEqual(['v1'])
  })
  test("a cluster's own registry has latest besides", () =>
    expect(request({ tags: [] }).tags).toEqual(['sha-abcdef0', 'dev', 'latest']))
  test('a stack file names its images itself', () =>
    expect(request({ tags: [], images: [], composeFiles: ['s.yml'] }).tags).toEqual([]))
})

test('the outputs have every tag, and metadata that deploy-stack takes as digests', () => {
  const outputs = buildPushOutputs([sampleImage], true)
  expect(JSON.parse(outputs.tags ?? '')).toEqual({ backend: sampleImage.tags })
  expect(parseDigests(outputs.metadata ?? '')).toEqual(
    Object.fromEntries(sampleImage.tags.map(tag => [tag, sampleImage.digest]))
  )
  expect(buildPushOutputs([sampleImage], false)).toMatchObject({ metadata: '{}', digests: '{}' })
})
