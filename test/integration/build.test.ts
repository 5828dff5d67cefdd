import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { connectEngine } from '../../src/docker/client.ts'
import type { DockerTools } from '../../src/docker/command.ts'
import { composeConfig } from '../../src/docker/compose-config.ts'
import { buildImages } from '../../src/images/build.ts'
import { imagesOfStack } from '../../src/images/images.rules.ts'
import { pushImage } from '../../src/images/push.ts'
import { testImages } from '../../src/images/test-images.ts'
import { dockerTools } from '../../src/images/tools.ts'
import { type PrivateDockerd, startDockerd, whyNoDockerd } from '../support/dockerd.ts'
import { type FakeRegistry, startFakeRegistry } from '../support/fake-registry.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { importTinyImage } from '../support/tiny-image.ts'

const LOGIN = 'robot:s3cret'
const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'on a real engine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-test-'))
  let engine: PrivateDockerd
  let registry: FakeRegistry
  let tools: { docker: string; pluginsDir: string }
  beforeAll(async () => {
    const cacheDir = process.env.SWARMLINE_CACHE ?? path.join(process.env.HOME ?? '/root', '.cache/swarmline')
    tools = await dockerTools({ cacheDir, suite: 'trixie' }, realEffects())
    engine = await startDockerd()
    registry = await startFakeRegistry(LOGIN)
  })
  afterAll(async () => {
    await engine?.stop()
    await registry?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A client, logged in or not. */
  function client(isLoggedIn = true): DockerTools {
    const configDir = mkdtempSync(path.join(folder, 'config-'))
    chmodSync(configDir, 0o700)
    const auths = isLoggedIn ? { [registry.address]: { auth: Buffer.from(LOGIN).toString('base64') } } : {}
    writeFileSync(path.join(configDir, 'config.json'), JSON.stringify({ auths }), { mode: 0o600 })
    return { file: tools.docker, configDir, env: {}, pluginsDir: tools.pluginsDir }
  }

  function context(dockerfile: string): { context: string; dockerfile: string } {
    const dir = mkdtempSync(path.join(folder, 'context-'))
    mkdirSync(path.join(dir, 'web'))
    writeFileSync(path.join(dir, 'web', 'index.txt'), 'hello')
    writeFileSync(path.join(dir, 'Dockerfile'), dockerfile)
    return { context: dir, dockerfile: path.join(dir, 'Dockerfile') }
  }

  const planned = (name: string, dockerfile: string, tag: string) => ({
    name,
    build: {
      ...context(dockerfile),
      args: { GREETING: 'good ${day} 100%{x}' },
      labels: { 'io.swarmline.owner': 'test' }
    },
    tags: [`${registry.address}/team/${name}:${tag}`, `${registry.address}/team/${name}:latest`]
  })
  const build = async (docker: DockerTools, dockerfile: string, tag: string, fx = realEffects()) => {
    const images = [planned('app', dockerfile, tag)]
    const [image] = await buildImages({ docker, socketPath: engine.socketPath, images }, fx)
    if (!image) throw new Error('nothing was built')
    return image
  }
  const GOOD = 'FROM scratch\nARG GREETING\nLABEL greeting=$GREETING\nCOPY web /web\n'

  describe('BuildKit', () => {
    test('an image is built and pushed under every tag, and its digest is what the registry took', async () => {
      const fx = realEffects()
      const docker = client()
      const tag = 'b1'
      const image = await build(docker, GOOD, tag, fx)
      expect(image).toMatchObject({ id: expect.stringMatching(/^sha256:/), sizeBytes: expect.any(Number) })
      const pushed = await pushImage({ docker, socketPath: engine.socketPath, retries: 3, image }, fx)
      expect(pushed).toMatchObject({ name: 'app', reference: `${registry.address}/team/app:${tag}` })
      expect(pushed.digest).toBe(registry.manifests.get(`team/app:${tag}`))
      expect(pushed.digest).toBe(registry.manifests.get('team/app:latest'))
      expect(fx.lines.join('\n')).not.toContain('s3cret')
    })

    test('a base image that is not available is named', async () => {
      const fx = realEffects()
      await expect(
        build(client(), `FROM ${registry.address}/nosuch/base:1\n`, 'x', fx)
      ).rejects.toMatchObject({
        code: 'build-failed',
        message: expect.stringContaining(`the base image ${registry.address}/nosuch/base:1 is not available`)
      })
    })

    test('a step that fails is shown', async () => {
      const fx = realEffects()
      const failing = build(client(), 'FROM scratch\nCOPY nosuch /x\n', 'x', fx)
      await expect(failing).rejects.toMatchObject({
        code: 'build-failed',
        message: expect.stringContaining('nosuch')
      })
      expect(fx.lines.join('\n')).toContain('COPY nosuch')
    })
  })

  test('a stack file says what is built: both images at once, and what it calls a dollar is one', async () => {
    const docker = client()
    const { context: dir } = context(GOOD)
    const file = path.join(dir, 'stack.yml')
    writeFileSync(
      file,
      `services:
  a: { image: "${registry.address}/stack/a:$TAG", build: { context: ., args: { GREETING: "5$$ $TAG" } } }
  b.c: { image: "${registry.address}/stack/b", build: { context: ., args: { GREETING: other } } }
  d: { image: redis, secrets: [db] }
secrets: { db: { external: true } }
`
    )
    const naming = { registry: '', namespace: '', prefix: '', tags: [] }
    const plan = imagesOfStack(await composeConfig(docker, [file], { TAG: 'v1' }), naming)
    const images = await buildImages({ docker, socketPath: engine.socketPath, ...plan }, realEffects())
    expect(images.map(({ name, tags }) => [name, tags])).toEqual([
      ['a', [`${registry.address}/stack/a:v1`]],
      ['b.c', [`${registry.address}/stack/b:latest`]]
    ])
    const engineClient = connectEngine(engine.socketPath)
    const greetings = images.map(async ({ id }) => {
      const found = await engineClient.json<{ Config: { Labels: object } }>('GET', `/images/${id}/json`)
      return found.Config.Labels
    })
    expect(await Promise.all(greetings)).toEqual([{ greeting: '5$ v1' }, { greeting: 'other' }])
    engineClient.close()
  })

  test('pushed without the login, it says so', async () => {
    const docker = client(false)
    const image = await build(docker, GOOD, 'nologin')
    await expect(
      pushImage({ docker, socketPath: engine.socketPath, retries: 3, image }, realEffects())
    ).rejects.toMatchObject({
      code: 'push-failed',
      hint: expect.stringContaining('log in')
    })
  })

  test('a registry that is busy, then breaks the connection, gets the image in the end; a refusal ends the push', async () => {
    const docker = client()
    const image = await build(docker, GOOD, 'retried')
    const faults = [{ status: 503, headers: { 'retry-after': '1' } }, 'reset', { status: 502 }] as const
    let asked = 0
    registry.fault = (method, path) =>
      method === 'PUT' && path.endsWith('/manifests/retried') ? faults[asked++] : undefined
    const spec = { docker, socketPath: engine.socketPath, retries: 4, image }
    const pushed = await pushImage(spec, realEffects())
    expect(asked).toBe(faults.length + 1)
    expect(pushed.digest).toBe(registry.manifests.get('team/app:retried'))

    asked = 0
    registry.fault = (method, path) => {
      if (method !== 'PUT' || !path.endsWith('/manifests/retried')) return undefined
      asked++
      return { status: 403, body: '{"errors":[{"code":"DENIED","message":"not yours"}]}' }
    }
    await expect(pushImage(spec, realEffects())).rejects.toMatchObject({ code: 'push-failed' })
    expect(asked).toBe(1)
    registry.fault = undefined
  })

  test('a test that fails stops the push, with the lines of what failed; nothing of it is left', async () => {
    const docker = client()
    const reference = 'tiny:1'
    const engineClient = connectEngine(engine.socketPath)
    await importTinyImage(engineClient, reference)
    const { context: dir } = context(GOOD)
    const file = path.join(dir, 'test.yml')
    const images = [{ name: 'tiny', tags: [reference] }]
    const run = (command: string, fx = realEffects()) => {
      writeFileSync(
        file,
        `services:
  web: { image: "\${IMAGE_TINY}", network_mode: none, command: [sh, -c, "sleep 600"], init: true }
  sut: { image: "\${IMAGE_TINY}", network_mode: none, command: [sh, -c, "${command}"] }
`
      )
      return testImages({ docker, socketPath: engine.socketPath, file, images }, fx)
    }
    await run('exit 0')
    const fx = realEffects()
    await expect(run('echo counted 2 visits, not 1; exit 3', fx)).rejects.toMatchObject({
      code: 'verify-failed',
      message: `the test ${file} failed: sut exited with 3; nothing was pushed`
    })
    expect(fx.lines.join('\n')).toContain('counted 2 visits, not 1')
    expect(await engineClient.json('GET', '/containers/json', { query: { all: 'true' } })).toEqual([])
    engineClient.close()
  }, 60_000)

  test('nothing is left in the temporary folder', () => {
    expect(readdirSync(tmpdir()).filter(name => name.startsWith('swarmline-build-'))).toEqual([])
  })
})
