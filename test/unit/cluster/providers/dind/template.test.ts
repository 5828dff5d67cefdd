import { expect, test } from '@jest/globals'
import { pullQuery } from '../../../../../src/cluster/providers/dind/template.ts'

test.each([
  ['redis', 'redis', 'latest'],
  ['redis:alpine', 'redis', 'alpine'],
  ['google/cadvisor', 'google/cadvisor', 'latest'],
  ['10.79.0.5:5000/app/backend', '10.79.0.5:5000/app/backend', 'latest'],
  ['10.79.0.5:5000/app/backend:1', '10.79.0.5:5000/app/backend', '1'],
  ['redis:alpine@sha256:ab', 'redis', 'sha256:ab']
])('%s is pulled as %s and %s, never with all its tags', (reference, fromImage, tag) => {
  expect(pullQuery(reference)).toEqual({ fromImage, tag })
})
