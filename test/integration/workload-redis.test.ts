import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  askRedis,
  freePort,
  type Running,
  scratchFolder,
  spawnRedis,
  startRedis,
  writePassword
} from '../support/workload.ts'

let folder: string
let redis: Running | undefined

beforeEach(() => {
  folder = scratchFolder()
})
afterEach(async () => {
  await redis?.stop()
  redis = undefined
  rmSync(folder, { recursive: true })
})

describe('the password of the file is the password of Redis', () => {
  test.each([
    ['plain', 'koekje'],
    ['spaces at both ends', '  two words  '],
    ['quotes and backslashes', `it's "quoted" \\ \\x41 \\" end\\`],
    ['what a configuration or a shell would read', '# $HOME `id` $(id) * ; requirepass x %s'],
    ['unicode', 'пароль-пa€-🐳'],
    ['a line end inside', 'first\nsecond'],
    [
      'every byte but line ends',
      Uint8Array.from({ length: 256 }, (_, i) => i).filter(b => b !== 10 && b !== 13)
    ],
    ['long', 'x'.repeat(2000)]
  ])('%s', async (_, password) => {
    redis = await startRedis(folder, writePassword(folder, password))
    expect(await askRedis(redis.port, ['PING'])).toEqual([expect.stringMatching(/^-NOAUTH/)])
    expect(await askRedis(redis.port, ['AUTH', password], ['PING'])).toEqual(['+OK', '+PONG'])
    expect(await askRedis(redis.port, ['AUTH', 'another'])).toEqual([expect.stringMatching(/^-WRONGPASS/)])
  })

  test.each([['\n'], ['\r\n'], ['\n\n']])('without the line end %j behind it', async lineEnd => {
    redis = await startRedis(folder, writePassword(folder, `koekje${lineEnd}`))
    expect(await askRedis(redis.port, ['AUTH', 'koekje'])).toEqual(['+OK'])
  })
})

test('the password is in no argument, no variable and no line of the log', async () => {
  const password = 'correct horse battery'
  redis = await startRedis(folder, writePassword(folder, password))
  await askRedis(redis.port, ['AUTH', 'wrong'], ['PING'])
  const seen = ['cmdline', 'environ']
    .map(name => readFileSync(`/proc/${redis?.pid}/${name}`, 'latin1'))
    .join()
  expect(seen).toContain('redis-server')
  const encoded = Buffer.from(password).toString('hex').replace(/../g, '\\x$&')
  for (const text of [seen, redis.output()])
    for (const form of ['correct', 'battery', 'requirepass', encoded]) expect(text).not.toContain(form)
})

describe('refuses to start, with one line,', () => {
  test.each<[string, (folder: string) => Record<string, string>, RegExp]>([
    ['without REDIS_PASSWORD_FILE', () => ({}), /^redis: REDIS_PASSWORD_FILE is not set: /],
    ['with a file that is not there', f => ({ REDIS_PASSWORD_FILE: `${f}/none` }), /cannot read .*\/none: /],
    ['with a folder', f => ({ REDIS_PASSWORD_FILE: f }), /cannot read the password file/],
    ['with an empty file', f => ({ REDIS_PASSWORD_FILE: writePassword(f, '') }), /is empty$/],
    ['with nothing but line ends', f => ({ REDIS_PASSWORD_FILE: writePassword(f, '\r\n\n') }), /is empty$/]
  ])('%s', async (_, env, line) => {
    const port = String(await freePort())
    const { ended, output } = spawnRedis(folder, env(folder), ['redis-server', '--port', port])
    expect(await ended).toBe(1)
    expect(output().trimEnd()).toMatch(line)
    expect(output().trimEnd().split('\n')).toHaveLength(1)
  })
})

test('options alone do not start a Redis without a password', async () => {
  const port = await freePort()
  const args = ['--bind', '127.0.0.1', '--port', String(port)]
  const { child, ended, output } = spawnRedis(folder, {}, args)
  const exitCode = await ended.finally(() => child.kill())
  expect(exitCode).toBe(1)
  expect(output()).toContain('REDIS_PASSWORD_FILE is not set')
})

test('what was counted survives SIGTERM', async () => {
  const file = writePassword(folder, 'koekje')
  redis = await startRedis(folder, file)
  await askRedis(redis.port, ['AUTH', 'koekje'], ['INCR', 'visitors'], ['INCR', 'visitors'])
  expect(await redis.stop('SIGTERM')).toBe(0)
  redis = await startRedis(folder, file, redis.port)
  const count = (port: number) => askRedis(port, ['AUTH', 'koekje'], ['INCR', 'visitors'])
  let answer = await count(redis.port)
  while (answer[1]?.startsWith('-LOADING')) answer = await count(redis.port)
  expect(answer).toEqual(['+OK', ':3'])
  expect(readFileSync(path.join(folder, 'data/appendonlydir/appendonly.aof.manifest'), 'utf8')).toBeTruthy()
})
