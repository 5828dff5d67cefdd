// A real engine that falls silent behind a relay, and docker's own client: nobody loses a lock by that, and nobody who
// has lost it writes any more.
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'
import { runDocker } from '../../src/docker/command.ts'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { isExpired } from '../../src/stack/kept/lock/lease.rules.ts'
import { withStackLock } from '../../src/stack/kept/lock/lock.ts'
import { swarmTime } from '../../src/stack/kept/lock/swarm-time.ts'
import { findConfig } from '../../src/stack/kept/swarm-configs.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()
const TTL_MS = 3_000

/** A socket before an engine's: connections are taken, and nothing goes through while it is silent. */
async function relayTo(socketPath: string, target: string) {
  const pairs = new Set<readonly [net.Socket, net.Socket]>()
  let isSilent = false
  const server = net.createServer({ allowHalfOpen: true }, from => {
    const pair = [from, net.connect({ path: target, allowHalfOpen: true })] as const
    pairs.add(pair)
    for (const each of pair) each.on('error', () => undefined)
    pair[1].pipe(from)
    if (isSilent) from.pause()
    else from.pipe(pair[1])
  })
  await new Promise<void>(resolve => server.listen(socketPath, resolve))
  return {
    silence: () => {
      isSilent = true
      for (const [from, to] of pairs) from.unpipe(to).pause()
    },
    speak: () => {
      isSilent = false
      for (const [from, to] of pairs) from.pipe(to)
    },
    close: async () => {
      for (const pair of pairs) for (const each of pair) each.destroy()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

describeIf(reason === undefined, reason ?? '', 'the lock of a stack, and an engine that falls silent', () => {
  const folder = mkdtempSync('/tmp/sl-silence-')
  const fx = realEffects()
  let swarm: SwarmOfOne
  let relay: Awaited<ReturnType<typeof relayTo>>
  let client: EngineClient
  beforeAll(async () => {
    swarm = await startSwarmOfOne([])
    const socketPath = path.join(folder, 'engine.sock')
    relay = await relayTo(socketPath, swarm.client.socketPath)
    client = connectEngine(socketPath)
  })
  afterAll(async () => {
    client?.close()
    await relay?.close()
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const lock = (who: string, through: EngineClient, stack: string) => ({
    ...{ client: through, stack, owner: { who, where: 'here', run: '1' } },
    ...{ wait: 120_000, ttlMs: TTL_MS }
  })
  const make = (through: EngineClient, Name: string) =>
    through.json('POST', '/configs/create', { body: { Name, Data: 'eA==' } })
  const makeByDocker = (through: EngineClient, name: string) =>
    runDocker(fx.exec, swarm.docker, through.socketPath, ['config', 'create', name, '-'], {
      input: 'x',
      isChecked: false
    })
  const isThere = async (name: string) => (await findConfig(swarm.client, name, fx)) !== undefined
  const untilExpired = (stack: string) =>
    waitFor(
      `the lock of ${stack} expires`,
      async () => {
        const held = await findConfig(swarm.client, `swarmline-lock-${stack}`, fx)
        const now = await swarmTime(swarm.client, 'another', fx)
        return (held && now !== undefined && isExpired(held, now, TTL_MS)) || undefined
      },
      { clock: systemClock, deadlineMs: 60_000 }
    )

  test('a lock that is still there when the engine answers again is kept, and the work goes on', async () => {
    await withStackLock(lock('one', client, 'kept'), realEffects(), async (within, fence) => {
      const fenced = fence(client)
      relay.silence()
      await untilExpired('kept')
      const late = make(fenced, 'kept-late')
      relay.speak()
      await late
      expect(await makeByDocker(fenced, 'kept-by-docker')).toMatchObject({ exitCode: 0 })
      expect(within.signal.aborted).toBe(false)
    })
    expect(await isThere('kept-late')).toBe(true)
    expect(await isThere('kept-by-docker')).toBe(true)
  })

  test('a lock that was taken over meanwhile lets nothing of its old holder through', async () => {
    const refused: string[] = []
    const one = withStackLock(lock('one', client, 'taken'), realEffects(), async (_within, fence) => {
      const fenced = fence(client)
      relay.silence()
      const two = withStackLock(lock('two', swarm.client, 'taken'), realEffects(), async () => {
        await make(swarm.client, 'taken-by-two')
        relay.speak()
        await make(fenced, 'taken-late').catch(error => refused.push(String(error)))
        const { exitCode } = await makeByDocker(fenced, 'taken-by-docker')
        refused.push(`docker: ${exitCode}`)
      })
      await two
    })
    await expect(one).rejects.toMatchObject({ message: expect.stringContaining('was lost') })
    expect(refused).toEqual([expect.stringContaining('two (here, 1) has it since'), 'docker: 1'])
    expect(await isThere('taken-by-two')).toBe(true)
    expect(await isThere('taken-late')).toBe(false)
    expect(await isThere('taken-by-docker')).toBe(false)
  })
})
