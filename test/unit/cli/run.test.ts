import { describe, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import type { Diagnosis } from '../../../src/engine/doctor.rules.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { sampleDeploy } from '../../support/action-samples.ts'
import { passingReport } from '../../support/sample-report.ts'
import { fakeDoor, sampleCluster } from './fake-door.ts'

describe('a wrong command line', () => {
  test.each([
    [['upp'], 'unknown command “upp” — did you mean up?'],
    [['zebra'], 'unknown command “zebra” — see swarmline --help'],
    [['up', '--enginee', 'vm'], 'unknown option “--enginee” — did you mean --engine?'],
    [['up', '--name'], 'option “--name <name>” argument missing — see swarmline up --help'],
    [['down', 'a', 'b'], 'too many arguments for “down”. Expected 1 argument but got 2: a, b'],
    [['completion'], 'missing required argument “shell” — see swarmline completion --help'],
    [['completion', 'fishh'], 'completion takes bash, zsh or fish, not “fishh” (did you mean fish?)'],
    [['down', 'a', '--name', 'b'], 'the swarm is named twice: a, and b by --name']
  ])('%j is told in one line, with status 2', async (argv, said) => {
    const door = fakeDoor()
    expect(await run(argv, door)).toBe(2)
    expect(door.stderr.text()).toContain(`swarmline: ${said}`)
    expect(door.stderr.text().match(/\n/g)).toHaveLength(1)
    expect(door.stdout.text()).toBe('')
  })

  test('names every bad value at once', async () => {
    const door = fakeDoor()
    expect(await run(['up', '--engine', 'vmm', '--managers', '0', '--label', 'x', '--name', '-'], door)).toBe(
      2
    )
    for (const option of ['--engine', '--managers', '--label', '--name'])
      expect(door.stderr.text()).toContain(`${option} takes`)
  })

  test('without a command shows the help, with status 2', async () => {
    const door = fakeDoor()
    expect(await run([], door)).toBe(2)
    expect(door.stderr.text()).toContain('Usage: swarmline')
  })
})

test('help goes to standard output with status 0', async () => {
  const door = fakeDoor()
  expect(await run(['up', '--help'], door)).toBe(0)
  expect(door.stdout.text()).toContain('Usage: swarmline up')
  expect(door.stderr.text()).toBe('')
})

describe('an error', () => {
  const failing = () =>
    fakeDoor({
      up: () => Promise.reject(new SwarmlineError('no-engine', 'no engine', { hint: 'start one' }))
    })

  test('is one line with the way out, status 1, and no stack trace', async () => {
    const door = failing()
    expect(await run(['up'], door)).toBe(1)
    expect(door.stderr.text()).toBe('swarmline: no engine — start one\n')
  })

  test('is a JSON document too when JSON was asked for', async () => {
    const door = failing()
    expect(await run(['up', '--json'], door)).toBe(1)
    expect(JSON.parse(door.stdout.text())).toEqual({
      error: { code: 'no-engine', message: 'no engine', hint: 'start one' }
    })
  })

  test('has its trace with --verbose only', async () => {
    const door = failing()
    await run(['up', '--verbose'], door)
    expect(door.stderr.text()).toMatch(/\n +at /)
  })

  test('cannot move the cursor', async () => {
    const door = fakeDoor({ up: () => Promise.reject(new Error('bad \u001b[2J\u0007 text\nsecond')) })
    await run(['up'], door)
    expect(door.stderr.text()).toBe('swarmline: bad \ufffd[2J\ufffd text; second\n')
  })

  test('of a missing npm package says how to get it', async () => {
    const missing = Object.assign(new Error("Cannot find package 'yaml' imported from /x/y.ts"), {
      code: 'ERR_MODULE_NOT_FOUND'
    })
    const door = fakeDoor({ up: () => Promise.reject(missing) })
    expect(await run(['up'], door)).toBe(1)
    expect(door.stderr.text()).toContain(
      'the npm package yaml is not installed — run npm ci --ignore-scripts'
    )
  })
})

describe('a signal', () => {
  /** Works until it is cancelled, then takes down what it made. */
  const patient = (log: string[]) => ({
    up: (async (_request, _home, fx) => {
      await new Promise(resolve => fx.signal.addEventListener('abort', resolve))
      log.push('taken down')
      throw new Error('a program died of the same signal')
    }) as NonNullable<Parameters<typeof fakeDoor>[0]>['up']
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129]
  ] as const)('%s cancels, lets the use case clean up, and ends with %i', async (name, exitCode) => {
    const log: string[] = []
    const door = fakeDoor(patient(log) as never)
    const running = run(['up', '--json'], door)
    await until(() => door.send(name), log)
    expect(await running).toBe(exitCode)
    expect(log).toEqual(['taken down'])
    expect(JSON.parse(door.stdout.text()).error.code).toBe('cancelled')
    expect(door.stderr.text()).toMatch(/swarmline: cancelled\n$/)
  })

  test('that comes twice ends at once and says what may be left', async () => {
    const door = fakeDoor({
      up: (_request, _home, fx) => fx.log.step('Raise the nodes', () => new Promise(() => undefined))
    })
    void run(['up', 'big'], door)
    await until(() => door.send('SIGINT'), door.exits)
    expect(door.exits).toEqual([130])
    expect(door.stderr.text()).toContain(
      'stopped immediately during Raise the nodes; some of what was made may be left — remove it with: swarmline down big'
    )
  })

  test.each([
    ['deploy', 'shop'],
    ['rollback', 'shop']
  ])('that comes twice ends a %s at once and says how the stack may stand', async (...line) => {
    const door = fakeDoor({
      deploy: (_request, _home, fx) => fx.log.step('Wait', () => new Promise(() => undefined)),
      rollback: (_request, _home, fx) => fx.log.step('Wait', () => new Promise(() => undefined))
    })
    void run(line, door)
    await until(() => door.send('SIGTERM'), door.exits)
    expect(door.exits).toEqual([143])
    expect(door.stderr.text()).toContain('the stack shop may be half-way between old and new')
  })

  test('is not listened to after the command', async () => {
    const door = fakeDoor({ list: async () => [] })
    expect(await run(['ls'], door)).toBe(0)
    door.send('SIGINT')
    expect(door.stderr.text()).toBe('')
  })
})

describe('what commands answer', () => {
  test('--json is one document, and progress is not in it', async () => {
    const door = fakeDoor({
      up: (_request, _home, fx) => fx.log.step('Raise', async () => sampleCluster())
    })
    expect(await run(['up', '--json'], door)).toBe(0)
    expect(JSON.parse(door.stdout.text())).toEqual(sampleCluster())
    expect(door.stderr.text()).toMatch(/^done: Raise/)
  })

  test.each([
    ['converged', 0],
    ['failed', 1],
    ['rolled-back', 3],
    ['paused', 4],
    ['timed-out', 5],
    ['cancelled', 130]
  ] as const)('a deploy that %s ends with %i', async (outcome, exitCode) => {
    const result = { ...sampleDeploy(outcome), outcome }
    expect(await run(['deploy'], fakeDoor({ deploy: async () => result }))).toBe(exitCode)
  })

  test.each([
    ['pass', 0],
    ['fail', 1],
    ['inconclusive', 1]
  ] as const)('a verification that says %s ends with %i', async (status, exitCode) => {
    const result = { verdicts: [], nodes: [], status, durationMs: 1 }
    expect(await run(['verify'], fakeDoor({ verify: async () => result }))).toBe(exitCode)
  })

  test('env points at the node, and names the nodes when there is no such one', async () => {
    const readCluster = async () => sampleCluster()
    const door = fakeDoor({ readCluster }, { env: { SHELL: '/bin/bash' } })
    expect(await run(['env', 'worker1'], door)).toBe(0)
    expect(door.stdout.text()).toMatch(/^export DOCKER_HOST=unix:\/\/\/run\/worker1\.sock;/)
    const other = fakeDoor({ readCluster })
    expect(await run(['env', 'wrker1'], other)).toBe(1)
    expect(other.stderr.text()).toContain('did you mean worker1? its nodes are manager1, worker1, worker2')
  })

  test('url says where a port answers, and nothing else', async () => {
    const nodeUrl = async (request: { node: string | undefined; port: number }) => ({
      ...{ node: request.node ?? 'manager1', host: '127.77.0.2', port: request.port },
      url: `http://127.77.0.2:${request.port}`
    })
    const door = fakeDoor({ nodeUrl })
    expect(await run(['url', 'worker1', '--port', '8080'], door)).toBe(0)
    expect(door.stdout.text()).toBe('http://127.77.0.2:8080\n')
    expect(await run(['url', '--port', '0'], fakeDoor({ nodeUrl }))).toBe(2)
  })
})

/** Commands load what they need before they listen: signals until one has an effect. */
async function until(send: () => void, effects: readonly unknown[]): Promise<void> {
  while (effects.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 5))
    send()
  }
}

describe('a demo', () => {
  const diagnosis = (missing: string[]) =>
    ({
      canRun: missing.length === 0,
      verdict: missing.length === 0 ? 'a VM is used' : 'a VM needs zstd',
      missing,
      install: missing.length === 0 ? undefined : 'apt-get install zstd'
    }) as unknown as Diagnosis

  /** A machine without zstd until it is installed. */
  function machine() {
    const done: string[] = []
    const door = fakeDoor({
      doctor: async () => diagnosis(done.includes('install') ? [] : ['zstd']),
      installMissing: async ({ missing }) => void done.push('install', ...missing),
      demo: async () => {
        done.push('demo')
        return passingReport()
      }
    })
    return { door, done }
  }

  test('installs what is missing when asked to, looks again, and runs', async () => {
    const { door, done } = machine()
    expect(await run(['demo', '--install'], door)).toBe(0)
    expect(done).toEqual(['install', 'zstd', 'demo'])
    expect(door.stderr.text()).toMatch(/done: Look at this machine.*\ndone: Look again.*\nA VM is used\.\n/)
    expect(door.stdout.text()).toContain('everything passed')
  })

  test('says what is missing when not asked to install it, and makes nothing', async () => {
    const { door, done } = machine()
    expect(await run(['demo'], door)).toBe(1)
    expect(done).toEqual([])
    expect(door.stderr.text()).toContain(
      'swarmline: a VM needs zstd — install what is missing with: apt-get install zstd'
    )
  })
})
