import { afterAll, expect, test } from '@jest/globals'
import type { FailureCategory, TaskFailure } from '../../../src/rollout/rollout.ts'
import { withPlace } from '../../../src/usecases/deploy/place-of.rules.ts'
import { stackFolder } from '../../support/stack-folder.ts'

const { load, remove } = stackFolder()
afterAll(remove)

const failure = (service: string, category: FailureCategory): TaskFailure => ({
  ...{ service, category, task: 't', node: 'n', error: 'exit 3', logLines: [] }
})

test('a failure is at the key of the service that it is about, else at the service, else nowhere', async () => {
  const plan = await load(`services:
  web:
    image: app:v1
    ports: ["80:80"]
    healthcheck:
      test: [CMD, check]
  db:
    image: db:v1`)
  const lineOf = (service: string, category: FailureCategory) =>
    withPlace(failure(service, category), 's', plan).place?.line
  expect(lineOf('s_web', 'image')).toBe(3)
  expect(lineOf('s_web', 'port')).toBe(4)
  expect(lineOf('s_web', 'health')).toBe(5)
  expect(lineOf('s_web', 'exit')).toBe(2)
  expect(lineOf('s_db', 'health')).toBe(7)
  for (const other of ['s_gone', 'other_web', 's', 's_constructor'])
    expect(withPlace(failure(other, 'exit'), 's', plan)).toEqual(failure(other, 'exit'))
})
