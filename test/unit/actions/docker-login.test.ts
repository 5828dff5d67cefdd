import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { forgetLogin, writeLogin } from '../../../src/actions/docker-login.ts'

let tempDir: string
let state: Record<string, string>
const door = () => ({
  tempDir,
  home: { dockerConfigDir: path.join(tempDir, 'own') },
  saveState: (name: string, value: string) => {
    state[name] = value
  },
  savedState: (name: string) => state[name] ?? ''
})
beforeEach(async () => {
  tempDir = await mkdtemp(path.join(tmpdir(), 'login-test-'))
  state = {}
})
afterEach(() => rm(tempDir, { recursive: true }))

test('the login is in a file that only its owner reads, and is gone after the post step', async () => {
  const dir = await writeLogin({ registry: 'ghcr.io', username: 'u', password: 'p:w' }, door())
  const file = path.join(dir ?? '', 'config.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(dir ?? '')).mode & 0o777).toBe(0o700)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    auths: { 'ghcr.io': { auth: Buffer.from('u:p:w').toString('base64') } },
    cliPluginsExtraDirs: [path.join(tempDir, 'own', 'cli-plugins')]
  })
  await forgetLogin(door())
  expect(await readdir(tempDir)).toEqual([])
})

test.each([undefined, 'docker.io'])('Docker Hub (%s) has a key of its own', async registry => {
  const dir = await writeLogin({ registry, username: 'u', password: 'p' }, door())
  const { auths } = JSON.parse(await readFile(path.join(dir ?? '', 'config.json'), 'utf8'))
  expect(Object.keys(auths)).toEqual(['https://index.docker.io/v1/'])
})

test('what docker/login-action left counts for every other registry', async () => {
  const auths = { 'quay.io': { auth: 'cTpw' }, 'ghcr.io': { auth: 'bzpv' } }
  await mkdir(path.join(tempDir, 'own'))
  await writeFile(path.join(tempDir, 'own', 'config.json'), JSON.stringify({ auths }))
  const dir = await writeLogin({ registry: 'ghcr.io', username: 'u', password: 'p' }, door())
  const written = JSON.parse(await readFile(path.join(dir ?? '', 'config.json'), 'utf8'))
  expect(written.auths).toEqual({ 'quay.io': { auth: 'cTpw' }, 'ghcr.io': { auth: 'dTpw' } })
})

test('logins at several registries stand beside each other', async () => {
  const registryLogins = [
    { registry: 'quay.io', username: 'q', password: 'r' },
    { registry: undefined, username: 'h', password: 'i' }
  ]
  const one = { registry: 'ghcr.io', username: 'u', password: 'p' }
  const auth = (pair: string) => ({ auth: Buffer.from(pair).toString('base64') })
  const dir = await writeLogin({ ...one, registryLogins }, door())
  const written = JSON.parse(await readFile(path.join(dir ?? '', 'config.json'), 'utf8'))
  expect(written.auths).toEqual({
    'quay.io': auth('q:r'),
    'https://index.docker.io/v1/': auth('h:i'),
    'ghcr.io': auth('u:p')
  })
  const none = { registry: undefined, username: undefined, password: undefined }
  const alone = await writeLogin({ ...none, registryLogins: registryLogins.slice(0, 1) }, door())
  const other = JSON.parse(await readFile(path.join(alone ?? '', 'config.json'), 'utf8'))
  expect(other.auths).toEqual({ 'quay.io': auth('q:r') })
})

test('without credentials nothing is written, and nothing is removed', async () => {
  expect(
    await writeLogin({ registry: undefined, username: undefined, password: undefined }, door())
  ).toBeUndefined()
  await forgetLogin(door())
  expect(await readdir(tempDir)).toEqual([])
})

test('only a folder of ours is removed', async () => {
  state['docker-config'] = '/etc'
  await expect(forgetLogin(door())).rejects.toThrow('/etc is not where it was put')
})
