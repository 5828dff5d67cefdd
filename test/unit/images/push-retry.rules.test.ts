import { describe, expect, test } from '@jest/globals'
import { passingTrouble, pauseBefore, retryAfterMs } from '../../../src/images/push-retry.rules.ts'

describe('what a push says that failed', () => {
  test.each([
    ['received unexpected HTTP status: 503 Service Unavailable', 'busy'],
    ['unexpected status from PUT request to http://r/v2/a/manifests/1: 502 Bad Gateway', 'busy'],
    ['toomanyrequests: You have reached your push rate limit', 'busy'],
    ['denied: too many requests, slow down', 'busy'],
    ['unavailable: the registry restarts', 'busy'],
    [
      'Patch "http://r/v2/a/blobs/uploads/1": read tcp 1.1.1.1:2->3.3.3.3:4: read: connection reset by peer',
      'broken'
    ],
    ['Put "http://r/v2/a/manifests/1": EOF', 'broken'],
    ['Get "https://r/v2/": net/http: TLS handshake timeout', 'broken'],
    ['Get "https://r/v2/": dial tcp 3.3.3.3:443: i/o timeout', 'broken'],
    ['write tcp 1.1.1.1:2->3.3.3.3:4: write: broken pipe', 'broken']
  ])('%s: it is tried again', (said, why) => expect(passingTrouble(said)).toBe(why))

  test.each([
    'unauthorized: authentication required',
    'denied: requested access to the resource is denied',
    'received unexpected HTTP status: 403 Forbidden',
    'name unknown: repository not found',
    'no basic auth credentials',
    'Get "https://r/v2/": http: server gave HTTP response to HTTPS client',
    'Get "https://r/v2/": x509: certificate signed by unknown authority',
    'An image does not exist locally with the tag: a/b',
    'received unexpected HTTP status: 500 Internal Server Error: no space left on device',
    'something that nobody knows'
  ])('%s: it is final', said => expect(passingTrouble(said)).toBeUndefined())

  test('a number in a digest or a name is no status', () => {
    expect(passingTrouble('pushing 10.0.0.1:5000/a-503/b: manifest is odd')).toBeUndefined()
  })
})

test('the pauses double up to a minute, and are never shorter than what the registry asks for', () => {
  expect([1, 2, 3, 4, 9].map(attempt => pauseBefore(attempt, undefined))).toEqual([
    1000, 2000, 4000, 8000, 60_000
  ])
  expect(pauseBefore(1, 7000)).toBe(7000)
  expect(pauseBefore(4, 1000)).toBe(8000)
  expect(pauseBefore(1, 3_600_000)).toBeUndefined()
})

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-01-01T12:00:00Z')
  expect(retryAfterMs('7', now)).toBe(7000)
  expect(retryAfterMs('Thu, 01 Jan 2026 12:00:30 GMT', now)).toBe(30_000)
  expect(retryAfterMs('Thu, 01 Jan 2026 11:00:00 GMT', now)).toBe(0)
  for (const header of [null, 'soon', '-1 s']) expect(retryAfterMs(header, now)).toBeUndefined()
})
