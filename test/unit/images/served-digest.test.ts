import { expect, test } from '@jest/globals'
import { askRegistry, servedDigest } from '../../../src/images/served-digest.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'

const ask = (answer: () => unknown) => askRegistry(fakeEngine(answer), undefined, 'redis:7', fakeEffects())

const DIGEST = `sha256:${'1'.repeat(64)}`

test('a digest, or the registry’s own words why there is none', async () => {
  expect(await ask(() => ({ Descriptor: { digest: DIGEST } }))).toEqual({ digest: DIGEST, platforms: [] })
  for (const digest of ['sha256:1', '../..', 5])
    expect(await ask(() => ({ Descriptor: { digest } }))).toEqual({ why: 'the registry names no digest' })
  expect(await ask(() => ({}))).toEqual({ why: 'the registry names no digest' })
  const refuse = () => {
    throw answered(403, 'denied: requested access to the resource is denied')
  }
  expect(await ask(refuse)).toEqual({ why: 'denied: requested access to the resource is denied' })
})

test('for which nodes the image is, as docker’s client takes it over, and nothing of another shape', async () => {
  const Platforms = [
    { architecture: 'amd64', os: 'linux' },
    { architecture: 'arm', os: 'linux', variant: 'v7' },
    { architecture: 'unknown', os: 'unknown' }
  ]
  const told = (said: unknown) => ask(() => ({ Descriptor: { digest: DIGEST }, Platforms: said }))
  expect(await told(Platforms)).toMatchObject({
    platforms: [
      { OS: 'linux', Architecture: 'amd64' },
      { OS: 'linux', Architecture: '' },
      { OS: 'unknown', Architecture: 'unknown' }
    ]
  })
  expect(await told(null)).toMatchObject({ platforms: [] })
  expect(await told('linux/amd64')).toMatchObject({ platforms: [] })
  expect(await told([null])).toMatchObject({ platforms: [{ OS: '', Architecture: '' }] })
})

test('an engine that does not answer is no word of the registry', async () => {
  const lose = () => {
    throw lost()
  }
  await expect(ask(lose)).rejects.toMatchObject({ code: 'engine-lost' })
  expect(await servedDigest(fakeEngine(lose), undefined, 'redis:7', fakeEffects())).toBeUndefined()
})
