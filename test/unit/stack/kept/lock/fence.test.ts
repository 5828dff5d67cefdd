// Two deploys never both write, and an engine that does not answer is no word on the lock.
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { EngineClient } from '../../../../../src/docker/client.ts'
import { persist } from '../../../../../src/docker/persist.ts'
import { isLockLost, type LockRequest, withStackLock } from '../../../../../src/stack/kept/lock/lock.ts'
import { fakeEffects, lost } from '../../../../support/fake-engine.ts'
import { type FakeSwarm, fakeSwarm } from '../../fake-swarm.ts'

const request = (swarm: FakeSwarm, who: string, more: Partial<LockRequest> = {}): LockRequest => ({
  client: swarm.engine,
  stack: 's',
  owner: { who, where: 'here', run: '7' },
  wait: 'refuse',
  ...more
})
const write = (client: EngineClient, Name: string) =>
  client.json('POST', '/services/create', { body: { Name, TaskTemplate: {} } })
const written = (swarm: FakeSwarm) => swarm.services.map(service => service.Spec.Name)

/** No answer from `fromMs` to `toMs` after now. */
function silence(swarm: FakeSwarm, fromMs: number, toMs: number): void {
  const startMs = swarm.clock.now()
  swarm.before = () => {
    const atMs = swarm.clock.now() - startMs
    if (atMs >= fromMs && atMs < toMs) throw lost()
  }
}

/** A holder whose machine stands still: no timer of its own goes off until `wake`. */
function frozen(swarm: FakeSwarm) {
  let wake = (): void => undefined
  const awake = new Promise<void>(resolve => {
    wake = resolve
  })
  const clock = {
    now: swarm.clock.now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      const aborted = new Promise<void>(resolve => signal?.addEventListener('abort', () => resolve()))
      await Promise.race([awake, aborted])
      await swarm.clock.sleep(ms, signal)
    }
  }
  return { fx: fakeEffects({ clock }), awake, wake }
}

describe('an engine that does not answer for five minutes', () => {
  test('does not lose the lock that is still there: the deploy goes on when it answers', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const startMs = swarm.clock.now()
    await withStackLock(request(swarm, 'ada'), fx, async (within, fence) => {
      const client = fence(swarm.engine)
      await write(client, 'before')
      silence(swarm, 0, 300_000)
      const patient = { ...within, awayMs: 360_000 }
      await persist(() => write(client, 'after'), patient)
      expect(swarm.clock.now() - startMs).toBeGreaterThanOrEqual(300_000)
      expect(within.signal.aborted).toBe(false)
    })
    expect(written(swarm)).toEqual(['before', 'after'])
    expect(swarm.names('configs')).toEqual([])
    const told = fx.lines.filter(line => !line.startsWith('the engine '))
    expect(told.length).toBeLessThan(fx.lines.length)
    expect(told).toEqual([
      expect.stringMatching(
        /^the lock of s could not be renewed for 9\d s, and nothing is changed until it is/
      ),
      'the lock of s is renewed again'
    ])
  })

  test('nor when only the work reads on meanwhile, and the lock is not asked for', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    silence(swarm, 20_000, 320_000)
    await withStackLock(request(swarm, 'ada'), fx, async within => {
      for (let i = 0; i < 400; i++) await within.clock.sleep(1000, within.signal)
    })
    expect(swarm.names('configs')).toEqual([])
  })

  test('ends the work when the lock was taken over meanwhile, and says by whom', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const ended = withStackLock(request(swarm, 'ada'), fx, async (within, fence) => {
      silence(swarm, 0, 300_000)
      swarm.objects.configs.splice(0)
      swarm.add('configs', 'swarmline-lock-s', {
        'io.swarmline.kind': 'lock',
        'io.swarmline.lock.who': 'eve',
        'io.swarmline.lock.run': '9'
      })
      const patient = { ...within, awayMs: 360_000 }
      await persist(() => write(fence(swarm.engine), 'after'), patient)
    })
    await expect(ended).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(
        /^the lock of s was lost while it was being deployed: eve \(9\) has it since/
      )
    })
    expect(written(swarm)).toEqual([])
    // It is not for the loser to give back.
    expect(swarm.names('configs')).toEqual(['swarmline-lock-s'])
  })

  test('is back for the holder first: a lock that could not be renewed is not taken over at once', async () => {
    const swarm = fakeSwarm()
    const lock = swarm.add('configs', 'swarmline-lock-s', {
      'io.swarmline.kind': 'lock',
      'io.swarmline.lock.who': 'ada',
      'io.swarmline.lock.ttl-ms': '90000'
    })
    await swarm.clock.sleep(300_000)
    const backAtMs = swarm.clock.now()
    const renewed: number[] = []
    const clock = { ...swarm.clock }
    clock.sleep = async (ms, signal) => {
      await swarm.clock.sleep(ms, signal)
      if (renewed.length > 0 || swarm.clock.now() < backAtMs + 20_000) return
      renewed.push(lock.Version.Index++)
      lock.UpdatedAt = new Date(swarm.clock.now()).toISOString()
    }
    const fx = fakeEffects({ clock })
    await expect(withStackLock(request(swarm, 'bob'), fx, async () => undefined)).rejects.toMatchObject({
      message: expect.stringContaining('s is being deployed by ada')
    })
    expect(renewed).toHaveLength(1)
    expect(swarm.objects.configs).toEqual([lock])
    expect(fx.lines).toEqual([
      'ada holds the lock of s and gives no sign of life: it is taken over in 45 s unless it does'
    ])
  })
})

describe('a holder that stood still while its lock was taken over', () => {
  test('writes nothing when it wakes up', async () => {
    const swarm = fakeSwarm()
    const { fx, awake, wake } = frozen(swarm)
    let hasWoken = false
    const ada = withStackLock(request(swarm, 'ada'), fx, async (within, fence) => {
      await awake
      hasWoken = true
      await write(fence(swarm.engine), "ada's").catch(() => undefined)
      // Nor what cleans up, which has a signal of its own.
      await fence(swarm.engine)
        .json('DELETE', "/services/bob's")
        .catch(() => undefined)
      expect(isLockLost(within.signal)).toBe(true)
    })
    const ended = expect(ada).rejects.toMatchObject({
      message: expect.stringContaining('bob (here, 7) has it')
    })
    while (swarm.objects.configs.length === 0) await new Promise(resolve => setImmediate(resolve))
    const bobs = fakeEffects({ clock: swarm.clock })
    await withStackLock(request(swarm, 'bob', { wait: 600_000 }), bobs, async (_within, fence) => {
      await write(fence(swarm.engine), "bob's")
      wake()
      await ended
    })
    expect(hasWoken).toBe(true)
    expect(written(swarm)).toEqual(["bob's"])
    expect(bobs.lines.join('\n')).toMatch(
      /ada \(here, 7\) holds the lock of s and gives no sign of life|has expired/
    )
  })

  test("gives docker's client a socket whose path is not too long where temporary files are far away", async () => {
    const far = mkdtempSync(path.join(tmpdir(), `swarmline-far-${'x'.repeat(80)}-`))
    const before = process.env.TMPDIR
    process.env.TMPDIR = far
    try {
      const swarm = fakeSwarm()
      await withStackLock(
        request(swarm, 'ada'),
        fakeEffects({ clock: swarm.clock }),
        async (_within, fence) => {
          const { socketPath } = fence(swarm.engine)
          expect(Buffer.byteLength(socketPath)).toBeLessThan(104)
          expect(existsSync(socketPath)).toBe(true)
        }
      )
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      rmSync(far, { recursive: true })
    }
  })

  test("nor does docker's client, which has the engine's socket", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmline-fence-test-'))
    const heard: string[] = []
    const server = net.createServer({ allowHalfOpen: true }, socket => {
      socket.on('data', chunk => {
        heard.push(String(chunk))
        socket.write(`answer to ${chunk}`)
      })
      socket.on('end', () => socket.end())
    })
    await new Promise<void>(resolve => server.listen(path.join(folder, 'engine.sock'), resolve))
    const swarm = fakeSwarm()
    const engine = { ...swarm.engine, socketPath: path.join(folder, 'engine.sock') }
    let socketPath = ''
    const ended = withStackLock(
      { ...request(swarm, 'ada'), client: engine },
      frozen(swarm).fx,
      async (_within, fence) => {
        socketPath = fence(engine).socketPath
        const docker = net.connect(socketPath)
        docker.write('one')
        const [answer] = await once(docker, 'data')
        expect(String(answer)).toBe('answer to one')
        await swarm.clock.sleep(200_000)
        swarm.objects.configs.splice(0)
        docker.on('error', () => undefined)
        docker.write('two')
        await once(docker, 'close')
      }
    )
    await expect(ended).rejects.toMatchObject({ message: expect.stringContaining('was lost') })
    expect(heard).toEqual(['one'])
    expect(existsSync(path.dirname(socketPath))).toBe(false)
    await new Promise(resolve => server.close(resolve))
    rmSync(folder, { recursive: true })
  })
})
