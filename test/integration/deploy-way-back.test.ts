// What a deploy leaves behind when it fails, is cancelled, or is taken back: through the whole pipeline.
import { expect, test } from '@jest/globals'
import { rollback } from '../../src/usecases/rollback.ts'
import { status } from '../../src/usecases/status.ts'
import { FOREVER, quick, stackOf, steppedEffects } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { insisting } from '../support/readiness.ts'
import { realEffects } from '../support/real-effects.ts'

describePipeline('the way back of a deploy on a real swarm', ({ on }) => {
  const fx = realEffects()

  /** A service that runs only while its secret is what it expects. */
  const wants = (password: string, more: object = {}, deployMore: object = {}) =>
    insisting(
      `[ "$(cat /run/secrets/db_password)" = ${password} ]`,
      { secrets: ['db_password'], ...more },
      deployMore
    )
  const withSecret = { secrets: { db_password: { environment: 'DB_PASSWORD' } } }
  const given = (password: string) => ({ variables: { DB_PASSWORD: password } })
  const statusOf = (stack: string) => status({ target: on.target, stack }, on.home, fx)

  test('of a first deploy that fails nothing is left, the keeping of our own books included', async () => {
    const text = stackOf(
      { good: wants('one', { configs: ['hello'] }), bad: quick('echo no database; exit 3') },
      { ...withSecret, configs: { hello: { environment: 'HELLO' } } }
    )
    const variables = { DB_PASSWORD: 'one', HELLO: 'hello' }
    const report = await on.deploy('first', text, { variables, timeoutMs: 60_000 })
    expect(report).toMatchObject({
      outcome: 'failed',
      failures: [{ service: 'first_bad', category: 'exit', logLines: ['no database'] }],
      undone: { kind: 'removed' }
    })
    expect(await on.everything('first')).toEqual([])

    const kept = await on.deploy('first', text, { variables, timeoutMs: 60_000, onFailure: 'keep' })
    expect(kept.undone).toEqual({ kind: 'kept' })
    expect(await statusOf('first')).toMatchObject({
      services: [
        { name: 'first_bad', wanted: 1 },
        { name: 'first_good', running: 1 }
      ],
      deploys: [{ seq: 1, outcome: 'failed' }],
      lock: undefined
    })
  })

  test('after an update that fails the whole stack is back: services that went well, and the old secret', async () => {
    const policy = { update_config: { monitor: '300ms', failure_action: 'rollback', order: 'start-first' } }
    const text = (image: string, more: Record<string, object> = {}, secrets: object = {}) =>
      stackOf(
        { app: wants('one', {}, policy), side: quick(FOREVER, { image }), ...more },
        { secrets: { ...withSecret.secrets, ...secrets } }
      )
    expect(await on.deploy('u', text('app:v1'), given('one'))).toMatchObject({
      outcome: 'converged',
      seq: 1
    })
    const before = await on.everything('u')
    const secrets = await on.secrets('u')

    // The secret is another one now, so `app` ends at once; `side` and `added` run.
    const broken = text(
      'app:v2',
      { added: quick(FOREVER, { secrets: ['token'] }) },
      { token: { environment: 'DB_PASSWORD' } }
    )
    const report = await on.deploy('u', broken, given('two'))
    expect(report.outcome).toBe('rolled-back')
    expect(report.undone).toMatchObject({
      kind: 'restored',
      services: expect.arrayContaining([
        { service: 'u_side', action: 'restored' },
        { service: 'u_added', action: 'removed' }
      ]),
      result: { outcome: 'converged' },
      left: [],
      isComplete: true
    })
    expect(await on.secrets('u')).toEqual(secrets)
    const used = (await on.service('u_app'))?.Spec.TaskTemplate.ContainerSpec?.Secrets
    expect(used?.map(s => s.SecretName)).toEqual(secrets)
    expect((await on.service('u_side'))?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('app:v1')
    // Beside what was there: the record of what failed.
    const after = await on.everything('u')
    expect(after.filter(name => !before.includes(name)).every(name => /\b2\b/.test(name))).toBe(true)
    expect((await statusOf('u')).deploys.map(d => [d.seq, d.outcome])).toEqual([
      [2, 'rolled-back'],
      [1, 'converged']
    ])
  })

  test('a deploy that is cancelled half-way goes back, and lets go of the lock', async () => {
    const text = (image: string) => stackOf({ app: quick(FOREVER, { image }, { replicas: 2 }) })
    await on.deploy('c', text('app:v1'))
    const abort = new AbortController()
    const seen: string[] = []
    const stepped = steppedEffects(title => {
      seen.push(title)
      if (/^Wait for c to converge: ./.test(title)) abort.abort()
    }, abort)
    const report = await on.deploy('c', text('app:v2'), {}, stepped)
    expect(report).toMatchObject({
      outcome: 'cancelled',
      undone: { kind: 'restored', isComplete: true, result: { outcome: 'converged' } }
    })
    expect((await on.service('c_app'))?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('app:v1')
    expect(await statusOf('c')).toMatchObject({
      services: [{ running: 2, wanted: 2 }],
      deploys: [{ seq: 2, outcome: 'cancelled' }, { seq: 1 }],
      lock: undefined
    })

    // Of a first deploy nothing is left, wherever it is when it ends.
    for (const place of [/^Hand /, /^Wait for d to converge: ./]) {
      const again = new AbortController()
      const stop = steppedEffects(title => (place.test(title) ? again.abort() : undefined), again)
      const ended = await on.deploy('d', text('app:v1'), {}, stop).catch(error => error)
      expect(ended.outcome ?? ended.code).toBe('cancelled')
      expect(await on.everything('d')).toEqual([])
    }
  })

  test('a rollback goes to the deploy that it is told, by number; then the swarm says so', async () => {
    const text = (image: string) =>
      stackOf({ app: wants('"$WANTED"', { image, environment: ['WANTED'] }) }, withSecret)
    for (const [image, password] of [
      ['app:v1', 'one'],
      ['app:v2', 'two'],
      ['app:v1', 'three']
    ] as const) {
      const variables = { DB_PASSWORD: password, WANTED: password }
      expect((await on.deploy('b', text(image), { variables })).outcome).toBe('converged')
    }
    const back = await rollback(
      {
        ...on.request('b', text('app:v1')),
        to: 2
      },
      on.home,
      fx
    )
    expect(back).toMatchObject({ to: 2, seq: 4, result: { outcome: 'converged' } })
    expect(await statusOf('b')).toMatchObject({
      services: [{ name: 'b_app', image: 'app:v2', running: 1, wanted: 1 }],
      deploys: [{ seq: 4, rollbackTo: 2, outcome: 'converged' }, { seq: 3 }, { seq: 2 }, { seq: 1 }]
    })
  })
})
