// Workers that die while a stack is deployed, and one whose disk is full.
import { closeSync, openSync, writeSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { ApiNode, ApiTask } from '../../src/docker/types.ts'
import { stackObjects } from '../../src/stack/plan/stack-objects.ts'
import { deployProcess, expectEnd } from '../support/deploy-process.ts'
import { describeFaults, standingOf, wholeOf } from '../support/faults.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'
import { realEffects } from '../support/real-effects.ts'

const MINUTE = 60_000
const spec = {
  managers: 1,
  workers: 3,
  prefix: '10.214.23',
  images: ['app:v1', 'app:v2'],
  disks: { worker3: '200m' }
}

describeFaults('workers that fail during a deploy', spec, on => {
  const notOn = (node: string) => ({ placement: { constraints: [`node.hostname != ${node}`] } })
  const only = (node: string) => ({ placement: { constraints: [`node.hostname == ${node}`] } })
  const text = (image: string, deployMore: object = {}) =>
    stackOf({
      app: quick(FOREVER, { image }, { replicas: 4, ...deployMore }),
      side: quick(FOREVER, { image }, { replicas: 1, placement: { constraints: ['node.role == manager'] } })
    })
  const client = () => on.swarm.client('manager1')
  const deploy = (
    stack: string,
    image: string,
    more: object = notOn('worker3'),
    socketPath = client().socketPath
  ) =>
    deployProcess({
      folder: on.folder,
      socketPath,
      stack,
      text: text(image, more),
      args: ['--timeout', '4m']
    }).done

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

  const isAtWork = ({ Spec, Status, DesiredState }: ApiTask): boolean =>
    Spec.ContainerSpec?.Image === 'app:v2' && Status.State === 'running' && DesiredState === 'running'
  /** The tasks of the new version that run and share their slot with no other that is meant to. */
  const aloneInTheirSlots = async (stack: string): Promise<string[]> => {
    const { tasks } = await stackObjects(client(), stack, realEffects().signal)
    const nodes = await client().json<ApiNode[]>('GET', '/nodes')
    const ready = nodes.filter(node => node.Status.State === 'ready').map(node => node.ID)
    const meant = tasks.filter(task => ['ready', 'running'].includes(task.DesiredState))
    const isAlone = ({ ServiceID, Slot }: ApiTask): boolean =>
      meant.filter(task => task.ServiceID === ServiceID && task.Slot === Slot).length === 1
    return tasks
      .filter(task => isAtWork(task) && isAlone(task) && ready.includes(task.NodeID ?? ''))
      .map(task => task.ID)
  }

  test(
    'one of several: SwarmKit waits for a task that it gave it, is set going again, and its tasks are made elsewhere',
    async () => {
      // Each of three nodes has two, and an update that starts first gives each of them one of its first three.
      const spread = { ...notOn('worker3'), replicas: 6 }
      const before = await deploy('w', 'app:v1', spread)
      expectEnd(before, { exitCode: 0 })
      let updates = 0
      let atWork: string[] | undefined
      const door = await on.door('manager1', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 1) await on.swarm.kill('worker1')
        // The first that is not docker's own sets SwarmKit going.
        if (/^POST \/services\/.*update/.test(request)) atWork ??= await aloneInTheirSlots('w')
      })
      const end = await deploy('w', 'app:v2', spread, door.client.socketPath)
      expectEnd(end, { exitCode: 0, report: { outcome: 'converged' } })
      expect(end.stderr).toMatch(
        /w_app: its update waits for a task on worker1, which is down, and is started again/
      )
      expect(await standingOf(client(), 'w')).toEqual(wholeOf('app:v2', { app: 6, side: 1 }))
      expect(await on.swarm.stateOf('worker1', 'manager1')).toBe('down')
      // What ran by the new spec was left alone, and nothing of how that was done is left.
      const { services, tasks } = await stackObjects(client(), 'w', realEffects().signal)
      expect(services.flatMap(({ Spec }) => Object.keys(Spec.Labels ?? {}))).not.toContain(
        'io.swarmline.again'
      )
      expect(atWork?.length).toBeGreaterThan(0)
      expect(tasks.filter(isAtWork).map(task => task.ID)).toEqual(expect.arrayContaining(atWork ?? []))
    },
    5 * MINUTE
  )

  test(
    'the only one that may run it: it fails for want of a node, and says how the stack stands',
    async () => {
      const before = await deploy('o', 'app:v1', only('worker2'))
      expectEnd(before, { exitCode: 0 })
      let updates = 0
      const door = await on.door('manager1', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 1) await on.swarm.kill('worker2')
      })
      const end = await deploy('o', 'app:v2', only('worker2'), door.client.socketPath)
      expectEnd(end, {
        exitCode: 1,
        report: {
          outcome: 'failed',
          failures: [
            { service: 'o_app', category: 'placement', error: expect.stringMatching(/no suitable node/) }
          ],
          undone: { kind: 'restored', isComplete: false }
        }
      })
      expect(end.report?.leftBehind).toEqual([
        expect.stringMatching(
          /^o_app: has its spec from before the deploy, 0 of 4 tasks run by it(; the swarm continues it by itself)?$/
        ),
        'o_side: has its spec from before the deploy, 1 of 1 tasks run by it'
      ])
      const { services, locks } = await standingOf(client(), 'o')
      expect({ app: services.app, side: services.side, locks }).toMatchObject({
        app: { image: 'app:v1', running: 0, others: 0 },
        side: { image: 'app:v1', running: 1, others: 0 },
        locks: 0
      })
    },
    5 * MINUTE
  )

  test(
    'a full disk: the task has failed for want of resources, on that node, and all goes back',
    async () => {
      const before = await deploy('d', 'app:v1', only('worker3'))
      expectEnd(before, { exitCode: 0 })
      await fill('worker3')
      const end = await deploy('d', 'app:v2', only('worker3'))
      // SwarmKit hears of the failure and pauses the update, or its node does not get that far.
      expectEnd(end, {
        exitCode: expect.any(Number),
        report: {
          failures: [
            {
              service: 'd_app',
              category: 'resources',
              node: 'worker3',
              error: expect.stringMatching(/no space left on device|is its disk full/)
            }
          ],
          undone: { kind: 'restored' }
        }
      })
      expect({ 1: 'failed', 4: 'paused' }[end.exitCode]).toBe(end.report?.outcome)
      const { services, locks } = await standingOf(client(), 'd')
      expect(locks).toBe(0)
      if (end.report?.leftBehind === undefined)
        expect({ services, locks }).toEqual(wholeOf('app:v1', { app: 4, side: 1 }))
      else
        expect(end.report.leftBehind).toEqual([
          // Whether the swarm is still at it when that is said is up to its disk.
          expect.stringMatching(
            /^d_app: has its spec from before the deploy, [0-4] of 4 tasks run by it(; .*)?$/
          ),
          'd_side: has its spec from before the deploy, 1 of 1 tasks run by it'
        ])
    },
    5 * MINUTE
  )
})
