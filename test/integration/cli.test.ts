import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { root, run, start } from '../support/cli.ts'

// Each test starts the real program, some of which look at the whole machine.
jest.setTimeout(30_000)

const COMMANDS = [
  'up',
  'build',
  'deploy',
  'rollback',
  'status',
  'history',
  'verify',
  'down',
  'env',
  'url',
  'report',
  'ls',
  'doctor',
  'demo',
  'workshop',
  'completion'
]

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'swarmline-cli-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const env = (more: Record<string, string | undefined> = {}) => ({
  SWARMLINE_CACHE: join(home, 'cache'),
  SWARMLINE_STATE: join(home, 'state'),
  DOCKER_HOST: undefined,
  ...more
})
const swarmline = (args: string[], more?: Record<string, string | undefined>) =>
  run('swarmline', args, { env: env(more), cwd: home })

describe('help', () => {
  test('of every command: usage, defaults, the common options, and examples', async () => {
    const answers = await Promise.all(COMMANDS.map(command => swarmline([command, '--help'])))
    for (const [i, { exitCode, stdout, stderr }] of answers.entries()) {
      expect({ command: COMMANDS[i], exitCode, stderr }).toEqual({
        command: COMMANDS[i],
        exitCode: 0,
        stderr: ''
      })
      expect(stdout).toMatch(new RegExp(`^Usage: swarmline ${COMMANDS[i]}`))
      for (const part of ['--json', '--verbose', '--no-color', '\nExamples:\n  $ '])
        expect(stdout).toContain(part)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour when piped
      expect(stdout).not.toMatch(/\u001b/)
    }
    expect(answers[0]?.stdout).toContain('(default: worker1:data=persistent)')
  })

  test('of the program lists every command', async () => {
    const { stdout } = await swarmline(['--help'])
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  test('is coloured when that is forced, and never with NO_COLOR', async () => {
    const forced = await swarmline(['--help'], { FORCE_COLOR: '1', NO_COLOR: undefined })
    expect(forced.stdout).toContain('\u001b[')
    const both = await swarmline(['--help'], { FORCE_COLOR: '1', NO_COLOR: '1' })
    expect(both.stdout).not.toContain('\u001b[')
  })

  test("the version is package.json's", async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect((await swarmline(['--version'])).stdout).toBe(`${version}\n`)
  })
})

describe('a wrong command line', () => {
  test.each([
    [['upp'], /unknown command “upp” — did you mean up\?/],
    [['verify', '--suit', 'x.yml'], /unknown option “--suit” — did you mean --suite\?/],
    [['url', '--port', '0', '--cluster', '-'], /--cluster takes .*; --port takes /],
    [['up', '--engine', 'kvm'], /--engine takes auto, host or vm, not “kvm” \(did you mean vm\?\)/]
  ])('%j: one line, status 2', async (args, said) => {
    const { exitCode, stdout, stderr } = await swarmline(args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(said)
    expect(stderr).toMatch(/^swarmline: [^\n]+\n$/)
  })

  test('as JSON', async () => {
    const { exitCode, stdout } = await swarmline(['up', '--managers', 'many', '--json'])
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'usage',
        message: '--managers takes a whole number from 1 to 7, not “many”',
        hint: 'see swarmline up --help'
      }
    })
  })
})

describe('without any swarm', () => {
  test('ls says so, as text and as JSON', async () => {
    expect((await swarmline(['ls'])).stdout).toContain('There is no swarm here')
    expect(JSON.parse((await swarmline(['ls', '--json'])).stdout)).toEqual({ clusters: [] })
  })

  test.each([[['env', 'worker1']], [['url', 'worker1']], [['ls', 'nowhere']], [['workshop', 'check', '5']]])(
    '%j is one line with the way out, status 1',
    async args => {
      const { exitCode, stdout, stderr } = await swarmline(args)
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toMatch(/^swarmline: there is no cluster .* — [^\n]+\n$/)
    }
  )

  test('down is no error', async () => {
    expect(await swarmline(['down'])).toMatchObject({ exitCode: 0, stdout: 'nothing to remove\n' })
  })

  test('env -u points back, in the words of the shell', async () => {
    expect((await swarmline(['env', '-u'], { SHELL: '/bin/bash' })).stdout).toBe(
      'unset DOCKER_HOST DOCKER_TLS_VERIFY DOCKER_CERT_PATH;\n'
    )
    expect((await swarmline(['env', '-u', '--shell', 'fish'])).stdout).toMatch(/^set -e DOCKER_HOST;\n/)
  })

  test('nothing but the compile cache is left behind', async () => {
    expect(await readdir(join(home, 'cache'))).toEqual(['node'])
  })
})

describe('doctor', () => {
  test('says which engine and why, and its status agrees', async () => {
    const { exitCode, stdout } = await swarmline(['doctor', '--json'])
    const diagnosis = JSON.parse(stdout)
    expect(exitCode).toBe(diagnosis.canRun ? 0 : 1)
    expect(diagnosis.verdict).toMatch(/./)
    expect(diagnosis.checks.map((check: { name: string }) => check.name)).toEqual(
      expect.arrayContaining([
        'system',
        'disk',
        'engine',
        'kernel ip_vs',
        'QEMU',
        'acceleration',
        'docker.io'
      ])
    )
  })

  test('an engine that was named and does not answer is told, with status 1', async () => {
    const { exitCode, stdout } = await swarmline(['doctor', '--docker-host', `unix://${home}/none.sock`])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Nothing can run here: no Docker engine answers at')
  })
})

describe('a place that is none', () => {
  test('a folder that is gone: one line', async () => {
    const gone = await mkdtemp(join(tmpdir(), 'swarmline-gone-'))
    const script = 'cd "$1" && rmdir "$1" && exec "$2" ls'
    const ended = spawnSync('bash', ['-c', script, 'bash', gone, join(root, 'bin/swarmline')], {
      env: { ...process.env, ...env() },
      encoding: 'utf8'
    })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/^swarmline: the current folder no longer exists — [^\n]+\n$/m)
    expect(ended.stderr).not.toContain('    at ')
  })

  test.each(['/proc', 'relative'])('HOME=%s: one line, at once', async HOME => {
    const more = { HOME, SWARMLINE_CACHE: undefined, SWARMLINE_STATE: undefined, XDG_CACHE_HOME: undefined }
    const { exitCode, stderr } = await swarmline(['ls'], more)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^swarmline: HOME is [^\n]+\n$/)
  })

  test('output that cannot be written is no success', () => {
    const script = 'exec "$1" ls >/dev/full'
    const ended = spawnSync('bash', ['-c', script, 'bash', join(root, 'bin/swarmline')], {
      env: { ...process.env, ...env() },
      encoding: 'utf8'
    })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/^swarmline: the output could not be written: /)
  })

  test('down --all with a name removes nothing', async () => {
    const { exitCode, stderr } = await swarmline(['down', '--all', 'mine'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--all removes every swarm, and mine names one')
  })
})

describe('a signal', () => {
  test('in mid-run ends with 130, one line, and no trace', async () => {
    // An engine that accepts connections and never answers.
    const socket = join(home, 'silent.sock')
    const scratch = join(home, 'scratch')
    await mkdir(scratch)
    const server = createServer(() => undefined).listen(socket)
    const isAsked = new Promise(resolve => server.once('connection', resolve))
    try {
      const isHeard = Promise.withResolvers<void>()
      const { child, done } = start('swarmline', ['doctor', '--docker-host', `unix://${socket}`], {
        env: { ...env(), TMPDIR: scratch },
        onOutput: text => text.includes('cancelling') && isHeard.resolve()
      })
      await isAsked
      expect(await readdir(scratch)).toEqual([expect.stringMatching(/^swarmline-doctor-/)])
      child.kill('SIGINT')
      await Promise.race([isHeard.promise, done])
      child.kill('SIGINT')
      const { exitCode, stderr } = await done
      expect(await readdir(scratch)).toEqual([])
      expect(exitCode).toBe(130)
      expect(stderr).toMatch(/^warning: cancelling[^\n]*\nswarmline: [^\n]+\n$/)
    } finally {
      server.close()
    }
  })
})

describe('where it is started', () => {
  /** Starts a program that is not in our bin/. */
  const startElsewhere = (program: string, args: string[], environment: Record<string, string | undefined>) =>
    spawnSync(program, args, { cwd: home, env: environment, encoding: 'utf8' })

  test('through a link, from any folder', async () => {
    const link = join(home, 'my-swarmline')
    await symlink(join(root, 'bin/swarmline'), link)
    expect(startElsewhere(link, ['--version'], { ...process.env, ...env() })).toMatchObject({
      status: 0,
      stderr: ''
    })
  })

  test('without Node: one line that names what is missing', async () => {
    const copy = join(home, 'copy')
    const programs = join(home, 'programs')
    await mkdir(join(copy, 'bin'), { recursive: true })
    await mkdir(programs)
    for (const file of ['swarmline', 'node.sh'])
      await copyFile(join(root, 'bin', file), join(copy, 'bin', file))
    for (const program of ['bash', 'env', 'dirname', 'readlink'])
      await symlink(`/usr/bin/${program}`, join(programs, program))
    const { status, stderr } = startElsewhere(join(copy, 'bin/swarmline'), ['ls'], { PATH: programs })
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^swarmline: Node 20 or later with npm is needed and is not on the PATH — [^\n]+\n$/
    )
  })
})
