// Five secrets go through a real swarm, whose containers write them to their logs: deploys that succeed, fail and are
// killed, what is asked of them, and the bundle of deploy-stack. They are searched in all that there is afterwards: outputs,
// files, every object that the engine tells of, its events and its log, and every process, the engine's own among them.
import { type ChildProcess, execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { homeOf } from '../../src/cli/home.rules.ts'
import { exceptionsIn, leaksIn, objectPlace, type Place } from '../support/canary/places.ts'
import { CONTENTS, openWorkplace, stackArguments, type Workplace } from '../support/canary/workplace.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { FOREVER, quick, until } from '../support/pipeline.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const QUOTING = 'cat /run/secrets/*; echo; cat /run/secrets/* >&2; echo >&2'
const KINDS = [
  ...['services', 'tasks', 'secrets', 'configs', 'networks', 'nodes', 'images/json', 'volumes'],
  ...['swarm', 'info', 'system/df']
]
const MARK = 'SWARMLINE_CANARY_RUN'

const reason = whyNoDockerd()
describeIf(reason === undefined, reason ?? '', 'on a real swarm no secret shows', () => {
  let place: Workplace
  let swarm: SwarmOfOne
  beforeAll(async () => {
    const { cacheDir } = homeOf(process.env, process.cwd(), homedir())
    const tools = path.join(cacheDir, 'tools')
    mkdirSync(tools, { recursive: true, mode: 0o700 })
    const service = quick(`${QUOTING}; ${FOREVER}`, { networks: ['host'] })
    place = openWorkplace('app:v1', { service, tools })
    // However long a busy machine takes to end it: what is watched for less could pass.
    const update_config = { monitor: '60s', failure_action: 'pause' }
    const failing = quick(`${QUOTING}; exit 1`, { networks: ['host'] }, { update_config })
    writeFileSync(place.at('work', 'failing.yml'), JSON.stringify({ services: { web: failing } }))
    // By this the engine's processes, and those of its containers, are known for some that are watched.
    process.env[MARK] = place.folder
    swarm = await startSwarmOfOne(['app:v1'])
  })
  afterAll(async () => {
    delete process.env[MARK]
    await swarm?.stop()
    place?.remove()
  })

  const target = () => ['--docker-host', `unix://${swarm.client.socketPath}`]
  const deploy = (stack: string, ...more: string[]) => [
    ...['deploy', stack, ...target(), ...stackArguments(place.at), '--unresolved-images', 'warn'],
    ...['--timeout', '90s', '--verbose', ...more]
  ]
  const failing = () => ['--compose-file', place.at('work', 'failing.yml')]

  const list = <T = { Spec: { Name: string } }>(kind: string) => swarm.client.json<T[]>('GET', `/${kind}`)
  /** All that the engine tells of whatever it has, and what it has said. */
  async function enginePlaces(): Promise<Place[]> {
    const listed = await Promise.all(KINDS.map(kind => list(kind)))
    const containers = await swarm.client.json<{ Id: string }[]>('GET', '/containers/json', {
      query: { all: true }
    })
    const inspected = await Promise.all(
      containers.map(({ Id }) => swarm.client.json('GET', `/containers/${Id}/json`).catch(() => undefined))
    )
    const docker = (...args: string[]) =>
      execFileSync('docker', ['-H', `unix://${swarm.client.socketPath}`, ...args], { encoding: 'utf8' })
    return [
      ...listed.map((all, index) => objectPlace(String(KINDS[index]), all)),
      objectPlace('containers', inspected),
      { where: 'events', text: docker('events', '--since', '1h', '--until', '0s', '--format', 'json') },
      { where: 'log of dockerd', text: readFileSync(path.join(swarm.docker.configDir ?? '', 'log'), 'utf8') }
    ]
  }
  let exceptions = 0
  const processes = new Set<string>()
  async function expectNothing(what: string): Promise<void> {
    const places = [...(await place.places()), ...(await enginePlaces())]
    exceptions += exceptionsIn(places).length
    for (const { where } of places) processes.add(where.replace(/ of \d+/, ''))
    expect([what, leaksIn(places)]).toEqual([what, []])
  }

  test('in a deploy that succeeds, and what is asked of it', async () => {
    const calls: [ended: unknown, string[]][] = [
      [0, deploy('shop', '--report-dir', place.at('out'))],
      [0, deploy('shop', '--plan')],
      [0, ['status', 'shop', ...target(), '--json', '--verbose']],
      [expect.anything(), ['verify', 'shop', ...target(), '--report-dir', place.at('verified'), '--verbose']],
      [expect.not.stringMatching(/^0$/), deploy('shop', ...failing(), '--report-dir', place.at('failed'))],
      [expect.anything(), ['rollback', 'shop', ...target(), '--to', '1', '--timeout', '90s', '--verbose']],
      [0, ['history', 'shop', ...target(), '--json', '--verbose']]
    ]
    for (const [expected, call] of calls) {
      const { exitCode, stderr } = await place.swarmline(call)
      const ended = typeof expected === 'number' ? exitCode : String(exitCode)
      expect([call[0], ended, stderr]).toEqual([call[0], expected, expect.any(String)])
      await expectNothing(call.join(' '))
    }
  })

  const ofStack = (kind: string, stack: string) => async (): Promise<number> =>
    (await list(kind)).filter(each => JSON.stringify(each.Spec).includes(stack)).length
  const MOMENTS: [string, (stack: string) => () => Promise<boolean>, NodeJS.Signals][] = [
    ['holds the lock', stack => async () => (await ofStack('configs', stack)()) > 0, 'SIGKILL'],
    ['has given a secret', stack => async () => (await ofStack('secrets', stack)()) > 0, 'SIGTERM'],
    ['has given all', stack => async () => (await ofStack('secrets', stack)()) === 5, 'SIGKILL'],
    ['has made the service', stack => async () => (await ofStack('services', stack)()) > 0, 'SIGINT']
  ]
  test.each(MOMENTS)('in a deploy that is killed when it %s', async (what, when, signal) => {
    const stack = `stopped${MOMENTS.findIndex(([each]) => each === what)}`
    let child: ChildProcess | undefined
    const ended = place.swarmline(deploy(stack, '--report-dir', place.at('out')), started => {
      child = started
    })
    await until(what, when(stack))
    expect(child?.kill(signal)).toBe(true)
    expect([what, (await ended).exitCode]).toEqual([what, expect.anything()])
    await expectNothing(what)
  })

  test('in steps of a workflow, by the bundle', async () => {
    const inputs = {
      'docker-host': `unix://${swarm.client.socketPath}`,
      stack: 'shop',
      secrets: JSON.stringify(CONTENTS),
      'unresolved-images': 'warn',
      timeout: '90s'
    }
    for (const [exitCode, files] of [
      [0, 'stack.yml'],
      [1, 'stack.yml\nfailing.yml']
    ] as const) {
      const [main] = await place.action('deploy-stack', { ...inputs, 'compose-files': files })
      expect([files, main?.exitCode, main?.log]).toEqual([files, exitCode, expect.any(String)])
      await expectNothing(files)
    }
  })

  test('and would show: secrets that are seeded are found, in whatever has been searched', async () => {
    expect(exceptions).toBeGreaterThan(0)
    expect((await list('secrets')).length).toBeGreaterThanOrEqual(5)
    expect([...processes]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^argv, .*containerd-shim/), 'environment, /bin/sh -c'])
    )
    const Data = Buffer.from(CONTENTS.json).toString('base64')
    await swarm.client.json('POST', '/configs/create', { body: { Name: 'leak', Data } })
    expect(leaksIn(await enginePlaces()).join('\n')).toMatch(/^configs: JSON, raw/m)
    const command = ['/bin/sh', '-c', `: '${CONTENTS.base64}'; sleep 1`]
    await swarm.client.json('POST', '/containers/create', { body: { Image: 'app:v1', Cmd: command } })
    expect(leaksIn(await enginePlaces()).join('\n')).toMatch(/^containers: base64, raw/m)
  })
})
