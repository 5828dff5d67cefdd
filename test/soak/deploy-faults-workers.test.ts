// Workers that die while a stack is deployed, and one whose disk is full.
import { closeSync, openSync, writeSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { deployProcess } from '../support/deploy-process.ts'
import { describeFaults, standingOf, wholeOf } from '../support/faults.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'

const MINUTE = 60_000
const spec = {
  managers: 1,
  workers: 3,
  prefix: '10.214.23',
  images: ['app:v1', 'app:v2'],
  disks: { worker3: '200m' }
}

describeFaults('workers that fail during a deploy', spec, on => {
  const only = (node: string) => ({ placement: { constraints: [`node.hostname == ${node}`] } })
  const text = (image: string, deployMore: object = {}) =>
    stackOf({
      app: quick(FOREVER, { image }, { replicas: 4, ...deployMore }),
      side: quick(FOREVER, { image }, { replicas: 1, placement: { constraints: ['node.role == manager'] } })
    })
  const client = () => on.swarm.client('manager1')
  const deploy = (stack: string, image: string, more: object = {}, socketPath = client().socketPath) =>
    deployProcess({ folder: on.folder, socketPath, stack, text: text(image, more) }).done

  /** Fills what is left of a node's disk, to the last block. */
  const fill = async (node: string): Promise<void> => {
    const file = openSync(`/proc/${await on.swarm.pid(node)}/root/var/lib/docker/filler`, 'w')
    const sizes = [1 << 20, 4096]
    for (const block of sizes.map(size => Buffer.alloc(size)))
      try {
        for (;;) writeSync(file, block)
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOSPC') throw error
      }
    closeSync(file)
  }

  test(
    'a disk that is full: the task is told to have failed for resources, on that node, and all goes back',
    async () => {
      const before = await deploy('d', 'app:v1', only('worker3'))
      expect({ status: before.exitCode, said: before.stderr }).toMatchObject({ status: 0 })
      await fill('worker3')
      const end = await deploy('d', 'app:v2', only('worker3'))
      console.log(
        end.exitCode,
        end.stderr,
        JSON.stringify({ ...end.report, timeline: 0, changes: 0 }, null, 1),
        end.error
      )
      console.log(await standingOf(client(), 'd'))
    },
    5 * MINUTE
  )

  test(
    'one of several: its tasks are made elsewhere, and the deploy converges',
    async () => {
      const before = await deploy('w', 'app:v1')
      expect({ status: before.exitCode, said: before.stderr }).toMatchObject({ status: 0 })
      let updates = 0
      const door = await on.door('manager1', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 1) await on.swarm.kill('worker1')
      })
      const end = await deploy('w', 'app:v2', {}, door.client.socketPath)
      expect({ ...end, said: end.stderr }).toMatchObject({ exitCode: 0, report: { outcome: 'converged' } })
      expect(await standingOf(client(), 'w')).toEqual(wholeOf('app:v2', { app: 4, side: 1 }))
      expect(await on.swarm.stateOf('worker1', 'manager1')).toBe('down')
    },
    5 * MINUTE
  )

  test(
    'the only one that may run it: it fails for want of a node, and says how the stack stands',
    async () => {
      const before = await deploy('o', 'app:v1', only('worker2'))
      expect({ status: before.exitCode, said: before.stderr }).toMatchObject({ status: 0 })
      let updates = 0
      const door = await on.door('manager1', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 1) await on.swarm.kill('worker2')
      })
      const end = await deploy('o', 'app:v2', only('worker2'), door.client.socketPath)
      console.log(
        end.exitCode,
        end.stderr,
        JSON.stringify({ ...end.report, timeline: 0, changes: 0 }, null, 1),
        end.error
      )
      console.log(await standingOf(client(), 'o'))
    },
    5 * MINUTE
  )
})
