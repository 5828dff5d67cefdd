import { expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../src/errors.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { deployFault } from '../../../src/usecases/deploy/fault.rules.ts'
import { stepReport } from '../../../src/usecases/step-report.rules.ts'
import { sampleCluster, sampleDeploy, sampleVerify } from '../../support/action-samples.ts'

const endedAt = Date.parse('2026-01-01T00:01:00.000Z')

test('a step in a cluster of ours reports its nodes, and the time that it took itself', () => {
  const found = { kind: 'verify', stack: 'shop', result: sampleVerify('pass'), fault: undefined } as const
  expect(stepReport(found, sampleCluster, { actor: 'octocat' }, endedAt)).toMatchObject({
    status: 'pass',
    source: { actor: 'octocat', stack: 'shop', swarm: 'the cluster swarmline' },
    startedAt: '2026-01-01T00:00:59.999Z',
    durationMs: 1,
    engine: { kind: 'vm', title: 'Docker Engine 28.5.2', version: '28.5.2', hasMesh: true },
    nodes: [{ name: 'worker1' }, { name: 'manager1' }],
    verify: { status: 'pass' },
    deploy: undefined,
    error: undefined
  })
})

test('a deploy that failed says why, also on the summary page', () => {
  const result = sampleDeploy('failed', 'task: non-zero exit (1)')
  const found = { kind: 'deploy', result, fault: deployFault(result) } as const
  const report = stepReport(found, 'the swarm at ssh://10.0.0.1', {}, endedAt)
  expect(report).toMatchObject({ status: 'fail', engine: { kind: 'host', version: '' }, nodes: [] })
  expect(report.error).toMatch(/^the stack workshop failed: backend on worker1: task: non-zero exit \(1\)/)
  expect(renderSummary(report)).toContain('task: non-zero exit')
})

test('what could not be measured has not failed, and names its stack', () => {
  const result = sampleVerify('pass', 'inconclusive')
  const fault = new SwarmlineError('verify-failed', 'nothing was proven')
  const found = { kind: 'verify', stack: 'shop', result, fault } as const
  expect(stepReport(found, 'the swarm at this machine', {}, endedAt)).toMatchObject({
    status: 'inconclusive',
    source: { stack: 'shop', swarm: 'the swarm at this machine' }
  })
})
