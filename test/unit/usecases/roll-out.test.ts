import { expect, test } from '@jest/globals'
import { rollOut } from '../../../src/usecases/deploy/roll-out.ts'
import { aService, aTask, SECOND } from '../../support/swarm-builders.ts'
import { START, swarm } from '../rollout/fake-watch.ts'

const MINUTE_MS = 60_000
/** First healthy after 14 minutes, which its start_period allows. */
const slow = aService('s_web', {
  Spec: {
    Mode: { Replicated: { Replicas: 1 } },
    TaskTemplate: {
      ContainerSpec: {
        Image: 'app:v1',
        Healthcheck: { Test: ['CMD', 'x'], Interval: 60 * SECOND, StartPeriod: 900 * SECOND, Retries: 5 }
      }
    }
  }
})
const starting = aTask('s_web', 'starting')
const up = aTask('s_web', 'running', { atMs: START + 840_000 })

async function rolledOut(timeoutMs: number, isTimeoutGiven: boolean) {
  const seen = swarm(seconds => ({ services: [slow], tasks: [seconds < 840 ? starting : up] }))
  const warned: string[] = []
  seen.fx.log.warn = line => void warned.push(line)
  const result = await rollOut(
    {
      docker: { file: 'docker', configDir: undefined, env: {} },
      client: seen.engine,
      stack: 's',
      model: { services: { web: { image: 'app:v1' } } },
      contents: [],
      stages: [{ name: 'all', services: ['web'] }],
      changes: { services: [] } as never,
      withRegistryAuth: false,
      platforms: new Map(),
      timeoutMs,
      isTimeoutGiven,
      nodeCount: 2,
      onStage: async () => undefined,
      onHandedOver: async () => undefined
    },
    seen.fx
  )
  return { ...result, warned }
}

test('a service that is slow to start has as long as the user allows', async () => {
  expect(await rolledOut(30 * MINUTE_MS, true)).toMatchObject({ outcome: 'converged', warned: [] })
})

test('where no limit was given, as long as its own settings allow', async () => {
  expect(await rolledOut(5 * MINUTE_MS, false)).toMatchObject({ outcome: 'converged', warned: [] })
})

test('a limit that is too short holds, and the reason is said in time', async () => {
  expect(await rolledOut(5 * MINUTE_MS, true)).toMatchObject({
    outcome: 'timed-out',
    durationMs: 5 * MINUTE_MS,
    warned: [expect.stringMatching(/s_web may take 20m.* by its own settings .*ends in 5m/)]
  })
})
