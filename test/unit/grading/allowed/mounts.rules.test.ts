import { describe, expect, test } from '@jest/globals'
import { isTrustedName, repositoryOf } from '../../../../src/grading/allowed/mounts.rules.ts'
import { stackRefusals } from '../../../../src/grading/allowed/stack.rules.ts'

const ofService = (service: Record<string, unknown>) =>
  stackRefusals({ services: { a: { image: 'x/a', ...service } } }, () => undefined).map(({ text }) => text)
const bind = (source: string, target = '/x') => ({ type: 'bind', source, target, read_only: true })

describe('cAdvisor', () => {
  const MOUNTS = [
    bind('/', '/rootfs'),
    bind('/var/run', '/var/run'),
    bind('/sys', '/sys'),
    bind('/var/lib/docker/', '/var/lib/docker')
  ]
  const cadvisor = (change: Record<string, unknown> = {}) =>
    ofService({
      image: 'google/cadvisor:latest',
      command: '-logtostderr -docker_only',
      hostname: '{{.Node.ID}}',
      volumes: MOUNTS,
      deploy: { mode: 'global' },
      ...change
    })

  test.each([
    'google/cadvisor',
    'docker.io/google/cadvisor:v0.33.0',
    'gcr.io/cadvisor/cadvisor:v0.52.1',
    `google/cadvisor@sha256:${'a'.repeat(64)}`
  ])('%s may read its node', image => {
    expect(cadvisor({ image })).toEqual([])
  })

  test.each([
    ['google/cadvisor-evil'],
    ['evil/cadvisor'],
    ['google/cadvisor/x'],
    ['evil.example/google/cadvisor'],
    ['10.79.0.5:5000/google/cadvisor']
  ])('%s may not', image => {
    expect(cadvisor({ image })).toHaveLength(4)
  })

  test.each([
    [
      'a program of one’s own',
      { entrypoint: ['sh'] },
      'service a: it has entrypoint, and it mounts the node’s folders'
    ],
    [
      'a shell as its command',
      { command: ['sh', '-c', 'id'] },
      'service a: its command is not only flags, and it mounts the node’s folders'
    ],
    [
      'a health check that is a command',
      { healthcheck: { test: ['CMD-SHELL', 'id'] } },
      'service a: it has healthcheck, and it mounts the node’s folders'
    ],
    [
      'a file over its program',
      { configs: [{ source: 'x', target: '/usr/bin/cadvisor' }] },
      'service a: it has configs, and it mounts the node’s folders'
    ],
    [
      'an environment',
      { environment: { LD_PRELOAD: 'x' } },
      'service a: it has environment, and it mounts the node’s folders'
    ],
    [
      'a volume over its program',
      { volumes: [...MOUNTS, { type: 'volume', source: 'v', target: '/usr/bin' }] },
      'service a: it has other volumes, and it mounts the node’s folders'
    ],
    [
      'another folder',
      { volumes: [...MOUNTS, bind('/root/.ssh')] },
      'service a: it mounts /root/.ssh of the node, which cAdvisor does not need'
    ]
  ])('may not have %s', (_what, change, text) => {
    expect(cadvisor(change)).toEqual([text])
  })

  test('without the mounts it is a service like any other', () => {
    expect(cadvisor({ volumes: [], entrypoint: ['sh'] })).toEqual([])
  })
})

test.each([
  ['google/cadvisor', 'google/cadvisor'],
  ['docker.io/google/cadvisor:v1@sha256:00', 'google/cadvisor'],
  ['index.docker.io/google/cadvisor', 'google/cadvisor'],
  ['10.79.0.5:5000/a/b:1', '10.79.0.5:5000/a/b'],
  ['localhost:5000/a', 'localhost:5000/a']
])('the repository of %s is %s', (image, repository) => {
  expect(repositoryOf(image)).toBe(repository)
})

test('nobody builds an image under a trusted name', () => {
  expect(['google/cadvisor:evil', 'docker.io/google/cadvisor'].map(isTrustedName)).toEqual([true, true])
  expect(isTrustedName('workshop/cadvisor')).toBe(false)
})
