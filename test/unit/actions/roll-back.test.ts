import { describe, expect, test } from '@jest/globals'
import { deployStackForm } from '../../../src/actions/deploy-stack.ts'
import { targetOf } from '../../../src/actions/reach-target.ts'
import { rollbackFault, rollbackOutputs, rollbackRequest } from '../../../src/actions/roll-back.ts'
import { emptyResult } from '../../../src/rollout/empty-result.rules.ts'
import { readAction } from '../../support/action.ts'
import { faultOf, valuesOf } from './form-values.ts'

const OWNER = { who: 'octo', where: 'octo/shop', run: '1.1' }
const least = { cluster: 'c', stack: 'shop' }
const requestOf = (given: Record<string, string>) => {
  const values = valuesOf('deploy-stack', deployStackForm, { ...least, ...given })
  return rollbackRequest(values, targetOf(values, undefined), OWNER)
}

describe('rollback', () => {
  test('goes to the newest that converged, or to the deploy of a number, with the deploy’s own limits', () => {
    expect(requestOf({ rollback: 'previous' })).toEqual({
      target: { kind: 'cluster', name: 'c' },
      owner: OWNER,
      stack: 'shop',
      to: undefined,
      timeoutMs: 600_000,
      lockWait: 600_000,
      keepRecords: 5,
      withRegistryAuth: true
    })
    expect(requestOf({ rollback: '12', timeout: '90s', 'lock-wait': '' })).toMatchObject({
      to: 12,
      timeoutMs: 90_000,
      lockWait: 'refuse'
    })
  })

  test.each([
    [{ rollback: '0' }, /^rollback .*previous, or the number of a deploy/],
    [{ rollback: 'last' }, /^rollback .*previous, or the number of a deploy/],
    [{ rollback: '-1' }, /^rollback /],
    [{ rollback: 'previous', plan: 'true' }, /^rollback cannot be planned: leave plan out$/],
    [{ rollback: 'previous', cluster: '' }, /^give cluster or docker-host/]
  ])('%j is refused', (given, fault) => {
    expect(faultOf('deploy-stack', deployStackForm, { ...least, ...given } as never)).toMatch(fault)
  })

  const ended = (outcome: 'converged' | 'timed-out') => ({
    to: 3,
    seq: 9,
    services: [],
    result: emptyResult('shop', outcome, 0, 1_234)
  })

  test('has a number of its own, and passes only where the stack converged', () => {
    expect(rollbackOutputs(ended('converged'))).toMatchObject({
      outcome: 'converged',
      'deploy-number': '9',
      'duration-ms': '1234',
      failure: ''
    })
    expect(rollbackFault(ended('converged'))).toBeUndefined()
    expect(rollbackFault(ended('timed-out'))).toMatchObject({ code: 'deploy-failed' })
    expect(rollbackOutputs(ended('timed-out')).failure).toMatch(/^the stack shop did not converge in time/)
    const declared = Object.keys(readAction('actions/deploy-stack').outputs ?? {})
    expect(declared).toEqual(expect.arrayContaining(Object.keys(rollbackOutputs(ended('converged')))))
  })
})
