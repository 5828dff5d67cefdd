import { readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { pidsOf } from '../support/leftovers.ts'
import { relayTo } from '../support/silent-relay.ts'
import {
  askRedis,
  type Running,
  scratchFolder,
  startBackend,
  startRedis,
  writePassword
} from '../support/workload.ts'

const PASSWORD = `p@ss "word" \\ # ü`
/** Four workers and the process that started them. */
const PROCESSES = 5
const UNAVAILABLE = 'The visits counter is not available\n'

let folder: string
let passwordFile: string
let redis: Running
let backends: Running[]

beforeAll(async () => {
  folder = scratchFolder()
  passwordFile = writePassword(folder, `${PASSWORD}\n`)
  redis = await startRedis(folder, passwordFile)
  backends = await Promise.all([1, 2, 3].map(() => startBackend(redis.port, passwordFile)))
})
afterAll(async () => {
  await Promise.all([redis, ...backends].map(each => each.stop()))
  rmSync(folder, { recursive: true })
})

const extra: Running[] = []
afterEach(async () => {
  await Promise.all(extra.splice(0).map(each => each.stop()))
})
const backendOf = async (port: number, file: string) => {
  const backend = await startBackend(port, file)
  extra.push(backend)
  return backend
}

const urlOf = ({ port }: Running, page = '/') => `http://127.0.0.1:${port}${page}`
const get = async (backend: Running, page = '/', method = 'GET') => {
  const response = await fetch(urlOf(backend, page), { method })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
/** What a server says comes by another way than its answers, and may come later. */
const until = (what: string, isSo: () => boolean | Promise<boolean>) =>
  waitFor(what, async () => (await isSo()) || undefined, {
    clock: systemClock,
    deadlineMs: 60_000,
    everyMs: 20
  })
const first = () => backends[0] as Running
const visits = async () => Number(/^visits_total (\d+)$/m.exec((await get(first(), '/metrics')).text)?.[1])
const numberIn = (text: string) => Number(/^Number of visits: (\d+)$/m.exec(text)?.[1])

describe('the page', () => {
  test('is three lines of plain text', async () => {
    const { status, headers, text } = await get(first())
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text.replace(/\d+\n$/, 'N\n')).toBe(
      `I am the backend server\nThe responding server is: ${hostname()}\nNumber of visits: N\n`
    )
  })

  test('gives each of 250 visits to three servers a number of its own', async () => {
    const before = await visits()
    const numbers: number[] = []
    for (let i = 0; i < 200; i++) numbers.push(numberIn((await get(backends[i % 3] as Running)).text))
    const parallel = Array.from({ length: 50 }, (_, i) => get(backends[i % 3] as Running))
    numbers.push(...(await Promise.all(parallel)).map(({ text }) => numberIn(text)))
    expect(numbers.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, i) => before + i + 1))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, i) => before + i + 1))
  })

  test('counts with a query too', async () => {
    const before = await visits()
    expect(numberIn((await get(first(), '/?from=mail')).text)).toBe(before + 1)
  })
})

describe('is no visit:', () => {
  test.each([
    ['GET', '/healthcheck', 200],
    ['HEAD', '/healthcheck', 200],
    ['GET', '/metrics', 200],
    ['HEAD', '/', 200],
    ['GET', '/favicon.ico', 404],
    ['GET', '/index.php', 404],
    ['GET', '/visits.php', 404],
    ['GET', '//', 404],
    ['GET', '/serve.sh', 404],
    ['GET', '/healthcheck/', 404],
    ['POST', '/', 405],
    ['PUT', '/metrics', 405],
    ['DELETE', '/healthcheck', 405],
    ['OPTIONS', '/', 405]
  ])('%s %s, answered with %d', async (method, page, expected) => {
    const before = await visits()
    const { status, headers, text } = await get(first(), page, method)
    expect(status).toBe(expected)
    expect(text.split('\n').length).toBeLessThanOrEqual(page === '/metrics' ? 7 : 2)
    if (status === 405) expect(headers.get('allow')).toBe('GET, HEAD')
    expect(headers.get('x-powered-by')).toBeNull()
    const line = `] ${expected} ${method} ${page === '//' ? '' : page}\n`
    await until(`the line ${line}`, () => first().output().includes(line))
    expect(await visits()).toBe(before)
  })
})

test('the metrics are in the text format of Prometheus', async () => {
  const { headers, text } = await get(first(), '/metrics')
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(text).toMatch(
    /^# HELP visits_total .+\n# TYPE visits_total counter\nvisits_total \d+\n# HELP backend_build_info .+\n# TYPE backend_build_info gauge\nbackend_build_info\{version="dev",php="8\.\d+\.\d+"\} 1\n$/
  )
})

describe('a counter that cannot be had', () => {
  test.each<[string, () => [port: number, file: string], RegExp]>([
    ['Redis is down', () => [1, passwordFile], /refused/],
    ['the password is wrong', () => [redis.port, writePassword(folder, 'Wr0ng')], /WRONGPASS/],
    ['there is no password', () => [redis.port, '/nonexistent'], /no password in \/nonexistent/],
    ['the password is empty', () => [redis.port, writePassword(folder, '\n')], /no password/]
  ])('%s: 503, one line, the cause in the log, healthy all the same', async (_, where, cause) => {
    const backend = await backendOf(...where())
    for (const page of ['/', '/metrics', '/'])
      expect(await get(backend, page)).toMatchObject({ status: 503, text: UNAVAILABLE })
    expect(await get(backend, '/healthcheck')).toMatchObject({ status: 200, text: 'healthy\n' })
    await until(`a line with ${cause}`, () => cause.test(backend.output()))
    expect(backend.output()).not.toMatch(/Wr0ng|Stack trace|#0/)
  })

  test('Redis holds something else than a number', async () => {
    const port = redis.port
    const value = String(await visits())
    await askRedis(port, ['AUTH', PASSWORD], ['SET', 'visitors', 'many'])
    expect(await get(first())).toMatchObject({ status: 503, text: UNAVAILABLE })
    await askRedis(port, ['AUTH', PASSWORD], ['SET', 'visitors', value])
    expect((await get(first())).status).toBe(200)
  })

  test('Redis hangs: 503 and healthy all the same, and back when it is back', async () => {
    const backend = await backendOf(redis.port, passwordFile)
    process.kill(redis.pid, 'SIGSTOP')
    const visitors = Array.from({ length: 20 }, () => get(backend))
    const health = await get(backend, '/healthcheck')
    const answers = await Promise.all(visitors).finally(() => process.kill(redis.pid, 'SIGCONT'))
    expect(answers.every(({ status, text }) => status === 503 && text === UNAVAILABLE)).toBe(true)
    expect(health.status).toBe(200)
    await until('Redis is back', async () => (await get(backend)).status === 200)
  })
})

describe('the connection to Redis', () => {
  const received = async () => {
    const info = await infoOf(redis.port)
    return Number(/total_connections_received:(\d+)/.exec(info)?.[1])
  }

  test('is kept for the next visitor', async () => {
    const backend = await backendOf(redis.port, passwordFile)
    for (let i = 0; i < 20; i++) await get(backend)
    const before = await received()
    for (let i = 0; i < 20; i++) expect((await get(backend)).status).toBe(200)
    // At most one for each worker that had no visitor yet, and the one that asks.
    expect((await received()) - before).toBeLessThanOrEqual(PROCESSES)
  })

  test('is made anew when Redis closed it, and the visitor counts once', async () => {
    const backend = await backendOf(redis.port, passwordFile)
    for (let i = 0; i < 20; i++) await get(backend)
    const before = await visits()
    await askRedis(redis.port, ['AUTH', PASSWORD], ['CLIENT', 'KILL', 'TYPE', 'normal'])
    for (let i = 1; i <= 20; i++) expect(numberIn((await get(backend)).text)).toBe(before + i)
  })

  test('is made anew when its other end is gone without a word', async () => {
    const relay = await relayTo(redis.port)
    try {
      const backend = await backendOf(relay.port, passwordFile)
      for (let i = 0; i < 20; i++) await get(backend)
      const before = await visits()
      relay.silence()
      for (let i = 1; i <= 20; i++) expect(numberIn((await get(backend)).text)).toBe(before + i)
    } finally {
      relay.close()
    }
  })
})

const infoOf = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').on('error', reject)
    let text = ''
    socket.on('data', chunk => {
      text += chunk
      if (!/total_connections_received:\d+\r/.test(text)) return
      socket.destroy()
      resolve(text)
    })
    socket.write(`*2\r\n$4\r\nAUTH\r\n$${Buffer.byteLength(PASSWORD)}\r\n${PASSWORD}\r\nINFO stats\r\n`)
  })

describe('stopping', () => {
  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    '%s to the first process ends all of them with 0',
    async signal => {
      const backend = await backendOf(redis.port, passwordFile)
      await until('all processes', () => pidsOf(`127.0.0.1:${backend.port}`).length === PROCESSES)
      await get(backend)
      expect(await backend.stop(signal)).toBe(0)
      expect(pidsOf(`127.0.0.1:${backend.port}`)).toEqual([])
    }
  )

  test('a visitor who waits still gets an answer', async () => {
    const backend = await backendOf(redis.port, passwordFile)
    process.kill(redis.pid, 'SIGSTOP')
    const visitor = get(backend)
    await until('the visitor is in', () => isUnreadAt(redis.port))
    const stopped = backend.stop('SIGINT')
    const answer = await visitor.finally(() => process.kill(redis.pid, 'SIGCONT'))
    expect(answer).toMatchObject({ status: 503, text: UNAVAILABLE })
    expect(await stopped).toBe(0)
  })

  test('so do those who are connected while all workers are busy', async () => {
    const backend = await backendOf(redis.port, passwordFile)
    process.kill(redis.pid, 'SIGSTOP')
    const visitors = Array.from({ length: 20 }, () => visit(backend))
    await Promise.all(visitors.map(({ connected }) => connected))
    const stopped = backend.stop('SIGINT')
    const answers = await Promise.all(visitors.map(({ answer }) => answer)).finally(() =>
      process.kill(redis.pid, 'SIGCONT')
    )
    expect(answers).toEqual(answers.map(() => 503))
    expect(await stopped).toBe(0)
  })
})

/** Whether something was sent to this port that the process there has not read yet. */
const isUnreadAt = (port: number): boolean =>
  readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .some(
      ([, local, , state, queues]) =>
        state === '01' &&
        Number.parseInt(`${local?.split(':')[1]}`, 16) === port &&
        !queues?.endsWith(':00000000')
    )

/** A visitor on a connection of its own. */
function visit(backend: Running): { connected: Promise<void>; answer: Promise<number | string> } {
  const asked = request(urlOf(backend), { agent: false })
  const connected = new Promise<void>(resolve => {
    asked.on('socket', socket => socket.on('connect', () => resolve()))
  })
  const answer = new Promise<number | string>(resolve => {
    asked.on('response', response => resolve(response.resume().statusCode ?? 0))
    asked.on('error', error => resolve(error.message))
  })
  asked.end()
  return { connected, answer }
}

test('no server printed the password', () => {
  for (const { output } of [redis, ...backends]) expect(output()).not.toContain(PASSWORD)
})
