import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { EngineClient } from '../../src/docker/client.ts'
import { readRedisProbe } from '../../src/verify/checks/redis-auth.rules.ts'
import { REDIS_PROBES } from '../../src/verify/redis-probes.ts'
import { verifyStack } from '../../src/verify/verify-stack.ts'
import {
  freePort,
  type Running,
  scratchFolder,
  startBackend,
  startRedis,
  writePassword
} from '../support/workload.ts'
import {
  apiNode,
  apiTask,
  fakeEngine,
  frame,
  nodeDoor,
  quietEffects,
  serviceRoutes
} from '../unit/verify/builders.ts'

// The verifier against the workload's real programs: only the engine is made of functions, and what it is told to
// run in a container it runs here.

let folder: string
const started: Running[] = []
beforeEach(() => {
  folder = scratchFolder()
})
afterEach(async () => {
  for (const program of started.splice(0)) await program.stop()
  rmSync(folder, { recursive: true })
})

const run = (argv: readonly string[]) =>
  new Promise<string>(resolve => {
    execFile(argv[0] ?? '', argv.slice(1), (_error, stdout) => resolve(stdout))
  })

async function redisWith(password: string): Promise<{ port: number; file: string }> {
  const file = writePassword(folder, password)
  const redis = await startRedis(folder, file)
  started.push(redis)
  return { port: redis.port, file }
}

describe.each(REDIS_PROBES.map(probe => [probe.name, probe] as const))('the probe by %s', (_name, probe) => {
  const heard = async (port: number, file: string) =>
    readRedisProbe('x', await run(probe.argv('127.0.0.1', port, file)))

  test.each([
    ['plain', 'koekje'],
    ['with a line end behind it', 'koekje\n'],
    ['with a foreign line end behind it', 'koekje\r\n'],
    ['with spaces', '  two words  '],
    ['with quotes and backslashes', `it's "quoted" \\ \\x41 \\" end\\`],
    ['for a shell to trip over', '$HOME `id` $(id) %s * ; #'],
    ['in other letters', 'пароль-€-🐳']
  ])('says NOAUTH, then PONG with a password %s', async (_title, password) => {
    const { port, file } = await redisWith(password)
    expect(await heard(port, file)).toMatchObject({
      anonymous: expect.stringMatching(/^-?NOAUTH/),
      holder: 'PONG'
    })
  })

  test('tells a wrong password, a missing one and a dead port apart', async () => {
    const { port, file } = await redisWith('koekje')
    const wrong = `${file}.wrong`
    await run(['sh', '-c', 'printf wrong >"$1"', 'sh', wrong])
    expect(await heard(port, wrong)).toMatchObject({ holder: 'refused' })
    expect(await heard(port, `${file}.none`)).toMatchObject({ holder: 'no-password' })
    const dead = await heard(await freePort(), file)
    expect(dead).toMatchObject({ holder: 'unreachable' })
    expect(dead?.anonymous).not.toMatch(/NOAUTH|PONG/)
  })
})

describe('the whole verification', () => {
  const ID = 'aaaaaaaaaaaa0000'

  /** A swarm of three nodes whose published port is the one backend, which is also the container to ask from. */
  function swarm(port: number) {
    let argv: string[] = []
    const routes = {
      'GET /nodes': () => ['manager1', 'worker1', 'worker2'].map(name => apiNode(name)),
      ...serviceRoutes({
        shop_backend: {
          tasks: [
            { ...apiTask('b', 'worker1', ID), Spec: { ContainerSpec: { Image: 'x', Hostname: 'own' } } }
          ]
        },
        shop_redis: { tasks: [apiTask('r', 'worker1', 'bbbbbbbbbbbb0000')] }
      }),
      [`GET /containers/${ID}/json`]: () => ({ Config: { Hostname: hostname() } }),
      [`POST /containers/${ID}/exec`]: ({ body }: { body?: unknown }) => {
        argv = (body as { Cmd: string[] }).Cmd
        return { Id: 'e1' }
      },
      'POST /exec/e1/start': async function* () {
        yield frame(1, await run(argv))
      },
      'GET /exec/e1/json': () => ({ Running: false, ExitCode: 0 })
    }
    const engine: EngineClient = fakeEngine(routes)
    return ['manager1', 'worker1', 'worker2'].map(name => nodeDoor(name, engine, port))
  }
  const plan = (redisPort: number, passwordFile: string) => ({
    stack: 'shop',
    service: 'backend',
    requestsPerNode: 20,
    minShare: 0.2,
    hasMesh: true,
    redis: { service: '127.0.0.1', port: redisPort, clients: ['backend'], passwordFile },
    pinned: { service: 'redis', label: 'data', value: 'persistent' }
  })

  test('passes on the workload', async () => {
    const { port, file } = await redisWith('koekje')
    const backend = await startBackend(port, file)
    started.push(backend)
    const result = await verifyStack(plan(port, file), swarm(backend.port), quietEffects())
    expect(result.verdicts.filter(verdict => verdict.status !== 'pass')).toEqual([])
    expect(result.status).toBe('pass')
    expect(JSON.stringify(result)).not.toContain('koekje')
  })

  test('fails on the workload without its Redis, and says what the backend says', async () => {
    const file = writePassword(folder, 'koekje')
    const port = await freePort()
    const backend = await startBackend(port, file)
    started.push(backend)
    const result = await verifyStack(plan(port, file), swarm(backend.port), quietEffects())
    const byKind = Object.fromEntries(result.verdicts.map(verdict => [verdict.kind, verdict]))
    expect(byKind['routing-mesh']).toMatchObject({
      status: 'fail',
      observed: expect.stringContaining('HTTP 503')
    })
    expect(byKind['redis-auth']).toMatchObject({ status: 'inconclusive' })
    expect(JSON.stringify(result)).not.toContain('koekje')
  })
})
