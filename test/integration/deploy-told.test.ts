// What is told of a deploy before it happens, on a real swarm: the plan, and findings by what the images say of
// themselves, as engines and registries know it.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { renderPlan } from '../../src/report/plan-summary.ts'
import { renderTimeline } from '../../src/report/timeline-json.ts'
import { deploy, planDeploy } from '../../src/usecases/deploy/deploy.ts'
import { type FakeRegistry, startFakeRegistry } from '../support/fake-registry.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { realEffects } from '../support/real-effects.ts'

describePipeline('what is told before a deploy', ({ on }) => {
  let registry: FakeRegistry
  const fx = realEffects()
  beforeAll(async () => {
    registry = await startFakeRegistry()
    const changes = ['HEALTHCHECK CMD true', 'CMD ["sleep", "1000"]'].flatMap(change => ['--change', change])
    await good('container', 'create', '--name', 'model', 'app:v1', 'true')
    await good('container', 'commit', ...changes, 'model', 'app:healthy')
    await good('container', 'rm', 'model')
    for (const tag of ['v1', 'healthy']) {
      await good('image', 'tag', `app:${tag}`, own(tag))
      await good('push', '--quiet', own(tag))
    }
  })
  afterAll(() => registry?.close())

  const own = (tag: string): string => `${registry.address}/app:${tag}`
  const good = async (...args: string[]): Promise<void> => {
    const { exitCode, stderr } = await on.docker(args)
    if (exitCode !== 0) throw new Error(stderr)
  }
  const findings = async (images: Record<string, string>): Promise<string[]> => {
    const services = Object.entries(images).map(([name, image], i) => {
      const ports = [{ target: 80, published: 8080 + i }]
      return [name, { image, ports, networks: ['n'] }]
    })
    const { findings } = await planDeploy(on.request('f', stackOf(Object.fromEntries(services))), on.home, fx)
    return findings
      .filter(({ rule }) => ['published-without-healthcheck', 'no-stop-signal'].includes(rule))
      .map(({ rule, service, text }) => `${service} ${rule}${/unless/.test(text) ? ' unless' : ''}`)
      .toSorted()
  }

  test('an image that the engine has is known, one that nobody has is not', async () => {
    const images = { healthy: own('healthy'), plain: own('v1'), none: own('nowhere') }
    expect(await findings(images)).toEqual([
      'healthy no-stop-signal',
      'none published-without-healthcheck unless',
      'plain published-without-healthcheck'
    ])
  })

  test('one that only its registry has is known from there', async () => {
    await good('image', 'rm', own('healthy'), own('v1'), 'app:healthy')
    expect(await findings({ healthy: own('healthy'), plain: own('v1') })).toEqual([
      'healthy no-stop-signal',
      'plain published-without-healthcheck'
    ])
  })

  test('the plan is told before anything of it is there; the timeline afterwards tells what became of it', async () => {
    const request = on.request('p', stackOf({ app: quick() }))
    const told: string[] = []
    const result = await deploy(request, on.home, fx, {
      planned: async changes => {
        told.push(renderPlan(changes))
        expect(await on.service('p_app')).toBeUndefined()
      }
    })
    expect(result.outcome).toBe('converged')
    expect(told).toEqual([expect.stringContaining('| 🆕 | <code>app</code> | created |')])
    const { changes } = JSON.parse(renderTimeline(result) ?? '') as { changes: Record<string, unknown>[] }
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'task', service: 'p_app', to: 'running', part: 'deploy' })
      ])
    )
  })

  test('a plan that the swarm would refuse is told as well, and nothing happens', async () => {
    const changed = quick(FOREVER, {}, { mode: 'global' })
    const told: string[] = []
    const refused = deploy(on.request('p', stackOf({ app: changed })), on.home, fx, {
      planned: async changes => void told.push(renderPlan(changes))
    })
    await expect(refused).rejects.toMatchObject({ code: 'deploy-failed' })
    expect(told).toEqual([expect.stringContaining('❌ a swarm never changes the mode of a service')])
    expect((await on.service('p_app'))?.Spec.Mode).toHaveProperty('Replicated')
  })
})
