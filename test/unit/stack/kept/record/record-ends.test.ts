import { expect, test } from '@jest/globals'
import { readRecords, readSpecs } from '../../../../../src/stack/kept/record/read.ts'
import { beginRecord } from '../../../../../src/stack/kept/record/write.ts'
import { fakeEffects } from '../../../../support/fake-engine.ts'
import { aService } from '../../../../support/swarm-builders.ts'
import { fakeSwarm } from '../../fake-swarm.ts'

test('a record says what changed, why it failed and what became of the stack; of what stays it says nothing', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const change = (name: string, kind: 'updated' | 'unchanged' | 'orphaned') =>
    ({ name, fullName: `s_${name}`, kind, fields: [], tasks: 'none', refusal: undefined }) as const
  const changes = [change('a', 'updated'), change('b', 'unchanged'), change('c', 'orphaned')].map(each => ({
    ...each,
    fields: []
  }))
  const record = await beginRecord(
    { client: swarm.engine, stack: 's', owner: 'ada', version: '1', changes },
    fx
  )
  swarm.services = [aService('s_app')]
  await record.capture(fx)
  await record.finish({ outcome: 'failed', failure: `exit 3\n${'x'.repeat(900)}`, undone: 'restored' }, 5, fx)
  const [done] = await readRecords(swarm.engine, 's', fx)
  expect(done).toMatchObject({ outcome: 'failed', undone: 'restored' })
  expect(done?.failure).toMatch(/^exit 3 ?x{300,500}/)
  expect(done?.failure?.length).toBeLessThan(600)
  expect(done && readSpecs(done)?.changes).toEqual([changes[0]])
})
