import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DockerCommand } from '../../src/docker/command.ts'
import { buildImage } from '../../src/images/build.ts'
import { pushImage } from '../../src/images/push.ts'
import { dockerTools } from '../../src/images/tools.ts'
import { type PrivateDockerd, startDockerd, whyNoDockerd } from '../support/dockerd.ts'
import { type FakeRegistry, startFakeRegistry } from '../support/fake-registry.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'

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

  /** A client with or without buildx, logged in or not. */
  function client(isBuildx: boolean, isLoggedIn = true): DockerCommand {
    const configDir = mkdtempSync(path.join(folder, 'config-'))
    chmodSync(configDir, 0o700)
    const auths = isLoggedIn ? { [registry.address]: { auth: Buffer.from(LOGIN).toString('base64') } } : {}
    const plugins = isBuildx ? { cliPluginsExtraDirs: [tools.pluginsDir] } : {}
    writeFileSync(path.join(configDir, 'config.json'), JSON.stringify({ auths, ...plugins }), { mode: 0o600 })
    return { file: tools.docker, configDir, env: {} }
  }

  function context(dockerfile: string): { context: string; dockerfile: string } {
    const dir = mkdtempSync(path.join(folder, 'context-'))
    mkdirSync(path.join(dir, 'web'))
    writeFileSync(path.join(dir, 'web', 'index.txt'), 'hello')
    writeFileSync(path.join(dir, 'Dockerfile'), dockerfile)
    return { context: dir, dockerfile: path.join(dir, 'Dockerfile') }
  }

  const build = (docker: DockerCommand, dockerfile: string, tag: string, fx = realEffects()) =>
    buildImage(
      {
        docker,
        socketPath: engine.socketPath,
        name: 'app',
        ...context(dockerfile),
        tags: [`${registry.address}/team/app:${tag}`, `${registry.address}/team/app:latest`],
        buildArgs: { GREETING: 'good day' },
        labels: { 'io.swarmline.owner': 'test' }
      },
      fx
    )
  const GOOD = 'FROM scratch\nARG GREETING\nLABEL greeting=$GREETING\nCOPY web /web\n'

  describe.each([
    ['the classic builder', false],
    ['BuildKit', true]
  ])('with %s', (_, isBuildx) => {
    test('an image is built and pushed under every tag, and its digest is what the registry took', async () => {
      const fx = realEffects()
      const docker = client(isBuildx)
      const tag = isBuildx ? 'b1' : 'c1'
      const image = await build(docker, GOOD, tag, fx)
      expect(image).toMatchObject({ id: expect.stringMatching(/^sha256:/), sizeBytes: expect.any(Number) })
      const pushed = await pushImage(
        { docker, socketPath: engine.socketPath, retries: 3, name: 'app', image },
        fx
      )
      expect(pushed).toMatchObject({ name: 'app', reference: `${registry.address}/team/app:${tag}` })
      expect(pushed.digest).toBe(registry.manifests.get(`team/app:${tag}`))
      expect(pushed.digest).toBe(registry.manifests.get('team/app:latest'))
      expect(fx.lines.join('\n')).not.toContain('s3cret')
    })

    test('a base image that is not available is named', async () => {
      const fx = realEffects()
      await expect(
        build(client(isBuildx), `FROM ${registry.address}/nosuch/base:1\n`, 'x', fx)
      ).rejects.toMatchObject({
        code: 'build-failed',
        message: expect.stringContaining(`the base image ${registry.address}/nosuch/base:1 is not available`)
      })
    })

    test('a step that fails is shown', async () => {
      const fx = realEffects()
      const failing = build(client(isBuildx), 'FROM scratch\nCOPY nosuch /x\n', 'x', fx)
      await expect(failing).rejects.toMatchObject({
        code: 'build-failed',
        message: expect.stringContaining('nosuch')
      })
      expect(fx.lines.join('\n')).toContain('COPY nosuch')
    })
  })

  test('pushed without the login, it says so', async () => {
    const docker = client(true, false)
    const image = await build(docker, GOOD, 'nologin')
    await expect(
      pushImage({ docker, socketPath: engine.socketPath, retries: 3, name: 'app', image }, realEffects())
    ).rejects.toMatchObject({
      code: 'push-failed',
      hint: expect.stringContaining('log in')
    })
  })

  test('a registry that is busy, then breaks the connection, gets the image in the end; a refusal ends the push', async () => {
    const docker = client(true)
    const image = await build(docker, GOOD, 'retried')
    const faults = [{ status: 503, headers: { 'retry-after': '1' } }, 'reset', { status: 502 }] as const
    let asked = 0
    registry.fault = (method, path) =>
      method === 'PUT' && path.endsWith('/manifests/retried') ? faults[asked++] : undefined
    const spec = { docker, socketPath: engine.socketPath, retries: 4, name: 'app', image }
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

  test('nothing is left in the temporary folder', () => {
    expect(readdirSync(tmpdir()).filter(name => name.startsWith('swarmline-build-'))).toEqual([])
  })
})
