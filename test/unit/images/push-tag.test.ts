// Docker's client is a function that answers as the real one does; the registry is a server that only says how busy it is.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import type { Exec } from '../../../src/effects/effects.ts'
import { pushTag } from '../../../src/images/push-tag.ts'
import { fakeClock, fakeEffects } from '../../support/fake-engine.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function busyRegistry(status: number, headers: Record<string, string>): Promise<string> {
  const server = createServer((_, response) => void response.writeHead(status, headers).end())
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Pushes with a client that fails with these words, one a try, and then succeeds. */
async function push(failures: string[], { retries = 3, registry = '127.0.0.1:1' } = {}) {
  const pauses: number[] = []
  const clock = fakeClock()
  const commands: (readonly string[])[] = []
  const exec: Exec = async (_, args) => {
    commands.push(args)
    const stderr = failures[commands.length - 1] ?? ''
    return { exitCode: stderr === '' ? 0 : 1, stdout: '', stderr }
  }
  const watched = {
    now: clock.now,
    sleep: (ms: number, signal?: AbortSignal) => {
      pauses.push(ms)
      return clock.sleep(ms, signal)
    }
  }
  const fx = fakeEffects({ exec, clock: watched })
  const docker = { file: 'docker', configDir: undefined, env: {} }
  const done = pushTag({ docker, socketPath: '/s', retries }, `${registry}/a/b:1`, fx, () => undefined)
  const error = await done.then(
    () => undefined,
    thrown => thrown
  )
  return { error, pauses, tries: commands.length, lines: fx.lines }
}

const RESET = 'read tcp 1.1.1.1:2->3.3.3.3:4: read: connection reset by peer'
const BUSY = 'received unexpected HTTP status: 503 Service Unavailable'

test('a broken connection is tried again, later each time, and says so', async () => {
  const { error, pauses, tries, lines } = await push([RESET, BUSY])
  expect([error, tries, pauses]).toEqual([undefined, 3, [1000, 2000]])
  expect(lines).toEqual([
    'warning: pushing 127.0.0.1:1/a/b:1: the connection broke; trying again in 1 s (1 of 3)',
    'warning: pushing 127.0.0.1:1/a/b:1: the registry is busy; trying again in 2 s (2 of 3)'
  ])
})

test('Retry-After of a busy registry is honoured', async () => {
  const registry = await busyRegistry(429, { 'retry-after': '7' })
  const { error, pauses } = await push(['toomanyrequests: slow down'], { registry })
  expect([error, pauses]).toEqual([undefined, [7000]])
})

test('a registry that is busy for an hour is not waited for', async () => {
  const registry = await busyRegistry(429, { 'retry-after': '3600' })
  const { error, pauses } = await push(['toomanyrequests: slow down'], { registry })
  expect(error).toMatchObject({ code: 'push-failed', hint: expect.stringContaining('push again later') })
  expect(pauses).toEqual([])
})

test.each(['unauthorized: authentication required', 'denied: no', 'name unknown: repository not found'])(
  'a refusal is final: %s',
  async said => {
    const { error, tries } = await push([said, said])
    expect(error).toMatchObject({ code: 'push-failed' })
    expect(tries).toBe(1)
  }
)

test('no more tries than the user allows', async () => {
  const { error, tries } = await push([BUSY, BUSY, BUSY], { retries: 2 })
  expect(error).toMatchObject({ message: expect.stringContaining('(3 attempts): received unexpected') })
  expect(tries).toBe(3)
  expect((await push([BUSY], { retries: 0 })).tries).toBe(1)
})
