import { expect, test } from '@jest/globals'
import { buildCommand } from '../../../src/images/build.ts'
import { digestsOf } from '../../../src/images/push.ts'

const digest = (c: string): string => `sha256:${c.repeat(64)}`

test('only the digests of the same repository, however docker writes its name', () => {
  const recorded = [`10.0.0.1:5000/a/b@${digest('1')}`, `a/b@${digest('2')}`, `redis@${digest('3')}`]
  expect(digestsOf(recorded, '10.0.0.1:5000/a/b:v1')).toEqual([digest('1')])
  expect(digestsOf(recorded, 'docker.io/a/b')).toEqual([digest('2')])
  expect(digestsOf(recorded, 'docker.io/library/redis:alpine')).toEqual([digest('3')])
  expect(digestsOf(recorded, 'other')).toEqual([])
})

test('build arguments are in the command line, whatever their names: none is in the environment of the client', () => {
  const command = buildCommand(
    {
      name: 'app',
      context: '/c',
      dockerfile: '/c/Dockerfile',
      tags: ['a:1', 'a:2'],
      buildArgs: { LEVEL: '1', PATH: '/x' },
      labels: { k: 'v' }
    },
    '/tmp/id'
  )
  expect(command).toEqual([
    ...['build', '--file', '/c/Dockerfile', '--iidfile', '/tmp/id', '--tag', 'a:1', '--tag', 'a:2'],
    ...['--build-arg', 'LEVEL=1', '--build-arg', 'PATH=/x', '--label', 'k=v', '/c']
  ])
})
