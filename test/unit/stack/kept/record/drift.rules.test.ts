import { expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../../src/docker/types.ts'
import { driftOf } from '../../../../../src/stack/kept/record/drift.rules.ts'
import type { ServiceChange } from '../../../../../src/stack/plan/plan.ts'
import { aService } from '../../../../support/swarm-builders.ts'

type Record = Parameters<typeof driftOf>[1][number]

const spec = (name: string, image: string, env: string[] = [], replicas = 2): ApiServiceSpec =>
  aService(`s_${name}`, {
    replicas,
    Spec: {
      Mode: { Replicated: { Replicas: replicas } },
      TaskTemplate: { ContainerSpec: { Image: image, Env: env } }
    }
  }).Spec
const record = (
  seq: number,
  outcome: string,
  undone: string | undefined,
  services: ApiServiceSpec[] | undefined,
  changes?: ServiceChange[]
): Record => ({
  seq,
  outcome,
  undone,
  specs: services && {
    ...{ schema: 1, stack: 's', seq, services, networks: [], secrets: [], configs: [] },
    ...(changes ? { changes } : {})
  }
})
const names = { networks: {}, configs: {} }
const drift = (records: Record[], running: ApiServiceSpec[]) => driftOf('s', records, running, names)

test('is told field by field, and never what an environment variable holds', () => {
  const was = [spec('web', 'app:v1', ['TOKEN=old-secret']), spec('gone', 'app:v1')]
  const found = drift(
    [record(2, 'converged', undefined, was)],
    [spec('web', 'app:v1', ['TOKEN=new-secret'], 5), spec('extra', 'app:v9')]
  )
  expect(found).toMatchObject({
    kind: 'known',
    since: 2,
    services: [
      {
        name: 'web',
        kind: 'updated',
        fields: [
          { field: 'deploy.replicas', from: '2', to: '5' },
          { field: 'environment.TOKEN', from: '(hidden)', to: '(hidden)' }
        ]
      },
      { name: 'gone', kind: 'removed' },
      { name: 'extra', kind: 'created' }
    ]
  })
  expect(JSON.stringify(found)).not.toContain('secret')
})

test('is measured from what the last deploy left', () => {
  const [v1, v2] = [[spec('web', 'app:v1')], [spec('web', 'app:v2')]]
  const good = record(1, 'converged', undefined, v1)
  expect(drift([record(2, 'failed', 'restored', v2), good], v1)).toMatchObject({ since: 1, services: [] })
  expect(drift([record(2, 'failed', 'kept', v2), good], v2)).toMatchObject({ since: 2, services: [] })
  expect(drift([record(2, 'converged', undefined, v2), good], v1)).toMatchObject({
    since: 2,
    services: [{ fields: [{ field: 'image', from: 'app:v2', to: 'app:v1' }] }]
  })
})

test('is unknown where it is not on record what the last deploy left', () => {
  const good = record(1, 'converged', undefined, [spec('web', 'app:v1')])
  for (const records of [
    [],
    [record(2, 'pending', undefined, undefined), good],
    [record(2, 'failed', undefined, [spec('web', 'app:v2')]), good],
    [record(2, 'converged', undefined, undefined), good]
  ])
    expect(drift(records, [spec('web', 'app:v1')])).toMatchObject({ kind: 'unknown' })
})

test('does not count the jobs of deploys', () => {
  const job = spec('migrate', 'app:v1')
  job.Labels = { 'io.swarmline.job': 'before' }
  const left = record(3, 'converged', undefined, [spec('web', 'app:v1'), job])
  expect(drift([left], [spec('web', 'app:v1')])).toMatchObject({ since: 3, services: [] })
})

test('counts a service that was pruned and is back, and not one that a kept failure never came to prune', () => {
  const removed: ServiceChange = {
    ...{ name: 'old', fullName: 's_old', kind: 'removed', fields: [], tasks: 'none' },
    refusal: undefined
  }
  const [web, old] = [spec('web', 'app:v1'), spec('old', 'app:v1')]
  const after = (outcome: string, undone?: string) =>
    drift([record(3, outcome, undone, [web], [removed])], [web, old])
  expect(after('failed', 'kept')).toMatchObject({ kind: 'known', services: [] })
  // A rollback keeps what it did.
  for (const undone of [undefined, 'kept'])
    expect(after('converged', undone)).toMatchObject({ services: [{ name: 'old', kind: 'created' }] })
})
