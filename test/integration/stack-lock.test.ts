import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stackLockHolder, withStackLock } from '../../src/stack/kept/lock/lock.ts'
import { listConfigs } from '../../src/stack/kept/swarm-configs.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'the lock of a stack on a real swarm', () => {
  let swarm: SwarmOfOne
  const fx = realEffects()
  beforeAll(async () => {
    swarm = await startSwarmOfOne([])
  })
  afterAll(() => swarm?.stop())

  test('of two at once one waits; one that is refused is told by whom; a dead owner is taken over', async () => {
    const { client } = swarm
    const lock = (who: string, wait: number | 'refuse', ttlMs?: number) => ({
      client,
      stack: 'l',
      owner: { who, where: 'here', run: '1' },
      wait,
      ...(ttlMs ? { ttlMs } : {})
    })
    const order: string[] = []
    let open = (): void => undefined
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    let entered = (): void => undefined
    const isIn = new Promise<void>(resolve => {
      entered = resolve
    })
    const one = withStackLock(lock('one', 'refuse'), fx, async () => {
      entered()
      await gate
      order.push('one')
    })
    await isIn
    await expect(
      withStackLock(lock('two', 'refuse'), fx, async () => order.push('two'))
    ).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(/^l is being deployed by one \(here, 1\) since 20/)
    })
    const three = withStackLock(lock('three', 120_000), realEffects(), async () => order.push('three'))
    open()
    await Promise.all([one, three])
    expect(order).toEqual(['one', 'three'])
    expect(await stackLockHolder(client, 'l', fx)).toBeUndefined()

    // An owner who never renews: its lock is made, and nobody is there.
    const dead = {
      ...realEffects(),
      clock: { now: () => 0, sleep: () => new Promise<void>(() => undefined) }
    }
    const abandoned = new Promise<void>(resolve => {
      void withStackLock(lock('dead', 'refuse', 500), dead, async () => {
        resolve()
        await new Promise(() => undefined)
      })
    })
    await abandoned
    const taken = await Promise.all(
      ['four', 'five'].map(who =>
        withStackLock(lock(who, 120_000), realEffects(), async () => {
          order.push(`${who} in`)
          const holder = await stackLockHolder(client, 'l', fx)
          order.push(`${who} out`)
          return holder?.who
        })
      )
    )
    expect(taken).toEqual(['four', 'five'])
    const [a, b, c, d] = order.slice(2)
    expect([a?.split(' ')[0], c?.split(' ')[0]]).toEqual([b?.split(' ')[0], d?.split(' ')[0]])
    expect((await listConfigs(client, 'io.swarmline.kind', fx)).map(config => config.Spec.Name)).toEqual([])
  })
})
