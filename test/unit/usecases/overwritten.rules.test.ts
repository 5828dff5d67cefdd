import { expect, test } from '@jest/globals'
import type { ServiceChange, StackChanges } from '../../../src/stack/plan/plan.ts'
import { overwritten } from '../../../src/usecases/deploy/overwritten.rules.ts'

const change = (name: string, kind: ServiceChange['kind'], ...fields: string[]): ServiceChange => ({
  ...{ name, fullName: `s_${name}`, kind, tasks: 'none', refusal: undefined },
  fields: fields.map(field => ({ field, from: '2', to: '5' }))
})
const said = (byHand: ServiceChange[], planned: ServiceChange[]): string[] =>
  overwritten({ kind: 'known', since: 7, services: byHand }, { services: planned } as StackChanges)

test('what was changed by hand and the deploy changes again is said, with the deploy that it was changed since', () => {
  expect(
    said(
      [change('web', 'updated', 'deploy.replicas')],
      [change('web', 'updated', 'deploy.replicas', 'image')]
    )
  ).toEqual([
    'changed by hand since deploy 7, and overwritten by this one: ~ service web: updated;   deploy.replicas: 2 → 5'
  ])
  expect(said([change('db', 'removed')], [change('db', 'created')])).toHaveLength(1)
  expect(said([change('web', 'updated', 'image')], [change('web', 'removed')])).toHaveLength(1)
  expect(said([change('extra', 'created')], [change('extra', 'removed')])).toHaveLength(1)
})

test('what the deploy leaves as it is is not', () => {
  expect(said([change('web', 'updated', 'image')], [change('web', 'unchanged')])).toEqual([])
  expect(said([change('web', 'updated', 'image')], [change('web', 'updated', 'deploy.replicas')])).toEqual([])
  expect(said([change('extra', 'created')], [change('extra', 'orphaned')])).toEqual([])
  expect(overwritten({ kind: 'unknown', why: 'x' }, { services: [] } as never)).toEqual([])
})
