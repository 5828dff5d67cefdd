// The registry stops: before a deploy, and between the digests and the nodes' pulls.
import { expect, test } from '@jest/globals'
import { deployProcess, expectEnd } from '../support/deploy-process.ts'
import { describeFaults, standingOf } from '../support/faults.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'
import { credentialsIn, push } from '../support/registry-client.ts'
import { importTinyImage } from '../support/tiny-image.ts'

const MINUTE = 60_000
const spec = { managers: 1, workers: 1, prefix: '10.214.24', images: ['app:v1'] }

describeFaults('a registry that stops during a deploy', spec, on => {
  const client = () => on.swarm.client('manager1')
  const name = () => `${on.swarm.registry.reference}/team/app`
  const text = (tag: string) => {
    const image = `${name()}:${tag}`
    return stackOf({
      app: quick(FOREVER, { image }, { mode: 'global' }),
      side: quick(FOREVER, { image }, { placement: { constraints: ['node.role == manager'] } })
    })
  }
  const deploy = (tag: string, socketPath = client().socketPath) =>
    deployProcess({
      folder: on.folder,
      socketPath,
      stack: 'r',
      text: text(tag),
      args: ['--docker-config', on.swarm.registry.dockerConfigDir],
      isResolving: true
    }).done
  /** Made and pushed on the manager, which then forgets it: every node has to pull. */
  const publish = async (tag: string): Promise<void> => {
    const auth = credentialsIn(on.swarm.registry.dockerConfigDir, on.swarm.registry.reference)
    await importTinyImage(client(), `made:${tag}`)
    await client().json('POST', `/images/made:${tag}/tag`, { query: { repo: name(), tag } })
    await push(client().socketPath, name(), tag, auth)
    for (const image of [`${name()}:${tag}`, `made:${tag}`])
      await client().json('DELETE', `/images/${image}`, { query: { force: true } })
  }

  test(
    'between the digests and the pulls it fails for the image, on a node, and all goes back; later nothing begins',
    async () => {
      for (const tag of ['1', '2']) await publish(tag)
      const before = await deploy('1')
      expectEnd(before, { exitCode: 0 })
      const whole = await standingOf(client(), 'r')
      const app = { image: `${name()}:1`, running: 2, others: 0, unfinished: '' }
      expect(whole).toMatchObject({ services: { app, side: { ...app, running: 1 } }, locks: 0 })

      let updates = 0
      const door = await on.door('manager1', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 1) await on.swarm.registryIs('stop')
      })
      const end = await deploy('2', door.client.socketPath)
      expectEnd(end, {
        exitCode: expect.any(Number),
        report: { undone: { kind: 'restored', isComplete: true } }
      })
      expect([1, 4]).toContain(end.exitCode)
      expect(end.report?.outcome).toBe(end.exitCode === 1 ? 'failed' : 'paused')
      for (const failure of end.report?.failures ?? [])
        expect(failure).toMatchObject({
          service: expect.stringMatching(/^r_(app|side)$/),
          category: 'image',
          node: expect.stringMatching(/^(manager1|worker1)$/),
          error: expect.stringMatching(/No such image: .*team\/app:2@sha256/)
        })
      expect(end.report?.failures.length).toBeGreaterThan(0)
      expect(end.report?.leftBehind).toBeUndefined()
      expect(await standingOf(client(), 'r')).toEqual(whole)

      const never = await deploy('2')
      expectEnd(never, {
        exitCode: 1,
        report: undefined,
        error: { code: 'deploy-failed', message: expect.stringMatching(/team\/app:2/) }
      })
      expect(await standingOf(client(), 'r')).toEqual(whole)

      await on.swarm.registryIs('start')
      const later = await deploy('2')
      expectEnd(later, { exitCode: 0 })
    },
    5 * MINUTE
  )
})
