import { expect, test } from '@jest/globals'
import { isStale } from '../../support/dockerd-traces.ts'

const there = new Set(['lo', 'eth0', 'br-0123456789ab', 'sla1b2c3'])

test.each([
  ['-A POSTROUTING -s 10.79.0.0/24 ! -o br-3d19fd963c5a -j MASQUERADE', true],
  ['-A FORWARD -i slwey6yf -o slwey6yf -j ACCEPT', true],
  ['-A POSTROUTING -s 10.79.0.0/24 ! -o br-0123456789ab -j MASQUERADE', false],
  ['-A FORWARD -i sla1b2c3 ! -o sla1b2c3 -j ACCEPT', false],
  ['-A FORWARD -i tun0 -j ACCEPT', false],
  ['-A FORWARD -o br-lan -j ACCEPT', false],
  ['-A FORWARD -j DOCKER-USER', false]
])('%s: stale is %s', (rule, stale) => {
  expect(isStale(rule, there)).toBe(stale)
})
