import { expect, test } from '@jest/globals'
import { takeSnapshot } from '../../../src/stack/apply/restore/snapshot.ts'
import { undoDeploy } from '../../../src/usecases/undo.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { aService } from '../../support/swarm-builders.ts'
import { fakeSwarm } from '../stack/fake-swarm.ts'

/** Without replicas: it has converged when its spec is there. */
const app = (image: string) =>
  aService('s_app', {
    Spec: {
      Mode: { Replicated: { Replicas: 0 } },
      TaskTemplate: { ContainerSpec: { Image: image } }
    }
  })

test('what docker had asked for, and comes true only after the look, is taken back as well', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  swarm.services = [app('v1')]
  const snapshot = await takeSnapshot(swarm.engine, 's', fx)
  let nodeLists = 0
  swarm.before = request => {
    // While the old spec is watched, which is what it finds: the engine then does what it was asked before.
    if (request === 'GET /nodes' && ++nodeLists === 2)
      swarm.services = [{ ...app('v2'), Version: { Index: 99 } }]
  }
  const undone = await undoDeploy(
    {
      docker: { file: 'docker', configDir: undefined, env: {} },
      client: swarm.engine,
      nodes: [],
      snapshot,
      onFailure: 'rollback',
      timeoutMs: 60_000
    },
    fx
  )
  expect(undone).toMatchObject({
    kind: 'restored',
    services: [{ service: 's_app', action: 'restored' }],
    result: { outcome: 'converged' },
    isComplete: true
  })
  expect(swarm.services[0]?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('v1')
})
