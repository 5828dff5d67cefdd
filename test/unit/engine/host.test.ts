import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { release, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Effects } from '../../../src/effects/effects.ts'
import { describeHost, openHostEngine, reattachHostEngine, visitEngine } from '../../../src/engine/host.ts'

let folder: string
let server: http.Server | undefined
const requests: string[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swarmline-host-'))
  requests.length = 0
})
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise(resolve => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
  rmSync(folder, { recursive: true })
})

const fx: Effects = {
  exec: async () => ({ exitCode: 1, stdout: '', stderr: '' }),
  clock: { now: () => 0, sleep: async () => undefined },
  signal: new AbortController().signal,
  log: { info: () => {}, debug: () => {}, warn: () => {}, step: (_, run) => run(() => {}) }
}

/** An engine with these paths on its machine, whose runtime answers `refusal` to a privileged container. */
async function anEngine(
  has: { paths?: string[]; refusal?: string; api?: string; os?: string; kernel?: string } = {}
): Promise<string> {
  const socketPath = path.join(folder, 'docker.sock')
  server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://docker')
    // Which version of its API it has is asked for by each client.
    if (url.pathname !== '/_ping') requests.push(`${request.method} ${url.pathname}`)
    const answer = (status: number, body?: unknown) => {
      response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body))
    }
    request.resume().on('end', () => {
      if (url.pathname === '/version')
        return answer(200, { Version: '28.5.2', ApiVersion: has.api ?? '1.51', Os: has.os ?? 'linux' })
      if (url.pathname === '/info') return answer(200, { KernelVersion: has.kernel ?? '6.12.1' })
      if (request.method === 'HEAD')
        return answer(
          has.paths?.includes((url.searchParams.get('path') ?? '').slice('/machine'.length)) ? 200 : 404
        )
      if (url.pathname.endsWith('/start'))
        return answer(500, { message: has.refusal ?? 'exec: "/there-is-no-program": no such file' })
      return answer(200, {})
    })
  })
  await new Promise<void>(resolve => server?.listen(socketPath, resolve))
  return `unix://${socketPath}`
}
const open = (dockerHost: string) =>
  openHostEngine({ dockerHost, runDir: folder, nodeImage: 'docker:dind' }, fx)

test('an engine that can carry a mesh', async () => {
  const engine = await open(await anEngine({ paths: ['/proc/1/net/ip_vs', '/sys/module/vxlan'] }))
  expect(engine).toMatchObject({
    kind: 'host',
    title: 'Docker Engine 28.5.2 on this machine',
    hasMesh: true,
    privileges: 'privileged',
    nodeSource: { kind: 'image', reference: 'docker:dind' },
    bridge: undefined
  })
  expect(await engine.openSocket('/run/a.sock', 'a')).toBe('/run/a.sock')
  expect(await engine.openPort('10.79.0.11', 80)).toEqual({ host: '10.79.0.11', port: 80 })
})

test('one without IPVS, on an old engine that cannot give all privileges', async () => {
  const refusal =
    'runc create failed: unable to start container process: unable to apply caps: operation not permitted'
  const engine = await open(await anEngine({ paths: ['/sys/module/vxlan'], refusal }))
  expect(engine).toMatchObject({ hasMesh: false, privileges: 'caps' })
})

test('one whose kernel has no vxlan has no mesh either', async () => {
  expect(await open(await anEngine({ paths: ['/proc/1/net/ip_vs'] }))).toMatchObject({ hasMesh: false })
})

test('a VM of ours, however it is reached, uses its own programs and its bridge', async () => {
  const engine = await open(await anEngine({ paths: ['/usr/sbin/node-init', '/sys/class/net/br0'] }))
  expect(engine).toMatchObject({ nodeSource: { kind: 'usr' }, bridge: 'br0' })
})

test('what was made for the look is removed', async () => {
  await open(await anEngine())
  expect(requests.filter(r => r.startsWith('DELETE')).map(r => r.replace(/trial-\w+/, 'trial'))).toEqual([
    'DELETE /containers/swarmline-trial',
    'DELETE /images/swarmline-trial:latest'
  ])
})

test('a later command believes what was seen and looks no more', async () => {
  const first = await open(await anEngine({ paths: ['/proc/1/net/ip_vs', '/sys/module/vxlan'] }))
  requests.length = 0
  const again = await reattachHostEngine(structuredClone(first.state), { runDir: folder }, fx)
  expect(again).toMatchObject({ title: first.title, hasMesh: true, privileges: 'privileged' })
  expect(requests).toEqual(['GET /version', 'GET /info'])
})

describe('refused with the way out:', () => {
  test.each([
    ['tcp://10.0.0.1:2375', 'input', /not used without TLS verification/, /DOCKER_CERT_PATH.*ssh:/],
    ['tcp://10.0.0.1:2376', 'input', /not used without TLS verification/, /DOCKER_CERT_PATH.*ssh:/],
    ['https://10.0.0.1', 'input', /is not an address of an engine/, /tcp:/],
    ['npipe:////./pipe/docker', 'input', /is not an address of an engine/, /unix:/],
    ['/var/run/docker.sock', 'input', /is not an address of an engine/, /unix:/],
    ['unix:///nowhere/docker.sock', 'no-engine', /no Docker engine answers at unix:/, /--engine vm/]
  ])('%s', async (dockerHost, code, message, hint) => {
    await expect(open(dockerHost)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint)
    })
  })

  test.each([{ api: '1.40' }, { os: 'windows' }])('an engine that is %j', async has => {
    await expect(open(await anEngine(has))).rejects.toMatchObject({ code: 'no-engine' })
  })
})

describe('an engine that is only visited is left as it is:', () => {
  const ran: string[] = []
  /** This machine's programs: these paths are there, and these modules could be loaded. */
  const machine = (paths: string[], modules: string[] = []): Effects => ({
    ...fx,
    exec: async (file, args) => {
      ran.push([file, ...args].join(' '))
      const isSo = file === 'test' ? paths.includes(args[1] ?? '') : modules.includes(args[2] ?? '')
      return { exitCode: isSo ? 0 : 1, stdout: '', stderr: '' }
    }
  })
  const there = ['/proc/net/ip_vs', '/sys/module/vxlan']
  beforeEach(() => {
    ran.length = 0
  })

  test.each([
    ['its kernel has all that a mesh needs', there, [], true],
    ['it could be loaded, and is not', [], ['ip_vs', 'vxlan'], true],
    ['it has one part only', ['/sys/module/vxlan'], [], false]
  ])('%s', async (_, paths, modules, hasMesh) => {
    const dockerHost = await anEngine({ kernel: release() })
    const visited = await visitEngine({ dockerHost, runDir: folder }, machine(paths, modules))
    expect(visited).toMatchObject({ title: 'Docker Engine 28.5.2 on this machine', hasMesh })
    expect(requests).toEqual(['GET /version', 'GET /info'])
    expect(ran.filter(line => !/^(test -e \S+|\S*modprobe --dry-run --quiet \w+)$/.test(line))).toEqual([])
  })

  test('of a kernel that is not this machine’s nothing is said that was not seen', async () => {
    const dockerHost = await anEngine({ kernel: 'of-another-machine' })
    expect(await visitEngine({ dockerHost, runDir: folder }, machine([]))).toMatchObject({ hasMesh: true })
    expect(ran).toEqual([])
  })

  test('doctor is told what there is, or why there is nothing', async () => {
    const dockerHost = await anEngine({ kernel: release() })
    expect(await describeHost({ dockerHost }, machine(['/sys/module/vxlan']))).toEqual({
      isReachable: true,
      dockerHost,
      title: 'Docker Engine 28.5.2 on this machine',
      version: '28.5.2',
      kernel: release(),
      hasMesh: false
    })
    expect(requests).toEqual(['GET /version', 'GET /info'])
    expect(await describeHost({ dockerHost: 'unix:///nowhere' }, fx)).toMatchObject({
      isReachable: false,
      reason: 'no Docker engine answers at unix:///nowhere'
    })
  })
})
