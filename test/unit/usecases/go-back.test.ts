import { describe, expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../src/errors.ts'
import { takeSnapshot } from '../../../src/stack/apply/restore/snapshot.ts'
import type { CarryOutRequest } from '../../../src/usecases/deploy/carry-out.ts'
import { goBack } from '../../../src/usecases/deploy/go-back.ts'
import { fakeEffects, lost } from '../../support/fake-engine.ts'
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

async function setUp() {
  const swarm = fakeSwarm()
  const abort = new AbortController()
  const fx = fakeEffects({ clock: swarm.clock, signal: abort.signal })
  swarm.services = [app('v1')]
  const snapshot = await takeSnapshot(swarm.engine, 's', fx)
  swarm.services = [app('v2')]
  // As the real client, which sends nothing any more.
  const { json } = swarm.engine
  swarm.engine.json = async (method, path, options) => {
    const answer = await json(method, path, options)
    if (options?.signal?.aborted) throw new SwarmlineError('cancelled', 'cancelled')
    return answer as never
  }
  const given = {
    request: { stack: 's', timeoutMs: 600_000, onFailure: 'rollback' },
    swarm: { manager: swarm.engine, nodes: [] },
    docker: { file: 'docker', configDir: undefined, env: {} }
  } as unknown as CarryOutRequest
  const way = { snapshot, probing: { phase: () => undefined } }
  return { swarm, abort, fx, back: (more: object = {}) => goBack(given, { ...way, ...more }, fx) }
}

describe('the way back', () => {
  test.each([
    ['before', 'GET /services'],
    ['in its middle', 'POST /services/s_app/update'],
    ['while it is watched', 'GET /nodes']
  ])('that is cancelled %s goes on, and gets there', async (_, moment) => {
    const { swarm, abort, back } = await setUp()
    swarm.before = request => {
      if (request === moment) abort.abort()
    }
    expect(await back()).toMatchObject({
      undone: { kind: 'restored', isComplete: true },
      leftBehind: undefined
    })
    expect(swarm.services[0]?.Spec.TaskTemplate.ContainerSpec?.Image).toBe('v1')
  })

  test('to an engine that does not answer says that nobody can tell what is left', async () => {
    const { swarm, fx, back } = await setUp()
    swarm.before = () => {
      throw lost()
    }
    const { undone, leftBehind } = await back({ isEngineLost: true })
    expect(undone).toBeUndefined()
    expect(leftBehind).toEqual([expect.stringMatching(/^s: the engine does not answer, so nobody can tell/)])
    expect(fx.lines).toEqual([
      expect.stringMatching(/^the engine does not answer, trying again for up to 60 s: /),
      expect.stringMatching(/^warning: s could not be taken back: /)
    ])
  })

  test('that does not get there says how each service stands', async () => {
    const { swarm, back } = await setUp()
    swarm.before = request => {
      if (request.endsWith('/update')) throw new Error('refused')
    }
    const { undone, leftBehind } = await back()
    expect(undone).toMatchObject({ kind: 'restored', isComplete: false })
    expect(leftBehind).toEqual([
      's_app: has another spec than the one from before the deploy, 0 of 0 tasks run by it'
    ])
  })
})
