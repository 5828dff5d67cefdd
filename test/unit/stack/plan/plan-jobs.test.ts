import { expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../src/docker/types.ts'
import { planChanges } from '../../../../src/stack/plan/plan-changes.rules.ts'
import { aService } from '../../../support/swarm-builders.ts'

const labels = { 'io.swarmline.job': 'before' }

/** As docker makes it of `job` below. */
const spec: ApiServiceSpec = {
  Name: 's_job',
  Labels: { ...labels, 'com.docker.stack.namespace': 's' },
  Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1 } },
  TaskTemplate: {
    ContainerSpec: { Image: 'app:v1' },
    Networks: [{ Target: 'id-n', Aliases: ['job'] }]
  },
  EndpointSpec: { Mode: 'vip' }
}
const current = {
  services: [{ ...aService('s_job'), Spec: spec }],
  networks: [
    {
      Id: 'id-n',
      Name: 's_n',
      Driver: 'overlay',
      Scope: 'swarm',
      Labels: { 'com.docker.stack.namespace': 's' }
    }
  ],
  ...{ secrets: [], configs: [], apiVersion: '1.51' }
}
const job = { image: 'app:v1', networks: ['n'], deploy: { mode: 'replicated-job', replicas: 1, labels } }
const plan = (more: object) =>
  planChanges({ services: { job, ...more }, networks: { n: {} } }, 's', current, { isPruning: false })

test('a job before or after the deploy runs again when anything changes, and not when nothing does', () => {
  expect(plan({})).toMatchObject({ isUnchanged: true, services: [{ kind: 'unchanged', tasks: 'none' }] })
  expect(plan({ web: { image: 'app:v1', networks: ['n'] } })).toMatchObject({
    isUnchanged: false,
    services: [
      { kind: 'unchanged', tasks: 'run-again' },
      { kind: 'created', tasks: 'none' }
    ]
  })
})
