import { expect, test } from '@jest/globals'
import { beginRecord } from '../../../src/stack/kept/record/write.ts'
import { lastDeploy } from '../../../src/usecases/last-deploy.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { aService } from '../../support/swarm-builders.ts'
import { fakeSwarm } from '../stack/fake-swarm.ts'

/** A swarm that had deploys which ended so, each with a service of its own. */
async function after(...outcomes: string[]) {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  for (const [i, outcome] of outcomes.entries()) {
    const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'ada', version: '1' }, fx)
    swarm.services = [aService(`s_${i + 1}`)]
    await record.capture(fx)
    const [word = '', undone] = outcome.split(', ')
    if (word !== 'pending') await record.finish({ outcome: word, undone }, 5, fx)
  }
  const last = await lastDeploy('s', swarm.engine, fx)
  return last && [last.seq, ...last.services.map(({ Name }) => Name)]
}

test('the last deploy that converged is what should run', async () => {
  expect(await after('converged', 'converged')).toEqual([2, 's_2'])
})

test.each(['rolled-back', 'rolled-back, restored', 'failed, restored', 'timed-out, restored'])(
  'one that was taken back (%s) left the one before',
  async end => {
    expect(await after('converged', end)).toEqual([1, 's_1'])
  }
)

test('a job before or after a deploy should be there only as long as it is: a way back removes it', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const [app, job] = [aService('s_app'), aService('s_migrate')]
  job.Spec.Labels = { ...job.Spec.Labels, 'io.swarmline.job': 'before' }
  const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'ada', version: '1' }, fx)
  swarm.services = [app, job]
  await record.capture(fx)
  await record.finish({ outcome: 'converged' }, 5, fx)
  const names = async () => (await lastDeploy('s', swarm.engine, fx))?.services.map(({ Name }) => Name)
  expect(await names()).toEqual(['s_app', 's_migrate'])
  swarm.services = [app]
  expect(await names()).toEqual(['s_app'])
  swarm.services = [job]
  expect(await names()).toEqual(['s_app', 's_migrate'])
})

test.each(['pending', 'failed', 'paused', 'timed-out', 'cancelled'])(
  'after one that is %s nothing is known',
  async outcome => {
    expect(await after('converged', outcome)).toBeUndefined()
  }
)

test('without a record nothing is known', async () => {
  expect(await after()).toBeUndefined()
})
