import { expect, test } from '@jest/globals'
import { lookAtService } from '../../../../src/verify/disturb/look.ts'
import { losing } from '../../../../src/verify/disturb/lose-node.ts'
import { createReads } from '../../../../src/verify/looking/reads.ts'
import type { UndoEffects, World, WorldNode } from '../../../../src/verify/world.ts'
import { fakeEngine, quietEffects } from '../builders.ts'
import { livingSwarm } from '../kinds/living-swarm.ts'

/** A world in which `worker1` may lose its power, which takes until `finish`. */
async function losingWorker() {
  const swarm = livingSwarm(80)
  const engine = fakeEngine(swarm.routes)
  const ended = new AbortController()
  const fx = quietEffects(ended.signal)
  const cut = Promise.withResolvers<void>()
  const power = swarm.powers.worker1
  const nodes = ['manager1', 'worker1', 'worker2'].map(name => ({ id: `id-${name}`, name, engine }))
  const slow = { ...power, cut: () => cut.promise.then(() => power?.cut()) }
  const undos: ((fx: UndoEffects) => Promise<void>)[] = []
  const world = {
    ...fx,
    stack: 'shop',
    manager: engine,
    nodes: nodes.map(node => ({ ...node, power: slow }) as unknown as WorldNode),
    reads: createReads(engine, 'shop', ended.signal),
    undo: (_title, run) => void undos.push(run)
  } as Partial<World> as World
  const look = await lookAtService('web', world, ended.signal)
  const deed = look && (await losing('kill-node', look, world))
  if (deed?.kind !== 'deed') throw new Error('no node is lost')
  const undo = () => Promise.all(undos.map(run => run(quietEffects())))
  return { deed, undo, undos, changes: swarm.changes, abort: () => ended.abort(), finish: cut.resolve }
}

test('a node is given back only when it has been taken, though the run has ended meanwhile', async () => {
  const { deed, undo, changes, abort, finish } = await losingWorker()
  const acting = deed.act()
  abort()
  const undone = undo()
  await new Promise(resolve => setImmediate(resolve))
  expect(changes).toEqual([])
  finish()
  await Promise.all([acting, undone])
  expect(changes).toEqual(['worker1 cut', 'worker1 restore'])
})

test('nothing is taken when the run has ended before, so nothing is given back', async () => {
  const { deed, undos, changes, abort, finish } = await losingWorker()
  abort()
  finish()
  await expect(deed.act()).rejects.toThrow()
  expect([undos, changes]).toEqual([[], []])
})
