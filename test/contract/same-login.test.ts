// The login that docker's own client would use: from where `docker login` and docker/login-action leave it, to the engine
// that asks a registry, and to the docker client that hands the stack over.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { run } from '../support/cli.ts'
import { type MemoryEngine, memoryEngine } from '../support/memory-engine.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(120_000)

const root = mkdtempSync(path.join(tmpdir(), 'same-login-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = ''
let engine: MemoryEngine
let shown: Record<string, unknown>
const at = (name: string): string => path.join(folder, name)

const NODE = {
  ID: 'n1',
  Version: { Index: 1 },
  Description: { Hostname: 'm1', Platform: { OS: 'linux', Architecture: 'x86_64' } },
  Spec: { Role: 'manager', Availability: 'active', Labels: {} },
  Status: { State: 'ready', Addr: '10.0.0.1' },
  ManagerStatus: { Leader: true, Addr: '10.0.0.1:2377' }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(root, 'run-'))
  for (const name of ['bin', 'home/.docker', 'elsewhere', 'state', 'cache', 'tmp'])
    mkdirSync(at(name), { recursive: true })
  shown = {}
  const digest = `sha256:${'a'.repeat(64)}`
  engine = await memoryEngine(at('e.sock'), { services: [], nodes: [NODE] }, ({ path: asked, headers }) => {
    const image = /^\/distribution\/(.*)\/json$/.exec(asked)?.[1]
    if (!image) return undefined
    const auth = headers['x-registry-auth']
    shown[image] = auth && JSON.parse(Buffer.from(String(auth), 'base64url').toString())
    if (image.startsWith('ghcr.io/') && !auth) return { status: 401, value: { message: 'unauthorized' } }
    return {
      status: 200,
      value: { Descriptor: { digest }, Platforms: [{ architecture: 'amd64', os: 'linux' }] }
    }
  })
  const plugins = JSON.stringify(
    ['compose', 'buildx'].map(name => ({ Name: name, Path: at(`bin/docker-${name}`) }))
  )
  writeFileSync(
    at('bin/docker'),
    `#!/bin/sh
case $1 in
--version) echo "Docker version 28.2.2, build fake" ;;
info) echo '${plugins}' ;;
compose) exit 1 ;;
*) echo "config=$DOCKER_CONFIG $*" >>${at('asked')}; env >${at('env')}; echo 'it is enough' >&2; exit 1 ;;
esac
`,
    { mode: 0o755 }
  )
  writeFileSync(
    at('bin/docker-credential-mine'),
    `#!/bin/sh
[ "$(cat)" = ghcr.io ] && [ "$*" = get ] && echo '{"Username":"<token>","Secret":"refresh"}' || exit 1
`,
    { mode: 0o755 }
  )
})
afterEach(() => engine.close())

const deploy = (image: string, env: Record<string, string> = {}, ...more: string[]) => {
  writeFileSync(
    at('stack.yml'),
    `services: {web: {image: "${image}", deploy: {resources: {limits: {memory: 64M}}}}}\n`
  )
  const args = [
    'deploy',
    'shop',
    '--docker-host',
    `unix://${at('e.sock')}`,
    '--compose-file',
    at('stack.yml')
  ]
  const own = { SWARMLINE_STATE: at('state'), SWARMLINE_CACHE: at('cache'), TMPDIR: at('tmp') }
  return run('swarmline', [...args, ...more], {
    cwd: folder,
    timeoutMs: 60_000,
    env: {
      ...{ PATH: `${at('bin')}:${process.env.PATH}`, HOME: at('home'), DOCKER_CONFIG: undefined },
      ...own,
      ...env
    }
  })
}
const config = (place: string, text: object) =>
  writeFileSync(at(`${place}/config.json`), JSON.stringify(text), { mode: 0o600 })
const auths = { 'ghcr.io': { auth: Buffer.from('u:s3cret-word').toString('base64') } }

test('of ~/.docker/config.json', async () => {
  config('home/.docker', { auths })
  const { stdout, stderr } = await deploy('ghcr.io/acme/shop:1.4.2')
  expect(shown).toEqual({
    'ghcr.io/acme/shop:1.4.2': { username: 'u', password: 's3cret-word', serveraddress: 'ghcr.io' }
  })
  const asked = readFileSync(at('asked'), 'utf8')
  expect(asked).toContain(`config=${at('home/.docker')} `)
  expect(asked).toContain('--with-registry-auth')
  for (const said of [stdout, stderr, asked, readFileSync(at('env'), 'utf8')])
    expect(said).not.toMatch(/s3cret-word|dTpzM2NyZXQtd29yZA/)
})

test('of the folder that DOCKER_CONFIG names, by a helper that knows a token', async () => {
  config('home/.docker', { auths })
  config('elsewhere', { credHelpers: { 'ghcr.io': 'mine' } })
  await deploy('ghcr.io/acme/shop:1.4.2', { DOCKER_CONFIG: at('elsewhere'), AWS_PROFILE: 'work' })
  expect(shown).toEqual({
    'ghcr.io/acme/shop:1.4.2': { identitytoken: 'refresh', serveraddress: 'ghcr.io' }
  })
  expect(readFileSync(at('asked'), 'utf8')).toContain(`config=${at('elsewhere')} `)
  // What a helper needs, docker's client needs for it.
  expect(readFileSync(at('env'), 'utf8')).toContain('AWS_PROFILE=work')
})

test('it goes to no other registry, and no stack without one takes a login away', async () => {
  config('home/.docker', { auths })
  await deploy('nginx:1.27')
  expect(shown).toEqual({ 'nginx:1.27': undefined })
  expect(readFileSync(at('asked'), 'utf8')).not.toContain('--with-registry-auth')
})

test('not to the nodes where that is not wanted', async () => {
  config('home/.docker', { auths })
  await deploy('ghcr.io/acme/shop:1.4.2', {}, '--no-registry-auth')
  expect(readFileSync(at('asked'), 'utf8')).not.toContain('--with-registry-auth')
})
