// Traps of `docker stack deploy` that take minutes to see: run by `bin/test soak`. See docs/traps.md.
import { mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { whyNoDockerd } from '../support/dockerd.ts'
import { type Pipeline, pipelineOn, quick, stackOf, until } from '../support/pipeline.ts'
import { dying } from '../support/readiness.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'the trap that', () => {
  let swarm: SwarmOfOne
  let on: Pipeline
  const folder = mkdtempSync(path.join(tmpdir(), 'traps-soak-'))
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1'])
    on = pipelineOn(swarm, folder)
  }, 120_000)
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  test('a registry that never answers costs time and is no failure', async () => {
    const open = new Set<net.Socket>()
    const silent = net.createServer(socket => void open.add(socket.on('error', () => undefined)))
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    try {
      const repo = `127.0.0.1:${(silent.address() as AddressInfo).port}/app`
      await swarm.client.json('POST', '/images/app:v1/tag', { query: { repo, tag: 'v1' } })
      const text = stackOf({ app: quick(undefined, { image: `${repo}:v1` }) })
      const plain = await on.plainly('silent', text, ['--resolve-image', 'always'])
      expect(plain.exitCode).toBe(0)
      expect(plain.stdout + plain.stderr).not.toMatch(/digest|registry|warning/i)
      expect(await on.image('silent_app')).toBe(`${repo}:v1`)
      expect(open.size).toBeGreaterThan(0)

      await expect(on.deploy('pinned', text, { unresolvedImages: 'refuse' })).rejects.toMatchObject({
        code: 'deploy-failed',
        message: expect.stringMatching(/^the digest of \S+\/app:v1 \(app\) is not known: /)
      })
      expect((await on.objects('pinned')).services).toEqual([])
    } finally {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => silent.close(resolve))
    }
  }, 300_000)

  test('--detach=false never returns on a crash loop, after forty restarts no more than after three', async () => {
    const text = stackOf({ app: dying(3) })
    const plain = on.plainlyWaiting('loop', text)
    try {
      const seen = new Set<string>()
      await until(
        'forty restarts',
        async () => {
          for (const { ID, Status } of await on.tasks('loop_app')) if (Status.State === 'failed') seen.add(ID)
          return seen.size >= 40
        },
        600_000
      )
      expect(plain.isOver()).toBe(false)
      expect((await on.deploy('ours', text)).outcome).toBe('failed')
    } finally {
      await plain.stop()
    }
  }, 900_000)

  test('after stack rm a deploy finds network t_n not found, time and again', async () => {
    /** As programs are that do not listen to TERM: they end with their grace. */
    const deaf = quick('trap "" TERM; while :; do sleep 0.1; done', { stop_grace_period: '8s' })
    const text = stackOf({ app: deaf }, { networks: { n: { driver: 'overlay' } } })
    const runs = () => until('its task', async () => (await on.replicas('t_app')) === '1/1')
    // It ends with 1 where the network was refused since its tasks had yet to hear of the service's end.
    const rm = () => until('it is gone', async () => (await on.docker(['stack', 'rm', 't'])).exitCode === 0)
    let failed = 0
    const outcomes: string[] = []
    for (let round = 0; round < 8; round++) {
      outcomes.push((await on.deploy('t', text)).outcome)
      await runs()
      await rm()
      if ((await on.plainly('t', text)).exitCode !== 0) failed++
      await rm()
    }
    expect(outcomes).toEqual(Array(8).fill('converged'))
    expect(failed).toBeGreaterThan(0)
  }, 900_000)
})
