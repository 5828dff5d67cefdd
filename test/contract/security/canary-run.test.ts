// Secrets of five shapes go through bin/swarmline, in every place that a stack has for values, against an engine and a
// docker client that quote what they are given. They are searched in all that it says, writes and hands to the engine.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { CANARIES, foundIn } from '../../support/canaries.ts'
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

const stack = (secret: string, more = '') => `services:
  web:
    image: app:v2@${DIGEST}
    environment:
      DB_PWD: ${quoted(secret)}
      URL: ${quoted(`http://u:${secret}@h/?q=${secret}`)}
      FROM_VARIABLE: "\${CANARY}"
    command: ["app", ${quoted(`-p${secret}`)}, 12345]
    labels: { x: ${quoted(secret)} }
    healthcheck: { test: ["CMD", "curl", "-u", ${quoted(secret)}] }
    logging: { driver: splunk, options: { token: ${quoted(secret)} } }
    secrets: [pw, other]
    deploy: { labels: { y: ${quoted(secret)} } }
${more}secrets:
  pw: { file: ./pw }
  other: { file: ./nowhere }
`

/** What runs already, with another canary of the same shape. */
const running = (secret: string) => ({
  ID: 's-web',
  Version: { Index: 1 },
  CreatedAt: '2026-01-01T00:00:00Z',
  UpdatedAt: '2026-01-01T00:00:00Z',
  Spec: {
    Name: 'shop_web',
    Labels: { 'com.docker.stack.namespace': 'shop', y: secret },
    TaskTemplate: {
      ContainerSpec: {
        Image: `app:v1@${DIGEST}`,
        Env: [`DB_PWD=${secret}+old`, `GONE=${secret}`],
        Args: ['app', `-p${secret}+old`],
        Labels: { x: `${secret}+old` }
      }
    },
    Mode: { Replicated: { Replicas: 1 } },
    EndpointSpec: { Mode: 'vip' }
  }
})
const NODE = {
  ID: 'n1',
  Version: { Index: 1 },
  Description: { Hostname: 'm1', Platform: { OS: 'linux', Architecture: 'x86_64' } },
  Spec: { Role: 'manager', Availability: 'active', Labels: {} },
  Status: { State: 'ready', Addr: '127.0.0.1' },
  ManagerStatus: { Leader: true, Addr: '127.0.0.1:2377' }
}

/** All files below, but those that the test itself wrote. */
function written(below: string): string {
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => path.join(each.parentPath, each.name))
    .map(file => `${file}\n${readFileSync(file, 'utf8')}`)
    .join('\n')
}

describe.each(CANARIES)('$shape', canary => {
  const { secret } = canary
  beforeEach(async () => {
    folder = mkdtempSync(path.join(root, 'run-'))
    for (const name of ['bin', 'state', 'cache', 'tmp', 'out']) mkdirSync(at(name))
    writeFileSync(at('pw'), secret)
    writeFileSync(at('vars'), `CANARY='${secret.replaceAll("'", '')}'\n`)
    writeFileSync(at('stack.yml'), stack(secret))
    const plugins = JSON.stringify(
      ['compose', 'buildx'].map(name => ({ Name: name, Path: at(`bin/docker-${name}`) }))
    )
    // The client quotes the secret's file, its variables and its arguments, as an error of an engine may.
    const script = `#!/bin/sh
case $1 in
--version) echo "Docker version 28.2.2, build fake" ;;
info) echo '${plugins}' ;;
compose) printf 'invalid duration "%s"\\n' "$CANARY" >&2; exit 15 ;;
*) printf 'failed to create service shop_web: %s (%s)\\n' "$(cat ${at('pw')} | tr '\\n' ' ')" "$CANARY" >&2; exit 1 ;;
esac
`
    writeFileSync(at('bin/docker'), script, { mode: 0o755 })
    engine = await memoryEngine(at('e.sock'), { services: [running(secret)], nodes: [NODE] })
  })

  const swarmline = (...args: string[]) =>
    run('swarmline', args, {
      cwd: folder,
      timeoutMs: 20_000,
      env: {
        PATH: `${at('bin')}:${process.env.PATH}`,
        SWARMLINE_STATE: at('state'),
        SWARMLINE_CACHE: at('cache'),
        TMPDIR: at('tmp'),
        DOCKER_CONFIG: at('cache')
      }
    })
  const source = () => [
    '--docker-host',
    `unix://${at('e.sock')}`,
    '--compose-file',
    at('stack.yml'),
    '--env-file',
    at('vars'),
    '--secret',
    `other=${at('pw')}`
  ]

  const isClean = ({ stdout, stderr }: { stdout: string; stderr: string }) => {
    const places = {
      stdout,
      stderr,
      out: written(at('out')),
      tmp: written(at('tmp')),
      state: written(at('state'))
    }
    for (const [place, text] of Object.entries(places))
      expect([place, foundIn(text, canary)]).toEqual([place, []])
  }

  test('in a plan, for people and for programs', async () => {
    for (const form of [[], ['--json'], ['--verbose']]) {
      const result = await swarmline('deploy', 'shop', '--plan', ...source(), ...form)
      expect([result.exitCode, result.exitCode ? result.stderr : '']).toEqual([0, ''])
      expect(result.stdout).toContain('environment.DB_PWD')
      isClean(result)
    }
    expect(foundIn(engine.given.join('\n'), canary)).toEqual([])
  }, 120_000)

  test('in a deploy that docker refuses, and its report', async () => {
    for (const form of [[], ['--json', '--verbose']]) {
      const result = await swarmline(
        'deploy',
        'shop',
        ...source(),
        '--report-dir',
        at('out'),
        '--timeout',
        '3s',
        ...form
      )
      expect(result.exitCode).not.toBe(0)
      expect(result.stderr).toContain('failed to create service shop_web')
      isClean(result)
    }
  }, 120_000)

  test('in a stack file that does not hold', async () => {
    for (const fault of [
      `    ports: [${quoted(secret)}]\n`,
      `    ${quoted(secret)}: x\n`,
      `    mem_limit: ${quoted(secret)}\n`,
      `    environment: [${quoted(secret)}, [`
    ]) {
      writeFileSync(at('stack.yml'), stack(secret, fault))
      const result = await swarmline('deploy', 'shop', '--plan', ...source())
      expect(result.exitCode).not.toBe(0)
      // A key is no place for a value, and is named.
      if (!fault.endsWith(': x\n')) isClean(result)
    }
  }, 120_000)
})
