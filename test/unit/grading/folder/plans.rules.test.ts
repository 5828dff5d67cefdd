import { describe, expect, test } from '@jest/globals'
import { planBuilds } from '../../../../src/grading/folder/builds.rules.ts'
import { missingSecretFiles } from '../../../../src/grading/folder/secrets.rules.ts'
import { stackFilesOf } from '../../../../src/grading/folder/stack-files.rules.ts'

const FILES = [
  'backend/Dockerfile',
  'redis/Dockerfile',
  'apps/web-admin/Dockerfile',
  'admin/Dockerfile',
  'docker-compose.yml'
]
const plan = (...services: Parameters<typeof planBuilds>[1]) => planBuilds(FILES, services)
const image = (name: string) => ({ image: name })

describe('which folder builds which image', () => {
  test.each([
    ['workshop/docker-swarm-workshop-backend:latest', 'backend'],
    ['10.79.0.5:5000/a/backend', 'backend'],
    ['ghcr.io/me/redis@sha256:00', 'redis'],
    ['me/shop-web-admin:1', 'apps/web-admin'],
    ['me/shop-admin:1', 'admin']
  ])('%s is built by %s/', (name, context) => {
    expect(plan(image(name)).builds).toEqual([{ image: name, context, dockerfile: 'Dockerfile' }])
  })

  test.each([
    ['redis:alpine'],
    ['library/redis'],
    ['docker.io/library/redis:7'],
    ['me/backends'],
    ['me/xbackend'],
    ['google/cadvisor']
  ])('%s is pulled', name => {
    expect(plan(image(name))).toEqual({ builds: [], pulled: [name], forbidden: [] })
  })

  test('build: says it, each image once', () => {
    const build = { context: 'redis', dockerfile: 'Other' }
    expect(plan({ image: 'a/b', build }, { image: 'a/b', build })).toMatchObject({
      builds: [{ image: 'a/b', context: 'redis', dockerfile: 'Other' }]
    })
  })

  test('nothing is built under a name that others trust', () => {
    const build = { context: 'backend', dockerfile: 'Dockerfile' }
    expect(plan({ image: 'google/cadvisor:v1', build })).toEqual({
      builds: [],
      pulled: [],
      forbidden: ['google/cadvisor:v1']
    })
  })
})

describe('which stack files are deployed', () => {
  const run = (...calls: string[]) => [
    { file: 'bin/up', isExecutable: true, calls: calls.map(line => line.split(' ')), exitCode: 0 }
  ]

  test('those that the folder’s own script names, in its order', () => {
    const files = ['a.yml', 'b.yml', 'docker-compose.yml']
    expect(stackFilesOf(files, run('docker ps', 'docker stack deploy -c b.yml -c a.yml w'))).toEqual({
      composeFiles: ['b.yml', 'a.yml'],
      because: 'bin/up deploys it'
    })
  })

  test('only if all that it names are there', () => {
    const half = run('docker stack deploy -c docker-compose.yml -c gone.yml w')
    expect(stackFilesOf(['docker-compose.yml'], half).because).toBe('it has the usual name')
  })

  test('else the usual one, with what overrides it', () => {
    const missing = run('docker stack deploy -c gone.yml w')
    expect(stackFilesOf(['compose.yaml', 'docker-compose.yml'], missing).composeFiles).toEqual([
      'docker-compose.yml'
    ])
    expect(stackFilesOf(['compose.override.yml', 'compose.yml'], []).composeFiles).toEqual([
      'compose.yml',
      'compose.override.yml'
    ])
    expect(stackFilesOf(['stack.yaml'], []).composeFiles).toEqual(['stack.yaml'])
  })

  test('none, when the participant is not that far', () => {
    expect(stackFilesOf(['backend/Dockerfile'], [])).toEqual({
      composeFiles: [],
      because: 'there is no stack file'
    })
  })
})

test('secrets whose files a repository does not have are to be made, and nothing else', () => {
  const documents = new Map<string, unknown>([
    [
      'deploy/stack.yml',
      { secrets: { a: { file: '../a.txt' }, b: { file: './b.txt' }, c: { file: '../../c.txt' } } }
    ],
    [
      'other.yml',
      { secrets: { a: { file: 'a.txt' }, d: { external: true } }, configs: { e: { file: 'e.txt' } } }
    ]
  ])
  expect(missingSecretFiles(documents, ['deploy/stack.yml', 'other.yml'])).toEqual(['a.txt', 'deploy/b.txt'])
  expect(missingSecretFiles(documents, ['a.txt'])).toEqual(['deploy/b.txt'])
})
