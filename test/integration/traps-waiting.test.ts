// Traps of `docker stack deploy`, shown on both sides: when is a deploy over, and does anybody say so? See docs/traps.md.
import { afterAll, expect, test } from '@jest/globals'
import { FOREVER, type PlainWait, quick, stackOf, steppedEffects, until } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { dying, gateIn } from '../support/readiness.ts'

/** A program that ends again and again is waited for as long as it may take. */
const ENOUGH = { timeoutMs: 60_000 }

describePipeline('the trap that', ({ folder, on }) => {
  const waits: PlainWait[] = []
  afterAll(async () => {
    await Promise.all(waits.map(wait => wait.stop()))
  })

  const waitingFor = (stack: string, text: ReturnType<typeof stackOf>): PlainWait => {
    const wait = on.plainlyWaiting(stack, text)
    waits.push(wait)
    return wait
  }
  const states = async (service: string, image?: string): Promise<string[]> =>
    (await on.tasks(service))
      .filter(t => image === undefined || t.Spec.ContainerSpec?.Image === image)
      .map(t => t.Status.State)
  const count = async (service: string, state: string, image?: string): Promise<number> =>
    (await states(service, image)).filter(each => each === state).length

  /** A deploy of ours, and how often it has looked at the swarm: one that is over too early is over after few looks. */
  function deploying(stack: string, text: ReturnType<typeof stackOf>) {
    const seen = { looks: 0, isOver: false }
    const effects = steppedEffects(title => void (title.startsWith(`Wait for ${stack} to`) && seen.looks++))
    const report = on.deploy(stack, text, {}, effects).finally(() => {
      seen.isOver = true
    })
    report.catch(() => undefined)
    const hasLooked = (times: number) => async () => seen.looks >= times || seen.isOver
    return { report, seen, hasLooked }
  }

  test('docker stack deploy returns before anything runs', async () => {
    const gate = gateIn(folder)
    const text = stackOf({ app: quick(FOREVER, gate.ready, { replicas: 2 }) })
    expect(await on.plainly('early', text)).toMatchObject({ exitCode: 0 })
    expect(await on.replicas('early_app')).toBe('0/2')

    const { report, seen, hasLooked } = deploying('ours', text)
    await until('two tasks that start', async () => (await count('ours_app', 'starting')) === 2)
    const { looks } = seen
    await until('more looks', hasLooked(looks + 3))
    expect(seen.isOver).toBe(false)
    gate.open()
    expect(await report).toMatchObject({
      outcome: 'converged',
      services: [{ running: 2, wanted: 2 }]
    })
    expect(await on.replicas('ours_app')).toBe('2/2')
  })

  test('--detach=false never returns on a crash loop, on used-up restarts, or where nothing can be placed', async () => {
    const used = { restart_policy: { condition: 'on-failure', max_attempts: 1, delay: '100ms' } }
    const nowhere = { placement: { constraints: ['node.labels.nope == 1'] } }
    const cases = [
      ['loop', dying(3), { category: 'exit', error: 'task: non-zero exit (3)' }],
      ['used', dying(4, {}, used), { category: 'exit', error: expect.stringContaining('are used up') }],
      ['nowhere', quick(FOREVER, {}, nowhere), { category: 'placement' }]
    ] as const
    const plain = cases.map(([name, app]) => waitingFor(`plain${name}`, stackOf({ app })))
    await until('a crash loop', async () => (await count('plainloop_app', 'failed')) >= 3)
    await until('used-up restarts', async () => (await count('plainused_app', 'failed')) === 2)
    await until('no place', async () => (await on.tasks('plainnowhere_app')).some(t => t.Status.Err))

    const reports = await Promise.all(cases.map(([name, app]) => on.deploy(name, stackOf({ app }), ENOUGH)))
    for (const [i, [name, , failure]] of cases.entries())
      expect(reports[i]).toMatchObject({
        outcome: 'failed',
        failures: [{ service: `${name}_app`, ...failure }]
      })
    // It was there first, and all this time nothing has changed for it.
    expect(plain.map(wait => wait.isOver())).toEqual([false, false, false])
    await Promise.all(plain.map(wait => wait.stop()))
  })

  test('--detach=false awaits one service after the other', async () => {
    const good = stackOf({ a: quick(), b: quick() })
    const { exitCode, stdout } = await on.plainly('turns', good, ['--detach=false'])
    expect(exitCode).toBe(0)
    // Only when the one has converged docker looks at the other, which was there as early.
    expect(stdout).toMatch(/ converged\n.*overall progress.* converged/s)

    // So of two that fail it would never come to the other; the verdict here is on both.
    const bad = stackOf({ a: dying(3), b: dying(4) })
    const report = await on.deploy('both', bad, ENOUGH)
    expect(report.failures.map(f => [f.service, f.error])).toEqual([
      ['both_a', 'task: non-zero exit (3)'],
      ['both_b', 'task: non-zero exit (4)']
    ])
  })

  test('UpdateStatus is nil on a first deploy, reset by every update, and 3/3 counts the old tasks', async () => {
    const gate = gateIn(folder)
    const text = (image: string, more: object = {}) =>
      stackOf({ app: quick(FOREVER, { ...gate.ready, image }, { replicas: 3, ...more }) })
    const status = async () => (await on.service('nil_app'))?.UpdateStatus?.State
    gate.open()
    expect(await on.plainly('nil', text('app:v1'))).toMatchObject({ exitCode: 0 })
    await until('3/3', async () => (await on.replicas('nil_app')) === '3/3')
    expect(await status()).toBeUndefined()

    gate.close()
    expect(await on.plainly('nil', text('app:v2'))).toMatchObject({ exitCode: 0 })
    await until('a new task', async () => (await count('nil_app', 'starting', 'app:v2')) > 0)
    expect([await on.replicas('nil_app'), await count('nil_app', 'running', 'app:v2')]).toEqual(['3/3', 0])

    gate.open()
    await until('the end of the update', async () => (await status()) === 'completed')
    expect(await on.plainly('nil', text('app:v2', { labels: { run: '2' } }))).toMatchObject({ exitCode: 0 })
    expect(await status()).toBeUndefined()

    expect((await on.deploy('only', text('app:v1'))).outcome).toBe('converged')
    gate.close()
    const { report, seen, hasLooked } = deploying('only', text('app:v2'))
    await until('a new task', async () => (await count('only_app', 'starting', 'app:v2')) > 0)
    expect(await on.replicas('only_app')).toBe('3/3')
    const { looks } = seen
    await until('more looks', hasLooked(looks + 3))
    expect(seen.isOver).toBe(false)
    gate.open()
    expect(await report).toMatchObject({
      outcome: 'converged',
      services: [{ image: 'app:v2', running: 3, wanted: 3 }]
    })
    expect(await count('only_app', 'running', 'app:v2')).toBe(3)
  })

  test('--detach=false never returns for a one-shot service that is done, nor for a job that has failed', async () => {
    // So long that a task which is seen running for a moment is not taken for one that stays.
    const once = { restart_policy: { condition: 'none' }, update_config: { monitor: '1h' } }
    const job = (restart_policy: object) => ({
      mode: 'replicated-job',
      restart_policy,
      update_config: undefined
    })
    const twice = { condition: 'on-failure', max_attempts: 1, delay: '100ms' }
    const done = stackOf({ app: quick('exit 0', {}, once) })
    const spent = stackOf({ app: quick('exit 4', {}, job(twice)) })
    const plain = [waitingFor('plaindone', done), waitingFor('plainspent', spent)]
    await until('its end', async () => (await count('plaindone_app', 'complete')) === 1)
    await until('its restarts', async () => (await count('plainspent_app', 'failed')) === 2)

    const migrated = stackOf({ app: quick('exit 0', {}, job({ condition: 'none' })) })
    const [ours, ran, failed] = await Promise.all([
      on.deploy('done', done),
      on.deploy('ran', migrated),
      on.deploy('spent', spent)
    ])
    expect(ours).toMatchObject({ outcome: 'converged', services: [{ running: 1, wanted: 1 }] })
    expect(ran).toMatchObject({ outcome: 'converged', services: [{ running: 1, wanted: 1 }] })
    expect(failed).toMatchObject({ outcome: 'failed', failures: [{ category: 'exit' }] })
    expect(plain.map(wait => wait.isOver())).toEqual([false, false])
    await Promise.all(plain.map(wait => wait.stop()))
  })
})
