// The connection to the engine is cut for 15 s, at every kind of moment: the deploy ends as if it had not been.
import { expect, test } from '@jest/globals'
import { deployProcess, expectEnd } from '../support/deploy-process.ts'
import { describeFaults, standingOf, wholeOf } from '../support/faults.ts'
import { FOREVER, quick, type StackText, stackOf } from '../support/pipeline.ts'

const MINUTE = 60_000
const CUT_MS = 15_000
const spec = { managers: 1, workers: 1, prefix: '10.214.25', images: ['app:v1', 'app:v2'] }

describeFaults('a connection that is cut for 15 s', spec, on => {
  const client = () => on.swarm.client('manager1')
  const secrets = { secrets: { token: { environment: 'TOKEN' } } }
  const text = (image: string, command = FOREVER): StackText =>
    stackOf(
      {
        one: quick(command, { image, secrets: ['token'] }, { replicas: 2 }),
        two: quick(FOREVER, { image, secrets: ['token'] }, { replicas: 2 })
      },
      secrets
    )
  let tokens = 0
  /** Each with another secret, which docker has to make. */
  const run = (stack: string, socketPath: string, given: StackText) =>
    deployProcess({ folder: on.folder, socketPath, stack, text: given, env: { TOKEN: `${++tokens}` } }).done

  /** Deploys; the nth request that looks so does not come through, nor does anything for the next 15 s. */
  async function cutAt(stack: string, given: StackText, moment: RegExp, nth = 1) {
    let seen = 0
    const door = await on.door('manager1', request => {
      if (moment.test(request) && ++seen === nth) void door.cutFor(CUT_MS)
    })
    const end = await run(stack, door.client.socketPath, given)
    expect({ isCut: seen >= nth, said: seen >= nth ? '' : end.stderr }).toEqual({ isCut: true, said: '' })
    return end
  }

  /** Each is a deploy of its own; docker's requests have a version before the path. */
  const POINTS: [title: string, moment: RegExp, nth: number][] = [
    ['it takes the lock', /^POST \/configs\/create/, 1],
    ['it looks up the digests', /^GET \/distribution/, 1],
    ['it compares with what the swarm has', /^GET \/version/, 2],
    ['docker looks at the swarm', /^GET \/v[\d.]+\/info/, 1],
    ['docker makes the secret', /^POST \/v[\d.]+\/secrets\/create/, 1],
    ['docker updates the second service', /^POST \/v[\d.]+\/services\/.*update/, 2],
    ['it records what was handed over', /^POST \/configs\/create/, 3],
    ['it watches', /^GET \/events/, 1],
    ['it gives back the lock', /^DELETE \/configs/, 1]
  ]
  test.each(POINTS)(
    'while %s',
    async (_, moment, nth) => {
      const stands = await standingOf(client(), 'c')
      const [from, to] = stands.services.one?.image === 'app:v1' ? ['app:v1', 'app:v2'] : ['app:v2', 'app:v1']
      if (!stands.services.one) expectEnd(await run('c', client().socketPath, text(from)), { exitCode: 0 })
      const end = await cutAt('c', text(to), moment, nth)
      expectEnd(end, { exitCode: 0, report: { outcome: 'converged' } })
      expect(await standingOf(client(), 'c')).toEqual(wholeOf(to, { one: 2, two: 2 }))
    },
    3 * MINUTE
  )

  test(
    'while a deploy that failed goes back: it gets there',
    async () => {
      expectEnd(await run('b', client().socketPath, text('app:v1')), { exitCode: 0 })
      const end = await cutAt('b', text('app:v2', 'exit 3'), /^POST \/services\/.*update/)
      expectEnd(end, {
        exitCode: expect.any(Number),
        report: {
          failures: [{ service: 'b_one', category: 'exit', error: expect.stringMatching(/exit \(3\)/) }],
          undone: { kind: 'restored', isComplete: true }
        }
      })
      expect(end.exitCode).not.toBe(0)
      expect(end.report?.failures[0]?.node).toMatch(/^(manager1|worker1)$/)
      expect(await standingOf(client(), 'b')).toEqual(wholeOf('app:v1', { one: 2, two: 2 }))
    },
    3 * MINUTE
  )

  test(
    'while docker makes the services of a first deploy, and while one that failed is removed',
    async () => {
      const made = await cutAt('f', text('app:v1'), /^POST \/v[\d.]+\/services\/create/, 2)
      expectEnd(made, { exitCode: 0 })
      expect(await standingOf(client(), 'f')).toEqual(wholeOf('app:v1', { one: 2, two: 2 }))
      const removed = await cutAt('g', text('app:v1', 'exit 3'), /^DELETE \/v[\d.]+\/services/)
      expectEnd(removed, {
        exitCode: 1,
        report: { outcome: 'failed', undone: { kind: 'removed' } }
      })
      expect(await standingOf(client(), 'g')).toEqual({ services: {}, locks: 0 })
    },
    3 * MINUTE
  )
})
