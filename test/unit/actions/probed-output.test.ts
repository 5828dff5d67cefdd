import { expect, test } from '@jest/globals'
import { deployStackOutputs } from '../../../src/actions/deploy-stack.ts'
import { sampleDeploy } from '../../support/action-samples.ts'
import { sampleProbe } from '../../support/sample-deploy.ts'

test('the output has the figures of the probe, and not what only pictures need', () => {
  const probe = sampleProbe('2026-01-01T00:00:00.000Z')
  const { probed = '' } = deployStackOutputs({ ...sampleDeploy('converged'), probe }, 'report')
  expect(JSON.parse(probed)).toMatchObject({ failed: 112, planned: 2_480 })
  expect(JSON.parse(probed)).not.toHaveProperty('series')
  expect(JSON.parse(probed)).not.toHaveProperty('latencyBuckets')
})
