import { expect, test } from '@jest/globals'
import { askRegistry, servedDigest } from '../../../src/images/served-digest.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'

const ask = (answer: () => unknown) => askRegistry(fakeEngine(answer), undefined, 'redis:7', fakeEffects())

const DIGEST = `sha256:${'1'.repeat(64)}`

test('a digest, or the registry’s own words why there is none', async () => {
  expect(await ask(() => ({ Descriptor: { digest: DIGEST } }))).toEqual({ digest: DIGEST })
  for (const digest of ['sha256:1', '../..', 5])
    expect(await ask(() => ({ Descriptor: { digest } }))).toEqual({ why: 'the registry names no digest' })
  expect(await ask(() => ({}))).toEqual({ why: 'the registry names no digest' })
  const refuse = () => {
    throw answered(403, 'denied: requested access to the resource is denied')
  }
  expect(await ask(refuse)).toEqual({ why: 'denied: requested access to the resource is denied' })
})

test('an engine that does not answer is no word of the registry', async () => {
  const lose = () => {
    throw lost()
  }
  await expect(ask(lose)).rejects.toMatchObject({ code: 'engine-lost' })
  expect(await servedDigest(fakeEngine(lose), undefined, 'redis:7', fakeEffects())).toBeUndefined()
})
