import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { buildCommand } from '../../../src/images/build.ts'
import { digestsOf } from '../../../src/images/push.ts'
import { registryLogin } from '../../../src/images/registry-login.ts'

const digest = (c: string): string => `sha256:${c.repeat(64)}`

test('only the digests of the same repository, however docker writes its name', () => {
  const recorded = [`10.0.0.1:5000/a/b@${digest('1')}`, `a/b@${digest('2')}`, `redis@${digest('3')}`]
  expect(digestsOf(recorded, '10.0.0.1:5000/a/b:v1')).toEqual([digest('1')])
  expect(digestsOf(recorded, 'docker.io/a/b')).toEqual([digest('2')])
  expect(digestsOf(recorded, 'docker.io/library/redis:alpine')).toEqual([digest('3')])
  expect(digestsOf(recorded, 'other')).toEqual([])
})

test("a build argument's value is not on the command line, unless its name is the client's own", () => {
  const command = buildCommand(
    {
      name: 'app',
      context: '/c',
      dockerfile: '/c/Dockerfile',
      tags: ['a:1', 'a:2'],
      buildArgs: { TOKEN: 'secret', PATH: '/x' },
      labels: { k: 'v' }
    },
    '/tmp/id'
  )
  expect(command).toEqual([
    ...['build', '--file', '/c/Dockerfile', '--iidfile', '/tmp/id', '--tag', 'a:1', '--tag', 'a:2'],
    ...['--build-arg', 'TOKEN', '--build-arg', 'PATH=/x', '--label', 'k=v', '/c']
  ])
})

test("the login for a registry, as the engine takes it; none where the client's configuration has none", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'login-test-'))
  chmodSync(folder, 0o700)
  const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
  const auths = {
    '10.0.0.1:5000': auth('me:pass:word'),
    'https://index.docker.io/v1/': auth('hub:x'),
    'https://ghcr.io': auth('gh:y')
  }
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ auths }))
  const login = async (reference: string) => {
    const header = await registryLogin(folder, reference)
    return header && JSON.parse(Buffer.from(header, 'base64url').toString())
  }
  expect(await login('10.0.0.1:5000/a/b:1')).toEqual({
    username: 'me',
    password: 'pass:word',
    serveraddress: '10.0.0.1:5000'
  })
  expect(await login('me/app')).toMatchObject({ username: 'hub' })
  expect(await login('ghcr.io/a/b')).toMatchObject({ username: 'gh' })
  expect(await login('quay.io/a/b')).toBeUndefined()
  expect(await registryLogin(undefined, 'me/app')).toBeUndefined()
  expect(await registryLogin('/nonexistent', 'me/app')).toBeUndefined()
  // Go's decoder wants the padding that Node leaves out.
  const header = (await registryLogin(folder, 'ghcr.io/a/b')) ?? ''
  expect(header.length % 4).toBe(0)
  rmSync(folder, { recursive: true })
})
