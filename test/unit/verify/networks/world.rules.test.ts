import { expect, test } from '@jest/globals'
import { isAbsent, isIdle } from '../../../../src/verify/networks/world.rules.ts'
import { aMesh } from '../kinds/isolation/mesh-builders.ts'

const spec = (Mode: object) => ({ Spec: { Mode } }) as Parameters<typeof isIdle>[0]

test.each<[string, object, boolean]>([
  ['replicas', { Replicated: { Replicas: 2 } }, false],
  ['no replicas', { Replicated: { Replicas: 0 } }, true],
  ['a global service', { Global: {} }, false],
  ['a job', { ReplicatedJob: {} }, true],
  ['a global job', { GlobalJob: {} }, true]
])('%s', (_what, mode, idle) => expect(isIdle(spec(mode))).toBe(idle))

test('a job that still runs is there', () => {
  const [job] = aMesh({ job: { on: ['front'] } }).services
  if (!job) throw new Error('a mesh has its services')
  expect([isAbsent({ ...job, isIdle: true }), isAbsent({ ...job, isIdle: true, tasks: [] })]).toEqual([
    false,
    true
  ])
})
