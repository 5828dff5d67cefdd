// The workload on a swarm of three nodes with a real routing mesh, in an emulated machine or on the engine that
// DOCKER_HOST names: no check may turn red.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { raiseWorkload, type Workload } from '../support/workload-stack.ts'

const MINUTE = 60_000
const RUNS = 10
/** What two emulated cores carry beside the programs that the checks start. */
const REQUESTS = 30
const RATE = 4

describe('the healthy stack on a real mesh', () => {
  let workload: Workload
  beforeAll(async () => {
    workload = await raiseWorkload('mesh')
  }, 20 * MINUTE)
  afterAll(() => workload?.close(), 5 * MINUTE)

  test.each(Array.from({ length: RUNS }, (_, i) => i + 1))('passes every check, run %i', async () => {
    expect(notPassed(await workload.verify('workload.yml', '--variable', `REQUESTS=${REQUESTS}`))).toEqual([])
  })

  test(
    'survives what disturbs it',
    async () => {
      const flags = ['--allow-disruption', '--variable', `RATE=${RATE}`]
      expect(notPassed(await workload.verify('disturbances.yml', ...flags))).toEqual([])
    },
    15 * MINUTE
  )
})

function notPassed({ verdicts }: VerifyResult): string[] {
  return verdicts
    .filter(({ status }) => status !== 'pass')
    .map(({ id, status, observed }) => `${id} is ${status}: ${observed}`)
}
