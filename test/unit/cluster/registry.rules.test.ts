import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import bcrypt from 'bcryptjs'
import { registryConfig } from '../../../src/cluster/registry-config.rules.ts'
import { loginsFile, newLogin, readLogin, saveLogin } from '../../../src/cluster/registry-login.ts'

describe('the two doors', () => {
  const config = (door: 'push' | 'mirror') => JSON.parse(registryConfig(door, 5000, 'secret'))

  test('push asks for a login and takes', () => {
    expect(config('push')).toMatchObject({
      auth: { htpasswd: { path: '/etc/swarmline/htpasswd' } },
      storage: { maintenance: { readonly: { enabled: false } }, delete: { enabled: true } }
    })
  })
  test('the mirror asks nobody and takes nothing', () => {
    expect(config('mirror')).not.toHaveProperty('auth')
    expect(config('mirror').storage).toMatchObject({ maintenance: { readonly: { enabled: true } } })
    expect(config('mirror').storage).not.toHaveProperty('delete')
  })
  test('both look at the same store', () => {
    expect(config('push').storage.filesystem).toEqual(config('mirror').storage.filesystem)
  })
})

describe('the login', () => {
  test('is another each time, and long', () => {
    expect(newLogin().password).not.toBe(newLogin().password)
    expect(newLogin().password).toHaveLength(32)
  })

  test('reaches the registry only as a hash that fits', async () => {
    const login = newLogin()
    const file = await loginsFile(login, new Date(0))
    const content = file.kind === 'file' ? String(file.content) : ''
    expect(content).not.toContain(login.password)
    const [user, hash = ''] = content.trim().split(/:(.*)/)
    expect(user).toBe(login.user)
    expect(await bcrypt.compare(login.password, hash)).toBe(true)
  })

  test('is where docker’s client looks, for the owner alone', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-login-'))
    try {
      await saveLogin(folder, '10.79.0.5:5000', { user: 'a', password: 'b:c' }, ['/plugins'])
      const file = path.join(folder, 'config.json')
      expect([(await stat(folder)).mode & 0o777, (await stat(file)).mode & 0o777]).toEqual([0o700, 0o600])
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
        auths: { '10.79.0.5:5000': { auth: Buffer.from('a:b:c').toString('base64') } },
        cliPluginsExtraDirs: ['/plugins']
      })
      expect(await readLogin(folder, '10.79.0.5:5000')).toEqual({ username: 'a', password: 'b:c' })
      await expect(readLogin(folder, 'other:1')).rejects.toMatchObject({ code: 'not-found' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
