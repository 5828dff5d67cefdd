import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = path.resolve(import.meta.dirname, '../../..')
/** A Dockerfile's instructions, each on one line. */
const instructions = (folder: string) =>
  readFileSync(path.join(root, folder, 'Dockerfile'), 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => /^[A-Z]/.test(line))

const HEALTH = /^HEALTHCHECK --interval=1[05]s --timeout=3s --start-period=60s --start-interval=2s CMD (.+)$/
const healthCommand = (folder: string) =>
  instructions(folder)
    .map(line => HEALTH.exec(line)?.[1])
    .find(Boolean) ?? ''

describe('backend', () => {
  test.each(['FROM php:8.4-cli-alpine', 'STOPSIGNAL SIGINT', 'EXPOSE 80', 'USER www-data', 'CMD ["serve"]'])(
    '%s',
    line => expect(instructions('backend')).toContain(line)
  )

  test('asks the page that counts nothing', () =>
    expect(JSON.parse(healthCommand('backend'))).toEqual([
      'curl',
      '-fsS',
      '-o',
      '/dev/null',
      'http://127.0.0.1/healthcheck'
    ]))
})

describe('redis', () => {
  test('is the official image with another entrypoint', () => {
    expect(instructions('redis')).toContain('FROM redis:alpine')
    expect(instructions('redis').slice(-2)).toEqual([
      'ENTRYPOINT ["override_entrypoint.sh"]',
      'CMD ["redis-server"]'
    ])
  })

  test.each([
    ['a Redis that wants a password', 'NOAUTH Authentication required.', 0],
    ['a Redis that has none', 'PONG', 1],
    ['no Redis', 'Could not connect to Redis at 127.0.0.1:6379: Connection refused', 1]
  ])('%s: %s ends with %d', (_, reply, exitCode) => {
    const bin = mkdtempSync(path.join(tmpdir(), 'workload-health-'))
    const client = path.join(bin, 'redis-cli')
    writeFileSync(client, `#!/bin/sh\n[ "$*" = ping ] && echo '${reply}'\n`)
    chmodSync(client, 0o755)
    const env = { PATH: `${bin}:${process.env.PATH}` }
    expect(spawnSync('sh', ['-c', healthCommand('redis')], { env }).status).toBe(exitCode)
    rmSync(bin, { recursive: true })
  })
})

test.each(['backend', 'redis'])('%s: every file that is copied gets past .dockerignore', folder => {
  const allowed = readFileSync(path.join(root, folder, '.dockerignore'), 'utf8')
    .trim()
    .split('\n')
  const copied = instructions(folder).filter(line => line.startsWith('COPY '))
  expect(allowed[0]).toBe('*')
  expect(copied.map(line => `!${line.split(' ')[1]?.replace(/\/$/, '')}`)).toEqual(allowed.slice(1))
})
