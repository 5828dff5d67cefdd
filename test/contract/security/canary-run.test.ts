// Secrets of five shapes go through bin/swarmline, in every place that a stack has for values, against an engine and a
// docker client that quote what they are given. They are searched in all that it says, writes and hands to the engine.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { CANARIES } from '../../support/canaries.ts'
import { filesBelow, leaksIn } from '../../support/canary/places.ts'
import { run } from '../../support/cli.ts'
import { type MemoryEngine, memoryEngine } from '../../support/memory-engine.ts'

const root = mkdtempSync(path.join(tmpdir(), 'canary-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = ''
let engine: MemoryEngine
const at = (name: string): string => path.join(folder, name)
afterEach(() => engine.close())

const DIGEST = `sha256:${'a'.repeat(64)}`
/** As YAML and, here, JSON write a text. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll('$', '$$$$')

/** For each secret, with a number to tell them apart. */
const each = <T>(write: (secret: string, i: number) => T): T[] =>
  CANARIES.map(({ secret }, i) => write(secret, i))
const lines = (write: (secret: string, i: number) => string): string => each(write).join('\n')
const SECRETS = each(secret => secret)

const stack = (more = '') => `services:
  web:
    image: app:v2@${DIGEST}
    environment:
${lines((secret, i) => `      DB_PWD_${i}: ${quoted(secret)}`)}
${lines((secret, i) => `      URL_${i}: ${quoted(`http://u:${secret}@h/?q=${secret}`)}`)}
${lines((_, i) => `      FROM_VARIABLE_${i}: "\${CANARY_${i}}"`)}
    command: ["app", ${each(secret => quoted(`-p${secret}`))}, 12345]
    labels: { ${each((secret, i) => `x${i}: ${quoted(secret)}`)} }
    healthcheck: { test: ["CMD", "curl", ${each(secret => `"-u", ${quoted(secret)}`)}] }
    logging: { driver: splunk, options: { ${each((secret, i) => `token${i}: ${quoted(secret)}`)} } }
    secrets: [${each((_, i) => `pw${i}`)}, other]
    deploy: { labels: { ${each((secret, i) => `y${i}: ${quoted(secret)}`)} } }
${more}secrets:
${lines((_, i) => `  pw${i}: { file: ./pw${i} }`)}
  other: { file: ./nowhere }
`

/** What runs already, with other secrets of the same shapes. */
const RUNNING = {
  ID: 's-web',
  Version: { Index: 1 },
  CreatedAt: '2026-01-01T00:00:00Z',
  UpdatedAt: '2026-01-01T00:00:00Z',
  Spec: {
    Name: 'shop_web',
    Labels: {
      'com.docker.stack.namespace': 'shop',
      ...Object.fromEntries(each((secret, i) => [`y${i}`, secret]))
    },
    TaskTemplate: {
      ContainerSpec: {
        Image: `app:v1@${DIGEST}`,
        Env: each((secret, i) => [`DB_PWD_${i}=${secret}+old`, `GONE_${i}=${secret}`]).flat(),
        Args: ['app', ...each(secret => `-p${secret}+old`)],
        Labels: Object.fromEntries(each((secret, i) => [`x${i}`, `${secret}+old`]))
      }
    },
    Mode: { Replicated: { Replicas: 1 } },
    EndpointSpec: { Mode: 'vip' }
  }
}
const NODE = {
  ID: 'n1',
  Version: { Index: 1 },
  Description: { Hostname: 'm1', Platform: { OS: 'linux', Architecture: 'x86_64' } },
  Spec: { Role: 'manager', Availability: 'active', Labels: {} },
  Status: { State: 'ready', Addr: '127.0.0.1' },
  ManagerStatus: { Leader: true, Addr: '127.0.0.1:2377' }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(root, 'run-'))
  for (const name of ['bin', 'state', 'cache', 'tmp', 'out']) mkdirSync(at(name))
  for (const [i, secret] of SECRETS.entries()) writeFileSync(at(`pw${i}`), secret)
  writeFileSync(
    at('vars'),
    lines((secret, i) => `CANARY_${i}='${secret.replaceAll("'", '')}'`)
  )
  writeFileSync(at('stack.yml'), stack())
  const plugins = JSON.stringify(
    ['compose', 'buildx'].map(name => ({ Name: name, Path: at(`bin/docker-${name}`) }))
  )
  // The client quotes the secrets' files, as an error of an engine may.
  const script = `#!/bin/sh
case $1 in
--version) echo "Docker version 28.2.2, build fake" ;;
info) echo '${plugins}' ;;
compose) printf 'invalid duration "%s"\\n' "$(cat ${at('pw')}*)" >&2; exit 15 ;;
*) printf 'failed to create service shop_web: %s\\n' "$(cat ${at('pw')}* | tr '\\n' ' ')" >&2; exit 1 ;;
esac
`
  writeFileSync(at('bin/docker'), script, { mode: 0o755 })
  engine = await memoryEngine(at('e.sock'), { services: [RUNNING], nodes: [NODE] })
})

const swarmline = (...args: string[]) =>
  run('swarmline', args, {
    cwd: folder,
    env: {
      PATH: `${at('bin')}:${process.env.PATH}`,
      SWARMLINE_STATE: at('state'),
      SWARMLINE_CACHE: at('cache'),
      TMPDIR: at('tmp'),
      DOCKER_CONFIG: at('cache')
    }
  })
const source = () => [
  ...['--docker-host', `unix://${at('e.sock')}`, '--compose-file', at('stack.yml')],
  ...['--env-file', at('vars'), '--secret', `other=${at('pw0')}`]
]

const expectClean = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
  expect(
    leaksIn([
      { where: 'stdout', text: stdout },
      { where: 'stderr', text: stderr },
      ...filesBelow(['out', 'tmp', 'state'].map(at))
    ])
  ).toEqual([])

test('in a plan, for people and for programs', async () => {
  for (const form of [[], ['--json'], ['--verbose']]) {
    const result = await swarmline('deploy', 'shop', '--plan', ...source(), ...form)
    expect([result.exitCode, result.exitCode ? result.stderr : '']).toEqual([0, ''])
    expect(result.stdout).toContain('environment.DB_PWD_4')
    expectClean(result)
  }
  expect(engine.given).toEqual([])
})

test('in a deploy that docker refuses, and its report', async () => {
  for (const form of [[], ['--json', '--verbose']]) {
    const asked = ['--report-dir', at('out'), '--timeout', '3s', ...form]
    const result = await swarmline('deploy', 'shop', ...source(), ...asked)
    expect(result.exitCode).not.toBe(0)
    expect(result.stderr).toContain('failed to create service shop_web')
    expectClean(result)
  }
})

test('in a stack file that does not hold', async () => {
  const all = each(quoted).join(', ')
  for (const fault of [
    `    ports: [${all}]\n`,
    `    mem_limit: ${quoted(SECRETS.join(' '))}\n`,
    `    environment: [${all}, [`
  ]) {
    writeFileSync(at('stack.yml'), stack(fault))
    const result = await swarmline('deploy', 'shop', '--plan', ...source())
    expect(result.exitCode).not.toBe(0)
    expectClean(result)
  }
})
