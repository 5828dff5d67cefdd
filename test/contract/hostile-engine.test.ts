// Answers of an engine that wants to do harm, see test/support/hostile/run.ts.
import path from 'node:path'
import { test } from '@jest/globals'
import { connectEngine } from '../../src/docker/client.ts'
import { assess } from '../../src/rollout/assess.rules.ts'
import { EMPTY_BASELINE } from '../../src/rollout/snapshot.ts'
import { readRecords, readSpecs } from '../../src/stack/kept/record/read.ts'
import { readCurrent } from '../../src/stack/plan/current.ts'
import { fakeEffects } from '../support/fake-engine.ts'
import { listen } from '../support/hostile/listen.ts'
import { hostileJson } from '../support/hostile/make.ts'
import { hostilePlace } from '../support/hostile/place.ts'
import { randomOf } from '../support/hostile/random.ts'
import { EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'
import { aNode, aService, aTask } from '../support/swarm-builders.ts'

test('answers of an engine', async () => {
  const random = randomOf(SEED + 3)
  const labels = {
    'com.docker.stack.namespace': 's',
    'io.swarmline.kind': 'deploy',
    'io.swarmline.deploy.seq': '1',
    'io.swarmline.deploy.parts': '1'
  }
  const config = {
    ID: 'c',
    Version: { Index: 1 },
    CreatedAt: '2026-01-01T00:00:00Z',
    UpdatedAt: '',
    Spec: { Name: 'swarmline-deploy-s-1', Labels: labels, Data: 'eA==' }
  }
  const answers: Record<string, unknown> = {
    '/services': [aService('s_web'), aService('s_db')],
    '/tasks': [aTask('s_web', 'running'), aTask('s_db', 'failed', { err: 'x' })],
    '/nodes': [aNode('n1')],
    '/networks': [{ Id: 'n', Name: 's_n', Labels: labels }],
    '/secrets': [{ ID: 'x', Spec: { Name: 's_x', Labels: labels } }],
    '/configs': [
      config,
      {
        ...config,
        Spec: {
          ...config.Spec,
          Name: 'swarmline-deploy-s-1.1',
          Labels: { ...labels, 'io.swarmline.kind': 'deploy-part' }
        }
      }
    ]
  }
  const place = hostilePlace()
  const socket = path.join(place.inside, 's')
  await listen(({ url = '' }, response) => {
    const answer = answers[url.split('?')[0] ?? ''] ?? {}
    response
      .writeHead(random.chance(0.05) ? random.pick([400, 404, 500]) : 200)
      .end(hostileJson(answer, random))
  }, socket)
  const client = connectEngine(socket)
  const clock = { now: () => 0, sleep: () => Promise.reject(new Error('nobody waits here')) }
  const fx = fakeEffects({ clock: clock as never })
  const seen = watch(true)
  for (let i = 0; i < EACH; i++) {
    await seen.see(String(i), {
      records: async () => (await readRecords(client, 's', fx)).map(readSpecs),
      current: () => readCurrent(client, 's', fx.signal),
      assess: async () => {
        const [services, tasks, nodes] = await Promise.all(
          ['/services', '/tasks', '/nodes'].map(each => client.json('GET', each))
        )
        return assess({ services, tasks, nodes } as never, EMPTY_BASELINE)
      }
    })
  }
  client.close()
  place.leave(['s'])
  harmless(seen)
})
