import { describe, expect, test } from '@jest/globals'
import {
  type Answer,
  type Ask,
  encodeAsks,
  readAnswers,
  readListeners
} from '../../../../src/verify/probes/asks.rules.ts'

const connect: Ask = { kind: 'connect', address: '10.0.1.2', port: 80 }
const datagram: Ask = { kind: 'datagram', address: '10.0.1.2', port: 9 }
const resolve: Ask = { kind: 'resolve', name: 'shop_web' }
const reach: Ask = { kind: 'reach', host: 'web', port: 80 }
const fetched: Ask = { kind: 'fetch', port: 8080, path: '/-/ready' }
const redis: Ask = { kind: 'redis', port: 6379 }

describe('what is asked', () => {
  test('one line for each, with its number', () => {
    expect(encodeAsks([connect, resolve, reach, datagram, fetched, redis])).toBe(
      'connect 0 10.0.1.2 80\nresolve 1 shop_web\nreach 2 web 80\ndatagram 3 10.0.1.2 9\nfetch 4 8080 /-/ready\nredis 5 6379\n'
    )
  })

  test.each<[string, Ask]>([
    ['a name with a line of its own', { kind: 'resolve', name: 'a\nconnect 9 10.0.0.1 1' }],
    ['a name that a shell would run', { kind: 'resolve', name: '$(id)' }],
    ['a name that is an option', { kind: 'resolve', name: '-type=any' }],
    ['a name of two words', { kind: 'reach', host: 'a b', port: 80 }],
    ['half an address', { kind: 'reach', host: '10.0.1', port: 80 }],
    ['no address', { kind: 'connect', address: '10.0.1.256', port: 80 }],
    ['a name for an address', { kind: 'connect', address: 'web', port: 80 }],
    ['a datagram to a name', { kind: 'datagram', address: 'web', port: 9 }],
    ['a datagram to no port', { kind: 'datagram', address: '10.0.1.2', port: 0 }],
    ['a path with a query of its own', { kind: 'fetch', port: 80, path: '/a b' }],
    ['a path that is none', { kind: 'fetch', port: 80, path: 'a' }],
    ['a path that a shell would run', { kind: 'fetch', port: 80, path: '/$(id)' }],
    ['no port', { kind: 'connect', address: '10.0.1.2', port: 70_000 }],
    ['half a port', { kind: 'connect', address: '10.0.1.2', port: 1.5 }]
  ])('%s is not asked, and not known', (_title, ask) => {
    expect(encodeAsks([ask, connect])).toBe('connect 1 10.0.1.2 80\n')
    expect(readAnswers([ask, connect], 'said 1 0\n')).toEqual([
      { kind: 'unknown', detail: 'this cannot be asked' },
      { kind: 'open' }
    ])
  })
})

describe('what is answered', () => {
  const SERVER = 'Server: 127.0.0.11 Address: 127.0.0.11:53'
  test.each<[string, Ask, string, Answer]>([
    ['a connection', connect, '0', { kind: 'open' }],
    [
      'a page, with all that a line may hold',
      fetched,
      '0 HTTP/1.0 200 OK\r Server: x\r \r ready\u2028',
      { kind: 'said', text: 'HTTP/1.0 200 OK\r Server: x\r \r ready\u2028' }
    ],
    ['no page', fetched, '0', { kind: 'refused' }],
    ['Redis', redis, '0 redis', { kind: 'said', text: 'redis' }],
    ['something else than Redis', redis, '1', { kind: 'refused' }],
    [
      'Debian’s refusal',
      connect,
      "1 nc: can't connect to remote host (10.0.1.2): Connection refused",
      { kind: 'refused' }
    ],
    ['Alpine’s refusal', connect, '1 nc: 10.0.1.2 (10.0.1.2:80): Connection refused', { kind: 'refused' }],
    ['a time-out', connect, '1 nc: timed out', { kind: 'silent' }],
    [
      'no route',
      connect,
      "1 nc: can't connect to remote host (10.0.1.2): No route to host",
      { kind: 'unreachable' }
    ],
    [
      'no network',
      connect,
      "1 nc: can't connect to remote host (10.0.1.2): Network is unreachable",
      { kind: 'unreachable' }
    ],
    [
      'something else',
      connect,
      '127 nc: applet not found',
      { kind: 'unknown', detail: 'nc: applet not found' }
    ],
    [
      'a name',
      resolve,
      `0 ${SERVER} Non-authoritative answer: Name: shop_web Address: 10.0.1.5 Name: shop_web Address: 10.0.1.2`,
      { kind: 'named', addresses: ['10.0.1.2', '10.0.1.5'] }
    ],
    [
      'a name as older tools say it',
      resolve,
      '0 Server: 127.0.0.11 Address 1: 127.0.0.11 Name: shop_web Address 1: 10.0.1.2 shop_web.1.x',
      { kind: 'named', addresses: ['10.0.1.2'] }
    ],
    [
      'no such name',
      resolve,
      `1 ${SERVER} ** server can't find shop_web: NXDOMAIN`,
      { kind: 'no-such-name' }
    ],
    [
      'a name of which a server further on has no address',
      resolve,
      `0 ${SERVER} Non-authoritative answer:`,
      { kind: 'no-such-name' }
    ],
    [
      'a failure further on',
      resolve,
      `1 ${SERVER} ** server can't find shop_web: SERVFAIL`,
      { kind: 'no-name-answer' }
    ],
    [
      'no answer',
      resolve,
      '1 ;; connection timed out; no servers could be reached',
      { kind: 'no-name-answer' }
    ],
    ['no resolver’s words', resolve, '1 what', { kind: 'unknown', detail: 'what' }],
    [
      'no name to reach',
      reach,
      `1 no address: ${SERVER} ** server can't find web: NXDOMAIN`,
      { kind: 'no-such-name' }
    ],
    [
      'a datagram that came back',
      datagram,
      '0 Server: 10.0.1.2 Address: 10.0.1.2:9 Non-authoritative answer:',
      { kind: 'open' }
    ],
    [
      'a datagram that is no answer to any name, three times',
      datagram,
      '1 Server: 10.0.1.2 Address: 10.0.1.2:9 ;; connection timed out; no servers could be reached',
      { kind: 'open' }
    ],
    [
      'an answer of a server of names that would not',
      datagram,
      "1 Server: 10.0.1.2 Address: 10.0.1.2:9 ** server can't find x.invalid: REFUSED",
      { kind: 'open' }
    ],
    [
      'an answer after a refusal',
      datagram,
      '0 nslookup: read: Connection refused Server: 10.0.1.2 Address: 10.0.1.2:9',
      { kind: 'open' }
    ],
    [
      'an answer of another port',
      datagram,
      '1 Server: 10.0.1.2 Address: 10.0.1.2:99 ;; connection timed out; no servers could be reached',
      { kind: 'silent' }
    ],
    [
      'a closed port by UDP',
      datagram,
      '1 nslookup: read: Connection refused nslookup: read: Connection refused ;; connection timed out; no servers could be reached',
      { kind: 'refused' }
    ],
    [
      'no answer by UDP',
      datagram,
      '1 ;; connection timed out; no servers could be reached',
      { kind: 'silent' }
    ],
    [
      'no way by UDP',
      datagram,
      "1 nslookup: can't connect to remote host (10.0.1.2): Network is unreachable",
      { kind: 'unreachable' }
    ],
    ['a status that is no answer', datagram, '0', { kind: 'unknown', detail: 'status 0' }],
    ['a reached name', reach, '0', { kind: 'open' }]
  ])('%s', (_title, ask, words, answer) => {
    expect(readAnswers([ask], `ready\nsaid 0 ${words}\ndone\n`)).toEqual([answer])
  })

  test('the server’s own address is no answer', () => {
    expect(readAnswers([resolve], `said 0 0 ${SERVER} Name: shop_web Address: 127.0.0.11:53`)).toEqual([
      expect.objectContaining({ kind: 'unknown' })
    ])
  })

  test('hostile lines change nothing, and silence is not known', () => {
    const text = [
      'said 0 1 nc: timed out',
      'said 0 0', // a second answer
      'said 7 0', // nobody asked
      ' said 1 0',
      'said 1 0x',
      'said -1 0',
      'said 1'
    ].join('\n')
    expect(readAnswers([connect, resolve], text)).toEqual([
      { kind: 'silent' },
      { kind: 'unknown', detail: 'the probe did not say' }
    ])
  })

  test('words that are shown are harmless', () => {
    const [answer] = readAnswers([connect], `said 0 1 ${'\u001b[2J'.repeat(9000)}`)
    expect(answer).toMatchObject({ kind: 'unknown' })
    expect(JSON.stringify(answer)).not.toContain('\u001b')
    expect(JSON.stringify(answer).length).toBeLessThan(1000)
  })
})

describe('what listens', () => {
  const V6_ANY = '0'.repeat(32)
  test('each port once, without loopback; ports in hexadecimal, addresses back to front', () => {
    const text = [
      'listen 0: 0B00007F:865D 00000000:0000 0A',
      'listen 1: 00000000:1F90 00000000:0000 0A',
      `listen 0: ${V6_ANY}:1F90 ${V6_ANY}:0000 0A`,
      `listen 1: 0000000000000000FFFF00000301000A:0050 ${V6_ANY}:0000 0A`,
      `listen 2: 00000000000000000000000001000000:0051 ${V6_ANY}:0000 0A`,
      'listen 2: 0201000A:0016 00000000:0000 0A',
      'listen 3: 0201000A:0017 00000000:0000 01',
      'listen oddly',
      'ready',
      'listen 9: 00000000:0001 00000000:0000 0A'
    ].join('\n')
    expect(readListeners(text)).toEqual([
      { port: 8080, address: undefined },
      { port: 80, address: '10.0.1.3' },
      { port: 22, address: '10.0.1.2' }
    ])
  })

  test('not known before the probe is ready', () => {
    expect(readListeners('listen 1: 00000000:1F90 00000000:0000 0A\n')).toBeUndefined()
    expect(readListeners('ready\n')).toEqual([])
  })
})
