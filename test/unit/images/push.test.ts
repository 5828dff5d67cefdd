import { expect, test } from '@jest/globals'
import { digestsOf } from '../../../src/images/push.ts'

const digest = (c: string): string => `sha256:${c.repeat(64)}`

test('only the digests of the same repository, however docker writes its name', () => {
  const recorded = [`10.0.0.1:5000/a/b@${digest('1')}`, `a/b@${digest('2')}`, `redis@${digest('3')}`]
  expect(digestsOf(recorded, '10.0.0.1:5000/a/b:v1')).toEqual([digest('1')])
  expect(digestsOf(recorded, 'docker.io/a/b')).toEqual([digest('2')])
  expect(digestsOf(recorded, 'docker.io/library/redis:alpine')).toEqual([digest('3')])
  expect(digestsOf(recorded, 'other')).toEqual([])
})
