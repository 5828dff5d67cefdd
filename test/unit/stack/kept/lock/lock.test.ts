import { describe, expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../../../src/errors.ts'
import { isExpired } from '../../../../../src/stack/kept/lock/lease.rules.ts'
import {
  isLockLost,
  type LockRequest,
  stackLockHolder,
  withStackLock
} from '../../../../../src/stack/kept/lock/lock.ts'
import { swarmTime } from '../../../../../src/stack/kept/lock/swarm-time.ts'
import { answered, fakeEffects, lost } from '../../../../support/fake-engine.ts'
import { type FakeSwarm, fakeSwarm } from '../../fake-swarm.ts'

const owner = (who: string) => ({ who, where: 'here', run: '7' })
const request = (swarm: FakeSwarm, who: string, more: Partial<LockRequest> = {}): LockRequest => ({
  client: swarm.engine,
  stack: 's',
  owner: owner(who),
  wait: 'refuse',
  ...more
})
/** A lock of somebody who is not there. */
const abandoned = (swarm: FakeSwarm, ttlMs = 90_000) =>
  swarm.add('configs', 'swarmline-lock-s', {
    'io.swarmline.kind': 'lock',
    'io.swarmline.lock.who': 'ghost',
    'io.swarmline.lock.ttl-ms': String(ttlMs)
  })

test('is held while the work runs, names its owner, and is given back also when the work fails', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const failing = withStackLock(request(swarm, 'ada'), fx, async within => {
    expect(await stackLockHolder(swarm.engine, 's', within)).toMatchObject(owner('ada'))
    // docker stack rm must not take it away in the middle of a deploy.
    expect(swarm.objects.configs[0]?.Spec.Labels['com.docker.stack.namespace']).toBeUndefined()
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(swarm.names('configs')).toEqual([])
})

test('is given back after a cancellation', async () => {
  const stop = new AbortController()
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock, signal: stop.signal })
  const cancelled = withStackLock(request(swarm, 'ada'), fx, async within => {
    stop.abort()
    await within.clock.sleep(1000, within.signal)
  })
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  expect(swarm.names('configs')).toEqual([])
})

test('is given back when the answer to its making was lost and the run was then cancelled', async () => {
  const stop = new AbortController()
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock, signal: stop.signal })
  let isFirst = true
  swarm.before = asked => {
    // The engine made it; the connection is cut before it can say so.
    if (asked !== 'GET /configs/swarmline-lock-s' || !isFirst) return
    isFirst = false
    stop.abort()
    throw lost()
  }
  // The first making is answered as taken, since it is there already: by our own hand.
  const json = swarm.engine.json
  let tries = 0
  swarm.engine.json = async (method, path, options) => {
    const answer = await json(method, path, options)
    if (path === '/configs/create' && ++tries === 1) throw lost()
    return answer as never
  }
  await expect(withStackLock(request(swarm, 'ada'), fx, async () => undefined)).rejects.toMatchObject({
    code: 'cancelled'
  })
  expect(swarm.names('configs')).toEqual([])
})

test('is given back when the run is cancelled while it is made', async () => {
  const stop = new AbortController()
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock, signal: stop.signal })
  const json = swarm.engine.json
  let madeLate: (() => Promise<unknown>) | undefined
  swarm.engine.json = async (method, path, options) => {
    if (path === '/configs/create' && !stop.signal.aborted) {
      stop.abort()
      // Whoever hangs up hears nothing more, and the swarm makes it all the same.
      if (options?.signal?.aborted) {
        madeLate = () => json(method, path, { ...options, signal: undefined as never })
        throw lost()
      }
    }
    return json(method, path, options)
  }
  await expect(
    withStackLock(request(swarm, 'ada'), fx, async within => within.signal.throwIfAborted())
  ).rejects.toThrow()
  await madeLate?.()
  expect(swarm.names('configs')).toEqual([])
})

describe('held by another', () => {
  test('refuses at once and says who and since when', async () => {
    const swarm = fakeSwarm()
    abandoned(swarm)
    const fx = fakeEffects({ clock: swarm.clock })
    await expect(withStackLock(request(swarm, 'ada'), fx, async () => undefined)).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(/^s is being deployed by ghost since 2026-01-01T12:00:00/),
      hint: expect.stringContaining('wait')
    })
    expect(swarm.names('configs')).toEqual(['swarmline-lock-s'])
  })
  test('waits, says so once, and goes on when it is given back', async () => {
    const swarm = fakeSwarm()
    const lock = abandoned(swarm)
    let sleeps = 0
    const clock = { ...swarm.clock }
    clock.sleep = async (ms, signal) => {
      await swarm.clock.sleep(ms, signal)
      if (++sleeps === 5) swarm.objects.configs.splice(swarm.objects.configs.indexOf(lock), 1)
    }
    const fx = fakeEffects({ clock })
    expect(await withStackLock(request(swarm, 'ada', { wait: 60_000 }), fx, async () => 'done')).toBe('done')
    expect(fx.lines).toEqual([expect.stringMatching(/^s is being deployed by ghost since .*: waiting$/)])
  })
  test('waits no longer than it was told to', async () => {
    const swarm = fakeSwarm()
    abandoned(swarm, 3_600_000)
    const fx = fakeEffects({ clock: swarm.clock })
    await expect(
      withStackLock(request(swarm, 'ada', { wait: 30_000 }), fx, async () => undefined)
    ).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringContaining('still being deployed')
    })
  })
})

describe('an owner who is gone', () => {
  test.each([-600_000, 0, 600_000])("expires by the swarm's clock, %s ms off ours", async leaderMs => {
    const swarm = fakeSwarm(leaderMs)
    const ghost = abandoned(swarm)
    const fx = fakeEffects({ clock: swarm.clock })
    const startMs = swarm.clock.now()
    await withStackLock(request(swarm, 'ada', { wait: 200_000 }), fx, async () => {
      expect(swarm.objects.configs.map(c => c.ID)).not.toContain(ghost.ID)
    })
    const waitedMs = swarm.clock.now() - startMs
    expect(waitedMs).toBeGreaterThan(89_000)
    expect(waitedMs).toBeLessThan(95_000)
  })
  test('is taken over by its id: a lock that another made in the meantime is not removed', async () => {
    const swarm = fakeSwarm()
    const ghost = abandoned(swarm, 1)
    let isSwapped = false
    swarm.before = asked => {
      if (asked !== `DELETE /configs/${ghost.ID}` || isSwapped) return
      isSwapped = true
      swarm.objects.configs.splice(swarm.objects.configs.indexOf(ghost), 1)
      abandoned(swarm)
    }
    const fx = fakeEffects({ clock: swarm.clock })
    await swarm.clock.sleep(1000)
    await expect(withStackLock(request(swarm, 'ada'), fx, async () => undefined)).rejects.toMatchObject({
      code: 'deploy-failed'
    })
    expect(isSwapped).toBe(true)
    expect(swarm.names('configs')).toEqual(['swarmline-lock-s'])
  })
})

test('renewed for as long as the work takes', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  await withStackLock(request(swarm, 'ada'), fx, async within => {
    for (let i = 0; i < 300; i++) await within.clock.sleep(1000, within.signal)
    const [lock] = swarm.objects.configs
    expect(isExpired(lock as never, new Date(swarm.clock.now()).toISOString(), 90_000)).toBe(false)
    expect(within.signal.aborted).toBe(false)
  })
})

describe('a lock that is lost ends the work', () => {
  const work = async (within: { clock: FakeSwarm['clock']; signal: AbortSignal }) => {
    for (let i = 0; i < 2000; i++) await within.clock.sleep(1000, within.signal)
  }
  test('when somebody took it away', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    swarm.before = asked => {
      if (asked.endsWith('/update')) swarm.objects.configs.splice(0)
    }
    await expect(withStackLock(request(swarm, 'ada'), fx, work)).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(/was lost .*: it was removed, and nobody holds it now$/)
    })
  })
  test('and is told apart from a wish to cancel, also where the work ends as if it had been one', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    swarm.before = asked => {
      if (asked.endsWith('/update')) swarm.objects.configs.splice(0)
    }
    const seen: boolean[] = []
    const ended = withStackLock(request(swarm, 'ada'), fx, async within => {
      await work(within).catch(() => undefined)
      seen.push(isLockLost(within.signal))
      return 'cut short'
    })
    await expect(ended).rejects.toMatchObject({ message: expect.stringContaining('was lost') })
    expect(seen).toEqual([true])
    expect(isLockLost(AbortSignal.abort())).toBe(false)
  })
  test('but where it is the engine that is gone, that is what is said', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const ended = withStackLock(request(swarm, 'ada'), fx, async within => {
      swarm.before = () => {
        throw lost()
      }
      await work(within).catch(() => undefined)
      throw lost()
    })
    await expect(ended).rejects.toMatchObject({ code: 'engine-lost' })
  })
})

test("the swarm's time is the leader's; of two who ask at once one asks again", async () => {
  const swarm = fakeSwarm(3_600_000)
  const fx = fakeEffects({ clock: swarm.clock })
  expect(await swarmTime(swarm.engine, 's', fx)).toMatch(/^2026-01-01T13:00:00/)
  swarm.add('configs', 'swarmline-clock-s', { 'io.swarmline.kind': 'clock' })
  expect(await swarmTime(swarm.engine, 's', fx)).toBeUndefined()
  expect(swarm.names('configs')).toEqual([])
})

describe('a config of somebody else under a name of ours', () => {
  const forged = {
    'io.swarmline.kind': 'lock',
    'io.swarmline.lock.who': 'ghost',
    'com.docker.stack.namespace': 'evil'
  }
  test.each([
    ['a stack that forges our labels', forged, /is not swarmline’s, but the stack evil’s/],
    ['somebody', {}, /is not swarmline’s, but somebody else’s/]
  ])('of %s is named with the way out, and left alone', async (_, labels, words) => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    swarm.add('configs', 'swarmline-lock-s', labels)
    const waiting = withStackLock(request(swarm, 'ada', { wait: 600_000 }), fx, async () => undefined)
    await expect(waiting).rejects.toThrow(words)
    await expect(waiting).rejects.toMatchObject({
      code: 'deploy-failed',
      hint: expect.stringContaining('docker config rm swarmline-lock-s')
    })
    expect(swarm.names('configs')).toEqual(['swarmline-lock-s'])
    // Nobody deploys the stack.
    expect(await stackLockHolder(swarm.engine, 's', fx)).toBeUndefined()
  })

  test('neither is that of the clock, which is only looked at where a lock is held', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    abandoned(swarm)
    swarm.add('configs', 'swarmline-clock-s', {
      'io.swarmline.kind': 'clock',
      'com.docker.stack.namespace': 'evil'
    })
    await expect(withStackLock(request(swarm, 'ada'), fx, async () => undefined)).rejects.toThrow(
      /swarmline-clock-s is not swarmline’s, but the stack evil’s/
    )
    expect(swarm.names('configs')).toEqual(['swarmline-lock-s', 'swarmline-clock-s'])
  })
})

test('an engine that refuses is no lock', async () => {
  const swarm = fakeSwarm()
  swarm.before = () => {
    throw answered(400, 'no')
  }
  const fx = fakeEffects({ clock: swarm.clock })
  await expect(withStackLock(request(swarm, 'ada'), fx, async () => undefined)).rejects.toBeInstanceOf(
    SwarmlineError
  )
})
