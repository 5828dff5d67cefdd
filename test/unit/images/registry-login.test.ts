import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { Exec } from '../../../src/effects/effects.ts'
import { hasLoginFor, registryAuth, registryLogin } from '../../../src/images/registry-login.ts'
import { fakeEffects } from '../../support/fake-engine.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'login-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const configured = (config: object) =>
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config), { mode: 0o600 })

async function shown(reference: string, exec?: Exec): Promise<unknown> {
  const header = await registryAuth(folder, reference, fakeEffects(exec ? { exec } : {}))
  // Go's decoder wants the padding that Node leaves out.
  if (header) expect(header.length % 4).toBe(0)
  return header && JSON.parse(Buffer.from(header, 'base64url').toString())
}

test("the login for a registry, as the engine takes it; none where the client's configuration has none", async () => {
  const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
  configured({
    auths: {
      '10.0.0.1:5000': auth('me:pass:word'),
      'https://index.docker.io/v1/': auth('hub:x'),
      'https://ghcr.io': auth('gh:y'),
      'tokens.example': { identitytoken: 't' }
    }
  })
  expect(await shown('10.0.0.1:5000/a/b:1')).toEqual({
    username: 'me',
    password: 'pass:word',
    serveraddress: '10.0.0.1:5000'
  })
  expect(await shown('me/app')).toMatchObject({
    username: 'hub',
    serveraddress: 'https://index.docker.io/v1/'
  })
  expect(await shown('ghcr.io/a/b')).toMatchObject({ username: 'gh' })
  expect(await shown('tokens.example/a')).toEqual({ identitytoken: 't', serveraddress: 'tokens.example' })
  expect(await shown('quay.io/a/b')).toBeUndefined()
  expect(await registryLogin(undefined, 'me/app', fakeEffects())).toBeUndefined()
  expect(await registryLogin('/nonexistent', 'me/app', fakeEffects())).toBeUndefined()
})

test('a helper is asked by the name that docker has for the registry, on standard input', async () => {
  configured({ credsStore: 'pass', credHelpers: { 'ghcr.io': 'gh' } })
  const calls: unknown[] = []
  const exec: Exec = async (file, args, options) => {
    calls.push([file, args, options?.input])
    return { exitCode: 0, stdout: '{"Username":"u","Secret":"s"}', stderr: '' }
  }
  expect(await shown('ghcr.io/a/b', exec)).toMatchObject({ username: 'u', password: 's' })
  await shown('me/app', exec)
  expect(calls).toEqual([
    ['docker-credential-gh', ['get'], 'ghcr.io'],
    ['docker-credential-pass', ['get'], 'https://index.docker.io/v1/']
  ])
})

test('whether there is a login for any registry of a stack; each is looked for once', async () => {
  configured({ credHelpers: { 'a.example': 'a' } })
  const calls: unknown[] = []
  const exec: Exec = async (file, args) => {
    calls.push([file, args])
    return { exitCode: 1, stdout: 'credentials not found', stderr: '' }
  }
  const has = (images: string[]) => hasLoginFor(images, folder, fakeEffects({ exec }))
  expect(await has(['nginx', 'a.example/x:1', 'a.example/y:2'])).toBe(false)
  expect(calls).toEqual([['docker-credential-a', ['get']]])
  configured({ auths: { 'a.example': { registrytoken: 't' } } })
  expect(await has(['nginx', 'a.example/x:1'])).toBe(true)
  expect(await shown('a.example/x')).toEqual({ registrytoken: 't', serveraddress: 'a.example' })
})
