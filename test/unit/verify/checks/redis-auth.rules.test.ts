import { expect, test } from '@jest/globals'
import { judgeRedisAuth, readRedisProbe } from '../../../../src/verify/checks/redis-auth.rules.ts'

const NOAUTH = 'NOAUTH Authentication required.'

test.each([
  ['NOAUTH, then PONG', NOAUTH, 'PONG', 'pass'],
  ['the same in the protocol’s own words', `-${NOAUTH}`, 'PONG', 'pass'],
  ['an open Redis', 'PONG', 'PONG', 'fail'],
  ['an open Redis, by the protocol', '+PONG', 'PONG', 'fail'],
  [
    'protected mode in place of a password',
    'DENIED Redis is running in protected mode',
    'unreachable',
    'fail'
  ],
  ['a secret that is not the password', NOAUTH, 'refused', 'fail'],
  ['no file to read the password from', NOAUTH, 'no-password', 'inconclusive'],
  ['a second connection that failed', NOAUTH, 'unreachable', 'inconclusive'],
  ['no connection', 'Could not connect to Redis at redis:6379', 'unreachable', 'inconclusive'],
  ['a Redis that still loads', 'LOADING Redis is loading the dataset', 'refused', 'inconclusive'],
  ['an answer that only contains the word', 'ERR not NOAUTH', 'PONG', 'inconclusive']
] as const)('%s: %s / %s → %s', (_title, anonymous, holder, status) => {
  const verdict = judgeRedisAuth({ client: 'backend', anonymous, holder })
  expect(verdict.status).toBe(status)
  if (status !== 'pass') expect(verdict.hint).toBeTruthy()
})

test('reads the two lines among others, and makes them harmless', () => {
  expect(readRedisProbe('backend', `warning\nanonymous ${NOAUTH}\u001b[2J\nholder PONG\n`)).toEqual({
    client: 'backend',
    anonymous: `${NOAUTH}\ufffd[2J`,
    holder: 'PONG'
  })
})

test.each([
  '',
  'OCI runtime exec failed: "php": not found',
  'anonymous PONG\n',
  'holder PONG\n',
  'anonymous x\nholder 1234\n'
])('finds no answer in %j', stdout => {
  expect(readRedisProbe('backend', stdout)).toBeUndefined()
})
