import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { privateKeyFault } from '../../../src/inputs/ssh-key.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ssh-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function madeBySshKeygen(passphrase: string, ...more: string[]): string {
  const file = path.join(mkdtempSync(path.join(folder, 'k-')), 'key')
  execFileSync('ssh-keygen', ['-q', '-N', passphrase, '-C', '', ...more, '-f', file])
  return readFileSync(file, 'utf8')
}

test.each([
  ['ed25519', ['-t', 'ed25519']],
  ['ecdsa, in PEM', ['-t', 'ecdsa', '-m', 'PEM']],
  ['ecdsa, in PKCS8', ['-t', 'ecdsa', '-m', 'PKCS8']]
])('a key of ssh-keygen is taken without a passphrase: %s', (_, more) => {
  const key = madeBySshKeygen('', ...more)
  expect(privateKeyFault(key)).toBeUndefined()
  expect(privateKeyFault(key.replaceAll('\n', '\r\n'))).toBeUndefined()
  expect(privateKeyFault(madeBySshKeygen('a passphrase', ...more))).toMatch(/^is protected by a passphrase/)
})

test.each([
  '',
  'ssh-ed25519 AAAA me@h',
  '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA',
  '/home/me/.ssh/id_ed25519'
])('no private key, and nothing of it in the words: %j', text => {
  expect(privateKeyFault(text)).toMatch(/^is not a private key/)
  expect(privateKeyFault(text)).not.toContain('AAAA')
})
