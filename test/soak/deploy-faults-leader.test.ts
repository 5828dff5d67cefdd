// Managers that die while a stack is deployed: the leader, and the one that is talked to.
import { afterEach, expect, test } from '@jest/globals'
import { saveCluster } from '../../src/cluster/state.ts'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { deployProcess, expectEnd } from '../support/deploy-process.ts'
import { describeFaults, standingOf, wholeOf } from '../support/faults.ts'
import { FOREVER, quick, stackOf } from '../support/pipeline.ts'

const MINUTE = 60_000
const spec = { managers: 3, workers: 1, prefix: '10.214.21', images: ['app:v1', 'app:v2'] }

describeFaults('managers that die during a deploy', spec, on => {
  const text = (image: string) =>
    stackOf({
      one: quick(FOREVER, { image }, { replicas: 5 }),
      two: quick(FOREVER, { image }, { replicas: 2 })
    })
  const whole = (image: string) => wholeOf(image, { one: 5, two: 2 })
  const begin = (stack: string, socketPath: string, image: string, args: string[] = []) =>
    deployProcess({ folder: on.folder, socketPath, stack, text: text(image), args })
  const deploy = (...how: Parameters<typeof begin>) => begin(...how).done
  const socketOf = (node: string) => on.swarm.client(node).socketPath

  /** Starts a node again that was killed, and waits until the swarm has it. */
  const bringBack = async (node: string, asked: string): Promise<void> => {
    await on.swarm.start(node)
    await on.swarm.leader(asked)
    const isReady = async () =>
      (await on.swarm.stateOf(node, asked).catch(() => '')) === 'ready' ? true : undefined
    await waitFor(`${node} is ready`, isReady, { clock: systemClock, deadlineMs: 2 * MINUTE })
  }

  afterEach(async () => {
    for (const node of killed) await bringBack(node, on.swarm.names.find(name => name !== node) ?? '')
    killed.clear()
  }, 5 * MINUTE)
  const killed = new Set<string>()
  const kill = async (node: string): Promise<void> => {
    killed.add(node)
    await on.swarm.kill(node)
  }

  test(
    'the leader, between two services of docker stack deploy: the next one goes on, and it converges',
    async () => {
      const leader = await on.swarm.leader('manager1')
      const other = leader === 'manager2' ? 'manager3' : 'manager2'
      expectEnd(await deploy('l', socketOf(other), 'app:v1'), { exitCode: 0 })
      let updates = 0
      const door = await on.door(other, async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 2) await kill(leader)
      })
      const end = await deploy('l', door.client.socketPath, 'app:v2')
      expectEnd(end, { exitCode: 0, report: { outcome: 'converged' } })
      expect(updates).toBeGreaterThanOrEqual(2)
      expect(await standingOf(on.swarm.client(other), 'l')).toEqual(whole('app:v2'))
    },
    5 * MINUTE
  )

  test(
    'the manager that is talked to, while it is watched: it is waited for, and the deploy converges',
    async () => {
      expectEnd(await deploy('m', socketOf('manager2'), 'app:v1'), { exitCode: 0 })
      let watches = 0
      const door = await on.door('manager2', async request => {
        if (/^GET \/events/.test(request) && ++watches === 1) await kill('manager2')
      })
      const deploying = begin('m', door.client.socketPath, 'app:v2')
      // Only then does it come back: so there is a wait, however quick the machine.
      const isMissed = async () =>
        /the engine does not answer, trying again/.test(deploying.output()) || undefined
      const missed = waitFor('it is missed', isMissed, { clock: systemClock, deadlineMs: 2 * MINUTE })
      await Promise.race([missed, deploying.done])
      await bringBack('manager2', 'manager1')
      killed.delete('manager2')
      const end = await deploying.done
      await missed
      expectEnd(end, { exitCode: 0, report: { outcome: 'converged' } })
      expect(await standingOf(on.swarm.client('manager1'), 'm')).toEqual(whole('app:v2'))
    },
    5 * MINUTE
  )

  test(
    'the leader of a cluster of ours, which is talked to: another manager takes its place, and it converges',
    async () => {
      const { cluster } = on.swarm
      // A door before each manager: that of the first one hears of the request at which it is killed.
      let updates = 0
      const leader = await on.swarm.leader('manager1')
      const killOnce = async (request: string) => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 2) await kill(leader)
      }
      const managers = cluster.nodes.filter(node => node.role === 'manager')
      const ordered = managers.toSorted((a, b) => Number(b.name === leader) - Number(a.name === leader))
      const doored = await Promise.all(
        ordered.map(async node => {
          const door = await on.door(node.name, node.name === leader ? killOnce : undefined)
          return { ...node, socketPath: door.client.socketPath }
        })
      )
      const workers = cluster.nodes.filter(node => node.role === 'worker')
      await saveCluster(`${on.folder}/state`, { ...cluster, nodes: [...doored, ...workers] })
      const deployed = (image: string) =>
        deployProcess({ folder: on.folder, name: cluster.name, stack: 'o', text: text(image) }).done
      expectEnd(await deployed('app:v1'), { exitCode: 0 })
      const end = await deployed('app:v2')
      expectEnd(end, { exitCode: 0, report: { outcome: 'converged' } })
      expect(updates).toBeGreaterThanOrEqual(2)
      const other = managers.find(node => node.name !== leader)?.name ?? ''
      expect(await standingOf(on.swarm.client(other), 'o')).toEqual(whole('app:v2'))
    },
    5 * MINUTE
  )

  test(
    'the manager that is talked to, for good: it says that nobody can tell; the next deploy completes it',
    async () => {
      expectEnd(await deploy('g', socketOf('manager2'), 'app:v1'), { exitCode: 0 })
      let updates = 0
      const door = await on.door('manager2', async request => {
        if (/^POST .*\/services\/.*update/.test(request) && ++updates === 2) await kill('manager2')
      })
      const end = await deploy('g', door.client.socketPath, 'app:v2', ['--timeout', '1m'])
      expectEnd(end, {
        exitCode: 1,
        error: { code: 'engine-lost', message: expect.stringMatching(/the engine .*does not answer/) }
      })
      expect(end.stderr).toMatch(/g could not be taken back/)
      expect(end.stderr).toMatch(/g: the engine does not answer, so nobody can tell what is left/)
      // One of two was handed over.
      const { services } = await standingOf(on.swarm.client('manager1'), 'g')
      expect(Object.values(services).map(service => service.image)).toEqual(
        expect.arrayContaining(['app:v1', 'app:v2'])
      )
      const completed = await deploy('g', socketOf('manager1'), 'app:v2', ['--lock-wait', '3m'])
      expectEnd(completed, { exitCode: 0 })
      expect(await standingOf(on.swarm.client('manager1'), 'g')).toEqual(whole('app:v2'))
    },
    7 * MINUTE
  )
})
