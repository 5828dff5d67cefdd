import { expect, test } from '@jest/globals'
import type { CurrentStack } from '../../../../src/stack/plan/current.ts'
import { planObjects } from '../../../../src/stack/plan/plan-objects.rules.ts'
import { viewOfModel } from '../../../../src/stack/plan/view-of-model.rules.ts'

test('library/nginx is nginx, however it is written: a deploy of the same changes nothing', () => {
  const image = (name: string) => viewOfModel({ services: { web: { image: name } } }, 's', 'web').image
  const digest = `@sha256:${'a'.repeat(64)}`
  for (const prefix of ['library/', 'docker.io/library/', 'index.docker.io/library/', 'docker.io/']) {
    expect(image(`${prefix}nginx:1.27`)).toBe('nginx:1.27')
    expect(image(`${prefix}nginx:1.27${digest}`)).toBe(`nginx:1.27${digest}`)
  }
  expect(image('docker.io/acme/web')).toBe('acme/web:latest')
  // Only Docker Hub has a library.
  expect(image('example.org/library/nginx:1')).toBe('example.org/library/nginx:1')
  expect(image('library/acme/web:1')).toBe('library/acme/web:1')
})

test('a secret with a name of its own, and another content, is told before anything happens', () => {
  const model = (tag: string) => ({
    services: {},
    secrets: { pw: { file: '/pw', name: 'shared_pw', labels: { 'io.swarmline.content': tag } } }
  })
  const objects = (tag: string, labels: Record<string, string>) => {
    const there = { services: [], networks: [], configs: [], apiVersion: '1.44' }
    const secrets = [{ ID: '1', Spec: { Name: 'shared_pw', Labels: labels } }]
    return planObjects(model(tag), 's', { ...there, secrets } as CurrentStack)
  }
  expect(objects('aa', { 'io.swarmline.content': 'aa' })).toEqual([])
  expect(objects('bb', { 'io.swarmline.content': 'aa' })).toMatchObject([
    { kind: 'secret', name: 'shared_pw', change: 'drifted' }
  ])
  // Of what docker made nobody knows the content.
  expect(objects('bb', {})).toEqual([])
})
