// What somebody changed by hand on a real swarm, and what the swarm remembers of each deploy.
import { expect, test } from '@jest/globals'
import { planDeploy } from '../../src/usecases/deploy/deploy.ts'
import { deployHistory } from '../../src/usecases/deploy-history.ts'
import { status } from '../../src/usecases/status.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { realEffects } from '../support/real-effects.ts'

const SECRET = 'canary-Zx81/+qP'

describePipeline('what happened to a stack', ({ on }) => {
  const fx = realEffects()
  const text = (image: string, command = FOREVER) =>
    stackOf({ app: quick(command, { image, environment: { TOKEN: SECRET } }), other: quick() })
  const drift = async () =>
    (await status({ target: on.target, stack: 'd', hasDrift: true }, on.home, fx)).drift

  test('a change by hand is told field by field, before a deploy overwrites it, and no secret value ever is', async () => {
    await on.deploy('d', text('app:v1'))
    expect(await drift()).toEqual({ kind: 'known', since: 1, services: [], summary: [] })

    const edited = await on.docker([
      ...[
        'service',
        'update',
        '--detach',
        '--replicas',
        '2',
        '--env-add',
        `TOKEN=${SECRET}2`,
        '--no-resolve-image'
      ],
      'd_app'
    ])
    expect(edited.exitCode).toBe(0)
    const found = await drift()
    expect(found).toMatchObject({
      kind: 'known',
      since: 1,
      services: [
        {
          name: 'app',
          fields: [
            { field: 'deploy.replicas', from: '1', to: '2' },
            { field: 'environment.TOKEN', from: '(hidden)', to: '(hidden)' }
          ]
        }
      ]
    })
    const planned = await planDeploy(on.request('d', text('app:v2')), on.home, fx)
    expect(planned.notes).toContainEqual(
      expect.stringMatching(/^changed by hand since deploy 1, and overwritten by this one: .*replicas: 1 → 2/)
    )
    expect((await on.deploy('d', text('app:v2'))).outcome).toBe('converged')
    expect(await drift()).toEqual({ kind: 'known', since: 2, services: [], summary: [] })

    const failed = await on.deploy('d', text('app:v1', 'exit 3'))
    expect(failed).toMatchObject({
      outcome: expect.stringMatching(/failed|paused/),
      undone: { isComplete: true }
    })
    expect(await drift()).toEqual({ kind: 'known', since: 2, services: [], summary: [] })

    const history = await deployHistory({ target: on.target, stack: 'd' }, on.home, fx)
    expect(history.deploys.map(({ seq, undone }) => [seq, undone])).toEqual([
      [3, 'restored'],
      [2, undefined],
      [1, undefined]
    ])
    expect(history.deploys[0]?.failure).toMatch(/d_app.*non-zero exit \(3\)/)
    expect(history.deploys[1]?.changes).toMatchObject([
      {
        name: 'app',
        kind: 'updated',
        fields: expect.arrayContaining([{ field: 'image', from: 'app:v1', to: 'app:v2' }])
      }
    ])
    const everything = JSON.stringify([found, planned, history])
    for (const form of [SECRET, Buffer.from(SECRET).toString('base64'), encodeURIComponent(SECRET)])
      expect(everything).not.toContain(form)
  })
})
