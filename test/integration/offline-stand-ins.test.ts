// The other stand-ins from inside: every program finds its libraries, and does what the official one would.
import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/effects/clock.ts'
import { createExec } from '../../src/effects/exec.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { ensureStandIns } from '../../src/images/bases.ts'
import { STAND_INS } from '../../src/images/offline/stand-ins/catalogue.ts'
import { describeIf } from '../support/requires.ts'
import { openStandIn, type Running, type StandInRoot } from '../support/stand-in-root.ts'

/** What solutions of the workshop are made of beside PHP's own image. */
const LANGUAGES = ['node:24-alpine', 'python:3.13-slim', 'debian:trixie-slim']
const REFERENCES = ['alpine', 'google/cadvisor', 'prom/prometheus', 'docker:dind', ...LANGUAGES]

describeIf(process.getuid?.() === 0, 'not root', 'the other stand-ins', () => {
  const folder = mkdtempSync('/tmp/sl-stand-ins-')
  const roots = new Map<string, StandInRoot>()
  const inside = (reference: string) => roots.get(reference) as StandInRoot

  beforeAll(async () => {
    const request = { references: REFERENCES, suite: 'trixie', cacheDir: join(folder, 'cache') }
    const images = await ensureStandIns(request, {
      clock: systemClock,
      exec: createExec(new AbortController().signal),
      log: { info() {}, debug() {}, warn() {}, step: (_, run) => run(() => {}) }
    })
    for (const image of images) {
      roots.set(image.reference, openStandIn(image, join(folder, image.reference)))
      rmSync(image.layers[0]?.path ?? '')
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(REFERENCES)('%s: no program lacks a library', reference => {
    const root = inside(reference)
    const loader = readdirSync(join(root.folder, 'usr/lib64')).find(name => name.startsWith('ld-')) ?? ''
    const programs = ['usr/bin', 'usr/sbin'].flatMap(place =>
      readdirSync(join(root.folder, place))
        .map(name => `/${place}/${name}`)
        .filter(path => lstatSync(join(root.folder, path)).isFile())
    )
    const check = `for p; do /lib64/${loader} --list "$p" 2>&1 | grep 'not found' | sed "s|^|$p: |"; done; true`
    // The loader stumbles over static programs, on standard error: they need no library.
    expect(root.run(['sh', '-c', check, 'sh', ...programs])).toMatchObject({ status: 0, stdout: '' })
  })

  describe('alpine', () => {
    test('has a shell, drill, and an apk that does not lie', () => {
      const run = (line: string) => inside('alpine').run(['/bin/sh', '-c', line])
      expect(run('apk update && apk add drill && drill -v')).toMatchObject({ status: 0 })
      expect(run('apk add --no-cache curl bind-tools')).toMatchObject({ status: 1 })
      expect(run('curl --version && wget --help && sleep 0')).toMatchObject({ status: 0 })
    })
  })

  describe('languages', () => {
    const run = (reference: string, line: string) => inside(reference).run(['/bin/sh', '-c', line])
    test.each([
      ['node:24-alpine', 'node -e "fetch, console.log(process.version)"'],
      ['python:3.13-slim', 'python3 -c "import http.server, socket, urllib.request"'],
      ['debian:trixie-slim', 'nginx -v && /usr/sbin/php-fpm* -m | grep -q redis && curl --version']
    ])('%s runs', (reference, line) => {
      expect(run(reference, line)).toMatchObject({ status: 0 })
    })
    test('debian has an apt-get that does not lie', () => {
      const install = (names: string) =>
        run('debian:trixie-slim', `apt-get update && apt-get install -y --no-install-recommends ${names}`)
      expect(install('nginx php-fpm php-redis curl')).toMatchObject({ status: 0 })
      expect(install('nginx vim')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("'vim' is not in")
      })
      expect(install('php-imagick')).toMatchObject({ status: 1 })
    })
  })

  describe('cadvisor', () => {
    test('shows the containers and their numbers as the engine tells them', async () => {
      const engine = await fakeEngine(join(inside('google/cadvisor').folder, 'run/docker.sock'))
      const { port, server } = await started(free => ['/usr/bin/cadvisor', '-logtostderr', `-port=${free}`])
      try {
        const get = async (path: string) => {
          const answer = await fetch(`http://127.0.0.1:${port}${path}`)
          return { status: answer.status, text: await answer.text() }
        }
        const metrics = (await get('/metrics')).text.split('\n')
        const of = '{id="/docker/abc",name="web.1"}'
        expect(metrics).toEqual(
          expect.arrayContaining([
            'cadvisor_version_info{cadvisorVersion="offline stand-in"} 1',
            expect.stringMatching(/^machine_memory_bytes \d{9,}$/),
            `container_memory_usage_bytes${of} 2048`,
            `container_cpu_usage_seconds_total${of} 1.5`,
            'container_network_receive_bytes_total{id="/docker/abc",name="web.1",interface="eth0"} 7'
          ])
        )
        for (const path of ['/', '/containers/', '/containers'])
          expect(await get(path)).toEqual({ status: 200, text: expect.stringContaining('<li>web.1: a&lt;b') })
        expect((await get('/nothing')).status).toBe(404)
      } finally {
        await server.stop()
        engine.close()
      }
    })

    test('ends on SIGTERM as process 1', async () => {
      const { server } = await started(free => ['/usr/bin/cadvisor', `-port=${free}`])
      expect(await server.terminate()).toBe(0)
    })

    async function started(command: (port: number) => string[]): Promise<{ port: number; server: Running }> {
      const port = await freePort()
      const server = inside('google/cadvisor').start(command(port))
      await answers(`http://127.0.0.1:${port}/healthz`, server)
      return { port, server }
    }
  })

  test('prometheus: ready at the official paths, as nobody', async () => {
    const root = inside('prom/prometheus')
    expect(root.config).toMatchObject({ User: 'nobody', Entrypoint: ['/bin/prometheus'] })
    expect(lstatSync(join(root.folder, 'prometheus'))).toMatchObject({ uid: 65534, gid: 65534 })
    writeFileSync(join(root.folder, 'etc/prometheus/prometheus.yml'), 'scrape_configs: []\n')
    const port = await freePort()
    const words = [
      ...(root.config.Entrypoint ?? []),
      ...(root.config.Cmd ?? []),
      `--web.listen-address=127.0.0.1:${port}`
    ]
    const server = root.start([
      'su',
      '-s',
      '/bin/sh',
      '-c',
      'cd /prometheus && exec "$0" "$@"',
      '--',
      'nobody',
      ...words
    ])
    try {
      await answers(`http://127.0.0.1:${port}/-/ready`, server)
      const asked = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=up`)
      expect(await asked.json()).toMatchObject({ status: 'success' })
    } finally {
      await server.stop()
    }
  })

  test('docker: the engine and all that it calls', () => {
    const root = inside('docker:dind')
    for (const tool of [
      'dockerd',
      'docker',
      'containerd',
      'runc',
      'tini',
      'containerd-shim-runc-v2',
      'ip',
      'ctr'
    ])
      expect([
        tool,
        existsSync(join(root.folder, 'usr/bin', tool)) || existsSync(join(root.folder, 'usr/sbin', tool))
      ]).toEqual([tool, tool !== 'ctr'])
    const run = (...command: string[]) => root.run(command)
    expect(run('dockerd', '--version').stdout).toMatch(/^Docker version 2[6-9]\./)
    expect(run('iptables', '--version').stdout).toMatch(/legacy/)
    expect(run('/usr/sbin/xtables-nft-multi', 'iptables', '--version').stdout).toMatch(/nf_tables/)
    expect(run('dockerd-entrypoint.sh', 'docker', '--version').stdout).toMatch(/^Docker version/)
  })

  test('scripts inside the images pass shellcheck', () => {
    const scripts = STAND_INS.flatMap(({ name, files = {} }) =>
      Object.entries(files)
        .filter(([, file]) => file.isExecutable)
        .map(([path, { text }]) => {
          const file = join(folder, `${name}${path.replaceAll('/', '-')}`)
          writeFileSync(file, text)
          return file
        })
    )
    execFileSync('shellcheck', ['--shell=dash', '--severity=warning', ...scripts], { stdio: 'pipe' })
  })
})

/** An engine that runs one container. */
function fakeEngine(socketPath: string): Promise<{ close(): void }> {
  const answersTo: Record<string, unknown> = {
    '/containers/json': [{ Id: 'abc', Names: ['/web.1'], Image: 'a<b', Status: 'Up' }],
    '/containers/abc/stats': {
      ...{ id: 'abc', name: '/web.1', memory_stats: { usage: 2048 } },
      ...{
        cpu_stats: { cpu_usage: { total_usage: 1.5e9 } },
        networks: { eth0: { rx_bytes: 7, tx_bytes: 8 } }
      }
    }
  }
  const server = createServer((request, response) =>
    response.end(JSON.stringify(answersTo[request.url?.split('?')[0] ?? '']))
  )
  return new Promise(resolve => server.listen(socketPath, () => resolve(server)))
}

async function answers(url: string, server: Running): Promise<void> {
  const look = () =>
    fetch(url).then(
      ({ ok }) => ok || undefined,
      () => undefined
    )
  await waitFor(url, look, { clock: systemClock, deadlineMs: 120_000, everyMs: 100 }).catch(error => {
    throw new Error(`${(error as Error).message}\n${server.output()}`)
  })
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
