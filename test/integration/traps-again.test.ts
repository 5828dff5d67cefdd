// Traps of `docker stack deploy`, shown on both sides: what is in the way of the next deploy? See docs/traps.md.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { removeStack } from '../../src/stack/apply/remove.ts'
import { planDeploy } from '../../src/usecases/deploy/deploy.ts'
import { FOREVER, quick, stackOf, steppedEffects, until } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { openRacingProxy } from '../support/racing-proxy.ts'
import { gateIn, insisting } from '../support/readiness.ts'
import { realEffects } from '../support/real-effects.ts'

describePipeline('the trap that', ({ folder, on, swarm }) => {
  const fx = realEffects()

  test('a changed secret or config under the same name: only updates to Labels are allowed', async () => {
    const [password, greeting] = [path.join(folder, 'password'), path.join(folder, 'greeting')]
    /** The service runs only with the contents that it wants. */
    const text = (wanted: string, greeted: string, more: object = {}) =>
      stackOf(
        {
          app: insisting(`[ "$(cat /run/secrets/password) $(cat /greeting)" = "${wanted} ${greeted}" ]`, {
            secrets: ['password', ...Object.keys(more)],
            configs: ['greeting'],
            environment: [`W=${wanted}`]
          })
        },
        { secrets: { password: { file: password }, ...more }, configs: { greeting: { file: greeting } } }
      )
    const write = (secret: string, config: string): void => {
      writeFileSync(password, secret)
      writeFileSync(greeting, config)
    }
    write('one', 'hello')
    expect((await on.plainly('same', text('one', 'hello'))).exitCode).toBe(0)
    const refused = (kind: string) => ({
      exitCode: 1,
      stderr: expect.stringMatching(
        new RegExp(`failed to update ${kind} .*only updates to Labels are allowed`)
      )
    })
    write('two', 'hello')
    expect(await on.plainly('same', text('two', 'hello'))).toMatchObject(refused('secret'))
    const before = await on.everything('same')
    // Where a config is in the way, some of the deploy has happened already.
    write('one', 'goodbye')
    const added = { added: { file: password } }
    expect(await on.plainly('same', text('one', 'goodbye', added))).toMatchObject(refused('config'))
    expect(await on.everything('same')).toEqual([...before, 'same_added'].sort())

    const seen: string[][] = []
    for (const [secret, config] of [
      ['one', 'hello'],
      ['two', 'hello'],
      ['two', 'goodbye']
    ] as const) {
      write(secret, config)
      const report = await on.deploy('hashed', text(secret, config), { keepRecords: 1 })
      expect(report.outcome).toBe('converged')
      seen.push(await on.secrets('hashed'))
    }
    const [first = ''] = seen[0] ?? []
    // What the second deploy may still go back to stays; the third is the one that changed no secret.
    expect(seen[1]).toHaveLength(2)
    expect(seen[2]).toEqual(seen[1]?.filter(name => name !== first))
  })

  test('after stack rm a deploy finds network t_n not found', async () => {
    const gate = gateIn(folder)
    /** Its task ends when the gate opens, and not before. */
    const leaving = quick(
      'trap "until [ -e /gate/open ]; do sleep 0.1; done; exit 0" TERM; while :; do sleep 0.1; done',
      { ...gate.seen, stop_grace_period: '10m' }
    )
    const text = stackOf({ app: leaving }, { networks: { n: { driver: 'overlay' } } })
    const runs = async () => (await on.replicas('t_app')) === '1/1'
    const rm = () => on.docker(['stack', 'rm', 't'])
    expect((await on.plainly('t', text)).exitCode).toBe(0)
    await until('its task', runs)
    expect((await rm()).exitCode).toBe(0)
    expect(await on.plainly('t', text)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('network t_n not found')
    })

    // A deploy comes to the same place, and waits there for the old tasks.
    const after = steppedEffects(title => {
      if (title === 'Wait for an earlier removal of t to end') gate.open()
    })
    expect((await on.deploy('t', text, {}, after)).outcome).toBe('converged')

    // A removal of ours is over when nothing is left.
    gate.close()
    const left: string[] = []
    const removing = steppedEffects(title => {
      if (!title.startsWith('Remove t: ')) return
      left.push(title)
      if (left.length === 3) gate.open()
    })
    const { client } = swarm
    await removeStack(
      { docker: swarm.docker, client, stack: 't', nodes: [client], timeoutMs: 90_000 },
      removing
    )
    expect(left.length).toBeGreaterThan(3)
    expect(await on.everything('t')).toEqual([])
    expect((await on.plainly('t', text)).exitCode).toBe(0)
    await until('its task', runs)
  })

  test('a volatile label in the task template restarts everything at every deploy', async () => {
    const app = (labels: object, more: object = {}) => stackOf({ app: quick(FOREVER, { labels }, more) })
    const runs = async (stack: string) => (await on.replicas(`${stack}_app`)) === '1/1'
    expect((await on.plainly('volatile', app({ commit: 'a1' }))).exitCode).toBe(0)
    await until('its task', () => runs('volatile'))
    const [old = ''] = await on.running('volatile')
    expect((await on.plainly('volatile', app({ commit: 'b2' }))).exitCode).toBe(0)
    await until('another task', async () => !(await on.running('volatile')).includes(old))

    // Who deploys, when and from which commit is in our record and on the service.
    const by = (who: string) => ({ owner: { who, where: `on ${who}'s`, run: who } })
    const of = (commit: string) => app({}, { labels: { commit } })
    expect((await on.deploy('still', of('a1'), by('one'))).outcome).toBe('converged')
    const tasks = await on.running('still')
    const changed = await on.deploy('still', of('b2'), by('two'))
    expect(changed).toMatchObject({
      outcome: 'converged',
      changes: { services: [{ kind: 'updated', tasks: 'go-on' }] }
    })
    expect((await on.service('still_app'))?.Spec.Labels?.commit).toBe('b2')
    expect(await on.deploy('still', of('b2'), by('three'))).toMatchObject({ changes: { isUnchanged: true } })
    expect(await on.running('still')).toEqual(tasks)
    // A file that asks for the trap is told before.
    const plan = await planDeploy(on.request('still', app({ commit: 'c3' })), on.home, fx)
    expect(plan.changes.services).toMatchObject([{ name: 'app', tasks: 'replaced' }])
  })

  test('update out of sequence', async () => {
    const proxy = await openRacingProxy(path.join(folder, 'racing.sock'), swarm.client)
    try {
      const target = { ...on.target, dockerHost: `unix://${proxy.socketPath}` }
      const text = (image: string) => stackOf({ app: quick(FOREVER, { image }) })
      expect((await on.plainly('raced', text('app:v1'))).exitCode).toBe(0)
      proxy.race(1)
      expect(await on.plainly('raced', text('app:v2'), [], proxy.socketPath)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('update out of sequence')
      })
      expect(await on.image('raced_app')).toBe('app:v1')

      expect((await on.deploy('again', text('app:v1'))).outcome).toBe('converged')
      proxy.race(2)
      expect((await on.deploy('again', text('app:v2'), { target })).outcome).toBe('converged')
      expect([proxy.left(), await on.image('again_app')]).toEqual([0, 'app:v2'])
    } finally {
      await proxy.close()
    }
  })
})
