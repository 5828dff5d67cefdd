// Base images from Debian packages, from nothing: made, run without an engine, pushed to a real registry.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import bcrypt from 'bcryptjs'
import { systemClock } from '../../src/effects/clock.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { createExec } from '../../src/effects/exec.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { explain } from '../../src/errors.ts'
import { ensureStandIns } from '../../src/images/bases.ts'
import type { LocalImage } from '../../src/images/local-image.ts'
import { pushImage } from '../../src/images/offline/push.ts'
import { describeIf } from '../support/requires.ts'
import { openStandIn, type Running, type StandInRoot } from '../support/stand-in-root.ts'

const isRoot = process.getuid?.() === 0
const REFERENCES = ['php:8.4-cli-alpine', 'redis:alpine', 'registry:2']
const LOGIN = { username: 'swarmline', password: 'a password' }

describeIf(isRoot, 'not root', 'base images without a registry', () => {
  const folder = mkdtempSync('/tmp/sl-offline-')
  const ran: string[] = []
  const exec = createExec(new AbortController().signal)
  const fx: Effects = {
    clock: systemClock,
    signal: new AbortController().signal,
    exec: (file, args, options) => {
      ran.push(file.split('/').at(-1) ?? '')
      return exec(file, args, options)
    },
    log: { info() {}, debug() {}, warn() {}, step: (_, run) => run(() => {}) }
  }
  const request = { references: REFERENCES, suite: 'trixie', cacheDir: join(folder, 'cache') }
  let images: LocalImage[] = []
  const [php, redis, registry] = REFERENCES.map(reference => {
    let root: StandInRoot | undefined
    return () => {
      const image = images.find(each => each.reference === reference) as LocalImage
      root ??= openStandIn(image, join(folder, reference))
      return root
    }
  }) as [() => StandInRoot, () => StandInRoot, () => StandInRoot]

  beforeAll(async () => {
    images = await ensureStandIns(request, fx)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('each says what it was made from, and leaves no scratch behind', () => {
    expect(images.map(({ reference }) => reference)).toEqual(REFERENCES)
    expect(images.map(({ madeFrom }) => madeFrom)).toEqual([
      expect.stringMatching(/^Debian trixie: php8\.\d+-cli 8\./),
      expect.stringMatching(/^Debian trixie: redis-server /),
      expect.stringMatching(/^Debian trixie: docker-registry /)
    ])
    expect(php().config.Labels['io.swarmline.stand-in']).toBe(images[0]?.madeFrom)
    expect(readdirSync(join(request.cacheDir, 'images')).filter(name => name.startsWith('.'))).toEqual([])
  })

  test('digests are those of the files', () => {
    for (const { layers, config, manifest, digest } of images)
      for (const blob of [...layers, config, manifest]) {
        const sum = execFileSync('sha256sum', [blob.path], { encoding: 'utf8' }).slice(0, 64)
        expect(blob.digest).toBe(`sha256:${sum}`)
        expect(manifest.digest).toBe(digest)
      }
  })

  test('the second time nothing is downloaded or unpacked, and the same is made from the same packages', async () => {
    ran.length = 0
    expect(await ensureStandIns(request, fx)).toEqual(images)
    expect(ran).toEqual(['dpkg'])
    rmSync(join(request.cacheDir, 'images'), { recursive: true })
    const again = await ensureStandIns(request, fx)
    expect(again.map(({ digest }) => digest)).toEqual(images.map(({ digest }) => digest))
  })

  test('php: what the official image has built in is on, the rest can be installed if it is there', () => {
    const modules = () => php().run(['php', '-m']).stdout.toLowerCase().split('\n')
    expect(modules()).toEqual(expect.arrayContaining(['ctype', 'mbstring', 'json', 'pdo', 'tokenizer']))
    expect(modules()).not.toContain('redis')
    const install =
      'apk add --no-cache --virtual .deps $PHPIZE_DEPS && pecl install redis-6.1.0 && docker-php-ext-enable redis'
    expect(php().run(['sh', '-ec', install])).toMatchObject({ status: 0 })
    expect(php().run(['sh', '-ec', 'docker-php-ext-install -j4 sockets pcntl'])).toMatchObject({
      status: 0,
      stderr: ''
    })
    expect(modules()).toEqual(expect.arrayContaining(['redis', 'sockets', 'pcntl']))
    expect(php().run(['docker-php-entrypoint', '-r', 'echo (new Redis) instanceof Redis;'])).toMatchObject({
      stdout: '1',
      stderr: ''
    })
    expect(php().run(['curl', '--version'])).toMatchObject({ status: 0 })
  })

  test.each([
    ['apk add --no-cache git', "apk (offline stand-in): 'git' is not in this image, and there is no network"],
    ['pecl install xdebug', "pecl (offline stand-in): no extension 'xdebug' in this image"],
    [
      'docker-php-ext-install pdo_mysql',
      "docker-php-ext-install (offline stand-in): no extension 'pdo_mysql'"
    ]
  ])('%s fails and says why', (command, said) => {
    const result = php().run(['sh', '-c', command])
    expect(result.status).toBe(1)
    expect(result.stderr).toContain(said)
  })

  test('redis: reads its configuration from standard input and runs as redis', async () => {
    const config = 'port 0\nunixsocket /tmp/redis.sock\nrequirepass from-stdin\n'
    expect(statSync(join(redis().folder, 'data'))).toMatchObject({ uid: 999, gid: 1000 })
    const command = ['sh', '-c', 'cd /data && exec docker-entrypoint.sh redis-server -']
    const server = redis().start(command, { input: config })
    try {
      const cli = (...words: string[]) =>
        redis()
          .run(['redis-cli', '-s', '/tmp/redis.sock', ...words])
          .stdout.trim()
      await appears('redis', server, () => cli('ping') === 'NOAUTH Authentication required.')
      expect(cli('-a', 'from-stdin', '--no-auth-warning', 'config', 'get', 'protected-mode')).toContain('no')
      expect(statSync(join(redis().folder, 'tmp/redis.sock'))).toMatchObject({ uid: 999, gid: 1000 })
      const [pid] = execFileSync('pgrep', ['-f', 'redis-server.*unixsocket:/tmp/redis.sock'], {
        encoding: 'utf8'
      }).split('\n')
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('from-stdin')
    } finally {
      await server.stop()
    }
  })

  test('the registry takes a push with the right login, and keeps the digest', async () => {
    const port = await freePort()
    writeFileSync(
      join(registry().folder, 'htpasswd'),
      `${LOGIN.username}:${bcrypt.hashSync(LOGIN.password, 4)}\n`
    )
    const config = [
      ...['version: 0.1', 'log: {level: warn}', 'storage: {filesystem: {rootdirectory: /var/lib/registry}}'],
      `http: {addr: "127.0.0.1:${port}"}`,
      'auth: {htpasswd: {realm: test, path: /htpasswd}}\n'
    ]
    writeFileSync(join(registry().folder, 'own.yml'), config.join('\n'))
    const server = registry().start(['/entrypoint.sh', 'serve', '/own.yml'])
    try {
      await appears('the registry', server, () => answers(port))
      const endpoint = { host: '127.0.0.1', port }
      const [image] = images as [LocalImage]
      const push = (login: typeof LOGIN | undefined) =>
        pushImage({ endpoint, login }, image, 'library/php', '8.4', fx)
      expect(await push(LOGIN)).toBe(image.digest)
      expect(await push(LOGIN)).toBe(image.digest)
      const authorization = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`
      const headers = { authorization, accept: image.manifest.mediaType }
      const served = await fetch(`http://127.0.0.1:${port}/v2/library/php/manifests/8.4`, { headers })
      expect(served.headers.get('docker-content-digest')).toBe(image.digest)
      expect(await served.text()).toBe(readFileSync(image.manifest.path, 'utf8'))
      const refused = await push({ ...LOGIN, password: 'wrong' }).catch(explain)
      expect(refused).toMatch(/^the registry at 127\.0\.0\.1:\d+ refused the login of swarmline — check/)
      expect(await push(undefined).catch(explain)).toMatch(/^the registry at \S+ requires a login — give/)
    } finally {
      await server.stop()
    }
  })

  test('a registry that is read only says so', async () => {
    const port = await freePort()
    const env = [
      `REGISTRY_HTTP_ADDR=127.0.0.1:${port}`,
      'REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}'
    ]
    const { Entrypoint = [], Cmd = [] } = registry().config
    const server = registry().start([...Entrypoint, ...Cmd], { env })
    try {
      await appears('the registry', server, () => answers(port))
      const [, image] = images as [LocalImage, LocalImage]
      const push = pushImage(
        { endpoint: { host: '127.0.0.1', port }, login: undefined },
        image,
        'library/redis',
        '7',
        fx
      )
      expect(await push.catch(explain)).toMatch(/is read only — push through the address that takes a login$/)
    } finally {
      await server.stop()
    }
  })

  test('a suite or a package that apt does not know is refused in one line', async () => {
    const refused = await ensureStandIns({ ...request, suite: 'no-such-suite' }, fx).catch(explain)
    expect(refused).toMatch(/^apt refused: .*no-such-suite.* — check that the machine reaches apt's mirror/)
    expect(readdirSync(join(request.cacheDir, 'images')).filter(name => name.includes('no-such'))).toEqual([])
  })

  async function appears(
    what: string,
    server: Running,
    look: () => boolean | Promise<boolean>
  ): Promise<void> {
    const seen = async () => ((await look()) ? true : undefined)
    await waitFor(what, seen, { clock: systemClock, deadlineMs: 120_000, everyMs: 50 }).catch(error => {
      throw new Error(`${(error as Error).message}\n${server.output()}`)
    })
  }
  const answers = (port: number) =>
    fetch(`http://127.0.0.1:${port}/v2/`).then(
      () => true,
      () => false
    )
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
