import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { writeCertificates } from '../../../src/actions/certificates.ts'
import { writeLogin } from '../../../src/actions/docker-login.ts'
import { forgetSecrets } from '../../../src/actions/forget-secrets.ts'
import { writeSshKey } from '../../../src/actions/ssh-key.ts'

let tempDir: string
let state: Record<string, string>
const door = (certDir?: string) => ({
  tempDir,
  certDir,
  home: {},
  saveState: (name: string, value: string) => {
    state[name] = value
  },
  savedState: (name: string) => state[name] ?? ''
})
const PEMS = { tlsCa: 'the authority', tlsCert: 'ours', tlsKey: 'its key' }
const LOGIN = { registry: 'ghcr.io', username: 'u', password: 'p' }

beforeEach(async () => {
  tempDir = await mkdtemp(path.join(tmpdir(), 'certificates-test-'))
  state = {}
})
afterEach(() => rm(tempDir, { recursive: true }))

test('are in files that only their owner reads, and gone after the post step with the login', async () => {
  const dir = (await writeCertificates(PEMS, door('/elsewhere'))) ?? ''
  await writeLogin(LOGIN, door())
  expect((await stat(dir)).mode & 0o777).toBe(0o700)
  const files = { 'ca.pem': 'the authority\n', 'cert.pem': 'ours\n', 'key.pem': 'its key\n' }
  for (const [name, text] of Object.entries(files)) {
    expect((await stat(path.join(dir, name))).mode & 0o777).toBe(0o600)
    expect(await readFile(path.join(dir, name), 'utf8')).toBe(text)
  }
  await forgetSecrets(door())
  expect(await readdir(tempDir)).toEqual([])
})

test('a private key of ssh is in a file that only its owner reads, as ssh takes it, and gone after the post step', async () => {
  const file = (await writeSshKey({ sshKey: '-----BEGIN\r\nAAAA\r\nEND-----' }, door())) ?? ''
  expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).toBe('-----BEGIN\nAAAA\nEND-----\n')
  await forgetSecrets(door())
  expect(await readdir(tempDir)).toEqual([])
  expect(await writeSshKey({}, door())).toBeUndefined()
})

test('without them those of the environment count, and stay', async () => {
  const none = { tlsCa: undefined, tlsCert: undefined, tlsKey: undefined }
  expect(await writeCertificates(none, door(tempDir))).toBe(tempDir)
  expect(await writeCertificates(none, door())).toBeUndefined()
  expect(state).toEqual({})
})

test('what cannot be removed of one does not keep the other', async () => {
  await writeCertificates(PEMS, door())
  state['docker-config'] = '/etc'
  await expect(forgetSecrets(door())).rejects.toThrow('/etc is not where it was put')
  expect(await readdir(tempDir)).toEqual([])
})
