import { expect, test } from '@jest/globals'
import { parseTcpHost } from '../../../src/engine/tcp-target.rules.ts'

test.each([
  ['tcp://h.example', { host: 'h.example', port: 2376 }],
  ['tcp://10.0.0.1:12376/', { host: '10.0.0.1', port: 12_376 }],
  ['tcp://[fd00::1]:2376', { host: 'fd00::1', port: 2376 }]
])('%s', (text, expected) => {
  expect(parseTcpHost(text, '/certs')).toEqual({ ...expected, certDir: '/certs' })
})

test.each(['tcp://', 'http://h', 'tcp://me:secret@h', 'tcp://h/path', 'tcp://h?x', 'h'])(
  '%s is refused',
  text => {
    expect(() => parseTcpHost(text, '/certs')).toThrow(expect.objectContaining({ code: 'input' }))
    expect(() => parseTcpHost(text, '/certs')).not.toThrow(/secret/)
  }
)

test('without certificates nothing is used, and the ways out are said', () => {
  expect(() => parseTcpHost('tcp://h:2376', undefined)).toThrow(
    expect.objectContaining({ code: 'input', hint: expect.stringMatching(/DOCKER_TLS_VERIFY.*ssh:/) })
  )
})
