// Jobs before and after a deploy on a real swarm: when they run, what they print, and what a failure leaves alone.
import { expect, test } from '@jest/globals'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { realEffects } from '../support/real-effects.ts'

const job = (command: string, when: string, more: object = {}): object =>
  quick(
    command,
    { ...more },
    {
      mode: 'replicated-job',
      restart_policy: undefined,
      update_config: undefined,
      labels: { 'io.swarmline.job': when }
    }
  )

describePipeline('jobs before and after a deploy', ({ on }) => {
  /** What is logged, and only that. */
  function listening() {
    const fx = realEffects()
    const lines: string[] = []
    return { lines, fx: { ...fx, log: { ...fx.log, info: (line: string) => void lines.push(line) } } }
  }
  const made = async (name: string) => (await on.tasks(name)).map(task => Date.parse(task.CreatedAt))
  const text = (migration: string, image = 'app:v1') =>
    stackOf({
      app: quick(FOREVER, { image }),
      migrate: job(migration, 'before'),
      warm: job('echo warmed', 'after')
    })

  test('they run in their order with their logs shown, again whenever anything changes, and not when nothing does', async () => {
    const first = listening()
    const result = await on.deploy('j', text('echo schema 1; echo of two lines >&2'), {}, first.fx)
    expect(result.services.map(s => [s.name, s.outcome])).toEqual([
      ['j_migrate', 'converged'],
      ['j_app', 'converged'],
      ['j_warm', 'converged']
    ])
    expect(first.lines.filter(line => line.includes(' | ')).sort()).toEqual([
      'migrate | of two lines',
      'migrate | schema 1',
      'warm | warmed'
    ])
    expect(Math.max(...(await made('j_migrate')))).toBeLessThan(Math.min(...(await made('j_app'))))
    expect(Math.max(...(await made('j_app')))).toBeLessThan(Math.min(...(await made('j_warm'))))

    expect(await on.deploy('j', text('echo schema 1; echo of two lines >&2'))).toMatchObject({
      seq: undefined
    })
    expect(await made('j_migrate')).toHaveLength(1)

    const second = listening()
    await on.deploy('j', text('echo schema 1; echo of two lines >&2', 'app:v2'), {}, second.fx)
    expect(second.lines).toEqual(expect.arrayContaining(['migrate | schema 1', 'warm | warmed']))
    expect(await made('j_migrate')).toHaveLength(2)
  })

  test('one that fails has one try, stops the deploy before anything else changes, and does not run on the way back', async () => {
    expect((await on.deploy('f', text('exit 0'))).outcome).toBe('converged')
    const app = await on.service('f_app')
    const { fx, lines } = listening()
    const failed = await on.deploy('f', text('echo column exists; exit 3', 'app:v2'), {}, fx)
    expect(failed).toMatchObject({
      outcome: 'failed',
      failures: [{ service: 'f_migrate', category: 'exit', logLines: ['column exists'] }],
      undone: { kind: 'restored', isComplete: true }
    })
    expect(lines).toContain('migrate | column exists')
    expect((await on.service('f_app'))?.Version).toEqual(app?.Version)
    expect(await on.service('f_migrate')).toBeUndefined()
    expect((await on.deploy('f', text('exit 0', 'app:v2'))).outcome).toBe('converged')
  })

  test('what cannot run so is said before any engine is asked', async () => {
    const never = stackOf({ app: quick(FOREVER, {}, { labels: { 'io.swarmline.job': 'before' } }) })
    const nowhere = {
      kind: 'existing' as const,
      dockerHost: 'unix:///nowhere.sock',
      dockerConfigDir: undefined
    }
    await expect(on.deploy('n', never, { target: nowhere })).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('service app runs before the deploy and never ends')
    })
  })
})
