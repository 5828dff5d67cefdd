// What users do wrong, and machines lack: one clear line with the way out, the right exit status, nothing left.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type CliResult, root, run } from '../support/cli.ts'
import { type Footprint, footprint, leftSince } from '../support/leftovers.ts'

const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const env: Record<string, string | undefined> = { SWARMLINE_STATE: stateDir, DOCKER_HOST: undefined }
let before: Footprint

beforeAll(() => {
  before = footprint(stateDir)
})
afterEach(async () => {
  expect(await leftSince(before, stateDir)).toEqual([])
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** One line that begins with the product's name, names the fault and the way out, and no stack trace. */
function expectOneLine(result: CliResult, exitCode: number, fault: RegExp, wayOut: RegExp): void {
  expect({ exitCode: result.exitCode, stderr: result.stderr.slice(-1500) }).toMatchObject({ exitCode })
  const lines = result.stderr.split('\n').filter(line => line.startsWith('swarmline: '))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(fault)
  expect(lines[0]).toMatch(wayOut)
  expect(result.stderr + result.stdout).not.toMatch(/^\s+at .*[:(]\d+/m)
}

describe('usage', () => {
  test('an unknown command', async () => {
    expectOneLine(await run('swarmline', ['dploy'], { env }), 2, /dploy/, /deploy/)
  })
  test('an unknown option', async () => {
    expectOneLine(await run('swarmline', ['up', '--worker', '3'], { env }), 2, /--worker/, /--workers/)
  })
  test('a value that cannot be', async () => {
    expectOneLine(
      await run('swarmline', ['up', '--managers', 'none'], { env }),
      2,
      /--managers/,
      /whole number/
    )
  })
  test('an unknown option of bin/demo', async () => {
    expectOneLine(await run('demo', ['--kep'], { env }), 2, /--kep/, /--keep/)
  })
})

describe('before anything is made', () => {
  const project = path.join(base, 'project')
  beforeAll(() => {
    mkdirSync(project)
    for (const folder of ['backend', 'redis', 'prometheus'])
      symlinkSync(path.join(root, folder), path.join(project, folder))
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  test('bad YAML names file, line and column', async () => {
    const file = path.join(project, 'bad.yml')
    writeFileSync(file, 'services:\n  web:\n    image: [\n')
    const result = await run('swarmline', ['up', '--compose-file', file, '--engine', 'vm'], { env })
    expectOneLine(result, 1, /bad\.yml:\d+:\d+/, /YAML/)
  })
  test('a stack file that is not there', async () => {
    const result = await run('swarmline', ['up', '--compose-file', path.join(project, 'none.yml')], { env })
    expectOneLine(result, 1, /none\.yml: there is no such file/, /stack file/)
  })
  test('a password file that is not there', async () => {
    copyFileSync(path.join(root, 'docker-compose.yml'), path.join(project, 'docker-compose.yml'))
    const args = ['deploy', 'workshop', '--docker-host', `unix://${base}/none.sock`]
    const result = await run('swarmline', args, { env, cwd: project })
    expectOneLine(result, 1, /docker-compose\.yml:\d+: .*db_password/, /create|make/)
  })
  test('a cluster that is not there', async () => {
    expectOneLine(await run('swarmline', ['deploy'], { env }), 1, /no cluster/, /swarmline up/)
  })
  test('an engine that does not answer', async () => {
    const dockerHost = `unix://${base}/none.sock`
    const result = await run('swarmline', ['up', '--engine', 'host'], {
      env: { ...env, DOCKER_HOST: dockerHost }
    })
    expectOneLine(result, 1, /none\.sock/, /—/)
  })
  test('an engine that everybody could use', async () => {
    const result = await run('swarmline', ['up'], { env: { ...env, DOCKER_HOST: 'tcp://127.0.0.1:2375' } })
    expectOneLine(result, 1, /without TLS/, /ssh:\/\//)
  })
})

describe('a machine that lacks something', () => {
  test('no QEMU: names the packages and how to install them', async () => {
    const result = await run('swarmline', ['up', '--engine', 'vm'], {
      env: { ...env, PATH: pathWithout(/^qemu-/) }
    })
    expectOneLine(result, 1, /qemu-system-x86/, /apt-get install/)
  })

  test('apt refuses: its own words', async () => {
    const bin = pathWithout(/^apt-get$/)
    const aptGet = path.join(bin, 'apt-get')
    const refusal = 'echo "E: The repository is not signed." >&2; exit 100'
    writeFileSync(
      aptGet,
      `#!/bin/sh\ncase "$*" in *update*) ${refusal} ;; esac\nexec /usr/bin/apt-get "$@"\n`
    )
    chmodSync(aptGet, 0o755)
    const fresh = { ...env, PATH: bin, SWARMLINE_CACHE: path.join(base, 'c1') }
    const result = await run('swarmline', ['up', '--engine', 'vm'], { env: fresh })
    expectOneLine(result, 1, /not signed/, /—/)
  })

  test('the disk is full', async () => {
    const cache = path.join(base, 'c2')
    mkdirSync(cache)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,mode=0700', 'tmpfs', cache])
    try {
      const result = await run('swarmline', ['up', '--engine', 'vm'], {
        env: { ...env, SWARMLINE_CACHE: cache }
      })
      expectOneLine(result, 1, /no space left/, /SWARMLINE_CACHE/)
    } finally {
      execFileSync('umount', ['--lazy', cache])
    }
  })
})

/** A folder with links to every program on the PATH but those; the first of a name wins, as on the PATH. */
function pathWithout(excluded: RegExp): string {
  const bin = mkdtempSync(path.join(base, 'bin-'))
  const seen = new Set<string>()
  for (const folder of (process.env.PATH ?? '').split(':'))
    for (const name of list(folder)) {
      if (excluded.test(name) || seen.has(name)) continue
      seen.add(name)
      symlinkSync(path.join(folder, name), path.join(bin, name))
    }
  return bin
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
