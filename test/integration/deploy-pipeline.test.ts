// A deploy that goes well, through the whole pipeline: what it touches, in what order, and who may do it when.
import { expect, test } from '@jest/globals'
import { planDeploy } from '../../src/usecases/deploy/deploy.ts'
import { FOREVER, quick, stackOf, steppedEffects } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { realEffects } from '../support/real-effects.ts'

describePipeline('the deploy pipeline on a real swarm', ({ on }) => {
  const fx = realEffects()

  test('unchanged, nothing restarts and nothing is made; a service that the files leave out goes', async () => {
    const secrets = { token: { environment: 'TOKEN' } }
    const app = quick(FOREVER, { secrets: ['token'], labels: { tier: 'web' } })
    const both = stackOf({ app, extra: quick() }, { secrets })
    const more = { variables: { TOKEN: 'a-token' } }

    // A plan of what is not there yet makes nothing, not even the key by which contents are named.
    const planned = await planDeploy(on.request('p', both, more), on.home, fx)
    expect(planned.changes.services.map(s => [s.name, s.kind])).toEqual([
      ['app', 'created'],
      ['extra', 'created']
    ])
    expect(planned.stages).toEqual([{ name: 'all', services: ['app', 'extra'] }])
    expect(await on.everything('p')).toEqual([])

    expect(await on.deploy('p', both, more)).toMatchObject({ outcome: 'converged', seq: 1 })
    const there = await on.everything('p')
    const tasks = await on.running('p')
    const versions = async () => (await on.objects('p')).services.map(s => s.Version.Index).sort()
    const before = await versions()

    const again = await on.deploy('p', both, more)
    expect(again).toMatchObject({
      outcome: 'converged',
      seq: undefined,
      changes: { isUnchanged: true },
      pruned: []
    })
    expect(await on.everything('p')).toEqual(there)
    expect(await on.running('p')).toEqual(tasks)
    expect(await versions()).toEqual(before)

    const one = stackOf({ app }, { secrets })
    const plan = await planDeploy(on.request('p', one, more), on.home, fx)
    expect(plan.changes.services.map(s => [s.name, s.kind])).toEqual([
      ['app', 'unchanged'],
      ['extra', 'removed']
    ])
    const kept = await on.deploy('p', one, { ...more, isPruning: false })
    expect(kept.changes.services.map(s => s.kind)).toEqual(['unchanged', 'orphaned'])
    expect(await on.service('p_extra')).toBeDefined()
    expect((await on.deploy('p', one, more)).pruned).toContain('p_extra')
    expect((await on.objects('p')).services.map(s => s.Spec.Name)).toEqual(['p_app'])
    expect(tasks).toEqual(expect.arrayContaining(await on.running('p')))
  })

  test('while one deploys, another is refused by name or waits for its turn', async () => {
    const text = (image: string) => stackOf({ app: quick(FOREVER, { image }) })
    const order: string[] = []
    let waiting: Promise<unknown> = Promise.resolve()
    const held = steppedEffects(async title => {
      if (title !== 'Wait for l to converge') return
      const second = on.deploy('l', text('app:v2'), { owner: { who: 'second', where: '', run: '' } })
      await expect(second).rejects.toMatchObject({
        code: 'deploy-failed',
        message: expect.stringMatching(/^l is being deployed by first/)
      })
      waiting = on
        .deploy('l', text('app:v2'), { lockWait: 120_000 })
        .then(({ seq }) => order.push(`third ${seq}`))
    })
    const first = await on.deploy('l', text('app:v1'), { owner: { who: 'first', where: '', run: '' } }, held)
    order.unshift(`first ${first.seq}`)
    await waiting
    expect(order).toEqual(['first 1', 'third 2'])
    expect((await on.service('l_app'))?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('app:v2')
  })

  test('each stage converges before the next begins; one that fails is the last', async () => {
    const job = (command: string) =>
      quick(
        command,
        {},
        { mode: 'replicated-job', restart_policy: { condition: 'none' }, update_config: undefined }
      )
    const steps: string[] = []
    const stepped = steppedEffects(title => void (/^(Hand|Wait)/.test(title) && steps.push(title)))
    const text = (migration: string, image = 'app:v1') =>
      stackOf({
        app: quick(FOREVER, { image }),
        migrate: job(migration),
        db: quick()
      })
    const stages = { db: '1-data', migrate: '2-migrate', app: '3-app' }
    const good = await on.deploy('s', text('exit 0'), { stages }, stepped)
    expect(good.outcome).toBe('converged')
    expect(steps.filter(title => title.startsWith('Hand'))).toEqual([
      'Hand stage 1-data of s to the swarm',
      'Hand stage 2-migrate of s to the swarm',
      'Hand stage 3-app of s to the swarm'
    ])
    expect(good.services.map(s => [s.name, s.outcome])).toEqual([
      ['s_db', 'converged'],
      ['s_migrate', 'converged'],
      ['s_app', 'converged']
    ])
    const tasks = (await on.objects('s')).tasks
    const made = async (name: string) => {
      const id = (await on.service(name))?.ID
      return tasks.filter(t => t.ServiceID === id).map(t => Date.parse(t.CreatedAt ?? ''))
    }
    expect(Math.min(...(await made('s_app')))).toBeGreaterThan(Math.max(...(await made('s_migrate'))))

    const bad = await on.deploy('s', text('exit 1', 'app:v2'), { stages })
    expect(bad).toMatchObject({ outcome: 'failed', undone: { kind: 'restored' } })
    expect(bad.services.map(s => s.name)).toEqual(['s_db', 's_migrate'])
    expect((await on.service('s_app'))?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('app:v1')
    expect((await on.service('s_app'))?.PreviousSpec).toBeUndefined()
  })
})
