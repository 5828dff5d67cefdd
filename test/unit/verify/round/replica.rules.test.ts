import { expect, test } from '@jest/globals'
import { readReplicaAnswer } from '../../../../src/verify/round/replica.rules.ts'
import { workloadText } from '../test-server.ts'

test.each([
  ['the whole text', workloadText('a1b2c3', 41), { hostname: 'a1b2c3', visits: 41 }],
  ['no counter yet', workloadText('a1b2c3'), { hostname: 'a1b2c3', visits: undefined }],
  [
    'Windows line ends',
    workloadText('a1b2c3', 7).replaceAll('\n', '\r\n'),
    { hostname: 'a1b2c3', visits: 7 }
  ],
  ['visits in words', `${workloadText('a')}Number of visits: many`, { hostname: 'a', visits: undefined }],
  ['visits below zero', `${workloadText('a')}Number of visits: -1`, { hostname: 'a', visits: undefined }],
  [
    'visits beyond counting',
    `${workloadText('a')}Number of visits: ${'9'.repeat(16)}`,
    { visits: undefined }
  ],
  ['other lines, another order', `hello\n  Number of visits: 7\n${workloadText('a1b2c3')}`, { visits: 7 }]
])('reads %s', (_title, body, expected) => {
  expect(readReplicaAnswer(body)).toMatchObject({ isReadable: true, ...expected })
})

test.each([
  ['an empty body', '', /I am the backend server/],
  ['another server', '<h1>It works!</h1>', /I am the backend server/],
  ['no hostname line', 'I am the backend server\n', /The responding server is/],
  ['an empty hostname', workloadText(''), /not a hostname/],
  ['markup for a hostname', workloadText('<img src=x>'), /not a hostname/],
  ['a prototype for a hostname', workloadText('__proto__'), /not a hostname/],
  ['an endless hostname', workloadText('a'.repeat(254)), /not a hostname/]
])('refuses %s', (_title, body, problem) => {
  expect(readReplicaAnswer(body)).toEqual({ isReadable: false, problem: expect.stringMatching(problem) })
})
