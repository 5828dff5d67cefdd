// SIGTERM at every point of a deploy: the swarmline process, with the docker client that it runs, on a real swarm.
// Each point is a request that is seen on its way to the engine, and waits there until the signal is sent.
import { expect, test } from '@jest/globals'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { type DeployEnd, type DeployProcess, deployProcess, expectEnd } from '../support/deploy-process.ts'
import { describeFaults, standingOf, wholeOf } from '../support/faults.ts'
import { FOREVER, quick, type StackText, stackOf } from '../support/pipeline.ts'

const MINUTE = 60_000
const spec = { managers: 1, workers: 1, prefix: '10.214.22', images: ['app:v1', 'app:v2'] }
const SIGTERM_STATUS = 143

describeFaults('SIGTERM in the middle of a deploy', spec, on => {
  const secrets = { secrets: { token: { environment: 'TOKEN' } } }
  const service = (image: string) =>
    quick(
      FOREVER,
      { image, secrets: ['token'] },
      { replicas: 2, update_config: { parallelism: 1, delay: '1s', monitor: '1s', failure_action: 'pause' } }
    )
  const old = (): StackText =>
    stackOf({ one: service('app:v1'), two: service('app:v1'), gone: service('app:v1') }, secrets)
  const next = (command?: string): StackText =>
    stackOf(
      {
        one: service('app:v2'),
        two: command ? quick(command, { image: 'app:v2' }) : service('app:v2'),
        added: service('app:v2')
      },
      secrets
    )
  const wholeOld = wholeOf('app:v1', { one: 2, two: 2, gone: 2 })
  const wholeNew = wholeOf('app:v2', { one: 2, two: 2, added: 2 })

  const client = () => on.swarm.client('manager1')
  const secretNames = async (stack: string): Promise<string[]> => {
    const all = await client().json<{ Spec: { Name: string } }[] | null>('GET', '/secrets')
    return (all ?? []).map(({ Spec }) => Spec.Name).filter(name => name.startsWith(`${stack}_`))
  }
  const run = (stack: string, socketPath: string, text: StackText, token: string) =>
    deployProcess({ folder: on.folder, socketPath, stack, text, env: { TOKEN: token } })

  const heard = ({ output }: DeployProcess) =>
    waitFor('the signal is heard', async () => /cancelling/.test(output()) || undefined, {
      clock: systemClock,
      deadlineMs: MINUTE
    })

  /** Deploys `text`, and sends SIGTERM at the nth request that looks so. */
  async function endedAt(
    stack: string,
    text: StackText,
    moment: RegExp,
    nth = 1,
    times = 1
  ): Promise<DeployEnd & { requests: string[] }> {
    const requests: string[] = []
    let seen = 0
    const door = await on.door('manager1', async request => {
      requests.push(request)
      if (!moment.test(request) || ++seen !== nth) return
      process.kill(deploying.pid, 'SIGTERM')
      // Two that are on their way at the same time would be one.
      if (times === 2) {
        await heard(deploying)
        process.kill(deploying.pid, 'SIGTERM')
      }
    })
    const deploying = run(stack, door.client.socketPath, text, 'two')
    const end = await deploying.done
    expect({ seen: seen >= nth, requests: seen >= nth ? [] : requests, said: end.stderr }).toMatchObject({
      seen: true
    })
    return { ...end, requests }
  }

  /** In the order in which they come; docker's own requests have a version before the path. */
  const POINTS: [title: string, moment: RegExp, nth: number, stands: 'old' | 'new'][] = [
    ['takes the lock', /^POST \/configs\/create/, 1, 'old'],
    ['looks up the digests', /^GET \/distribution/, 1, 'old'],
    ['begins its record', /^POST \/configs\/create/, 2, 'old'],
    ['has docker look at the swarm', /^GET \/v[\d.]+\/info/, 1, 'old'],
    ['has docker make the secret', /^POST \/v[\d.]+\/secrets\/create/, 1, 'old'],
    ['has docker update the first service', /^POST \/v[\d.]+\/services\/.*update/, 1, 'old'],
    ['has docker update the second service', /^POST \/v[\d.]+\/services\/.*update/, 2, 'old'],
    ['has docker make the new service', /^POST \/v[\d.]+\/services\/create/, 1, 'old'],
    ['records what was handed over', /^POST \/configs\/create/, 3, 'old'],
    ['begins to watch', /^GET \/events/, 1, 'old'],
    ['has watched for a while', /^GET \/tasks\?(?!.*up-to-date)/, 8, 'old'],
    ['removes what the files no longer name', /^DELETE \/services/, 1, 'old'],
    ['gives back the lock', /^DELETE \/configs/, 1, 'new']
  ]

  test.each(POINTS)(
    'when it %s',
    async (_, moment, nth, stands) => {
      const first = await run('s', client().socketPath, old(), 'one').done
      expectEnd(first, { exitCode: 0 })
      const secretsBefore = await secretNames('s')

      const end = await endedAt('s', next(), moment, nth)
      expectEnd(end, { exitCode: SIGTERM_STATUS })
      expect(end.stderr).not.toMatch(/Warning: Possible EventEmitter memory leak/)
      expect(await standingOf(client(), 's')).toEqual(stands === 'old' ? wholeOld : wholeNew)
      if (stands === 'new') return expect(end.report).toMatchObject({ outcome: 'converged' })
      expect(await secretNames('s')).toEqual(secretsBefore)
      // Before its record is there nothing can have changed: that is an error that says no more.
      if (end.report)
        expect({ ...end.report, left: end.report.leftBehind }).toMatchObject({
          undone: { kind: 'restored', isComplete: true },
          left: undefined
        })
      else expect(end.error).toMatchObject({ code: 'cancelled' })
    },
    3 * MINUTE
  )

  test(
    'of a first deploy nothing is left, whatever docker was at',
    async () => {
      for (const moment of [/^POST \/v[\d.]+\/secrets\/create/, /^POST \/v[\d.]+\/services\/create/]) {
        const end = await endedAt('f', next(), moment)
        expectEnd(end, { exitCode: SIGTERM_STATUS })
        expect(await standingOf(client(), 'f')).toEqual({ services: {}, locks: 0 })
        expect(await secretNames('f')).toEqual([])
      }
    },
    3 * MINUTE
  )

  test(
    'while a deploy that failed goes back: it goes on with that',
    async () => {
      const first = await run('b', client().socketPath, old(), 'one').done
      expectEnd(first, { exitCode: 0 })
      // The first update that is not docker's own is the one that takes a service back.
      const end = await endedAt('b', next('exit 1'), /^POST \/services\/.*update/)
      expectEnd(end, { exitCode: SIGTERM_STATUS })
      expect(end.report).toMatchObject({ undone: { kind: 'restored', isComplete: true } })
      expect(await standingOf(client(), 'b')).toEqual(wholeOld)
    },
    3 * MINUTE
  )

  test(
    'twice: it ends at once and says what may be left, and the next deploy completes it',
    async () => {
      const first = await run('t', client().socketPath, old(), 'one').done
      expectEnd(first, { exitCode: 0 })
      const end = await endedAt('t', next(), /^GET \/events/, 1, 2)
      expect(end.exitCode).toBe(SIGTERM_STATUS)
      expect(end.stderr).toMatch(/ended at once during .*the stack t may be half-way .*swarmline status t/)
      const completed = await deployProcess({
        folder: on.folder,
        socketPath: client().socketPath,
        stack: 't',
        text: next(),
        env: { TOKEN: 'two' },
        args: ['--lock-wait', '3m']
      }).done
      expectEnd(completed, { exitCode: 0 })
      expect(completed.stderr).toMatch(/the lock of t has expired/)
      expect(await standingOf(client(), 't')).toEqual(wholeNew)
    },
    4 * MINUTE
  )

  test(
    'in the middle of a rollback: it says how each service stands',
    async () => {
      for (const text of [old(), next()]) {
        const made = await run('r', client().socketPath, text, 'one').done
        expectEnd(made, { exitCode: 0 })
      }
      let updates = 0
      const door = await on.door('manager1', request => {
        if (/^POST \/services\/.*update/.test(request) && ++updates === 1)
          process.kill(rollingBack.pid, 'SIGTERM')
      })
      const rollingBack = deployProcess({
        folder: on.folder,
        socketPath: door.client.socketPath,
        stack: 'r',
        text: old(),
        command: 'rollback',
        args: ['--to', '1']
      })
      const end = await rollingBack.done
      expectEnd(end, { exitCode: SIGTERM_STATUS })
      expect(end.rolledBack?.result).toMatchObject({ outcome: 'cancelled' })
      const { services, locks } = await standingOf(client(), 'r')
      expect(locks).toBe(0)
      const spec = (name: string) => {
        const image = services[name]?.image
        if (image === undefined) return 'not there'
        return image === 'app:v1' ? 'has its spec of deploy 1' : 'has another spec than the one of deploy 1'
      }
      expect(end.rolledBack?.result.leftBehind?.map(line => line.replace(/, .*/, ''))).toEqual([
        ...(services.added ? ['r_added: came later and is still there'] : []),
        ...['gone', 'one', 'two'].map(name => `r_${name}: ${spec(name)}`)
      ])
    },
    3 * MINUTE
  )
})
