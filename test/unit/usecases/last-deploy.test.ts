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
    if (outcome !== 'pending') await record.finish({ outcome }, 5, fx)
  }
  const last = await lastDeploy('s', swarm.engine, fx)
  return last && [last.seq, ...last.services.map(({ Name }) => Name)]
}

test('the last deploy that converged is what should run', async () => {
  expect(await after('converged', 'converged')).toEqual([2, 's_2'])
})

test('one that was taken back left the one before', async () => {
  expect(await after('converged', 'rolled-back')).toEqual([1, 's_1'])
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
