import { expect, test } from '@jest/globals'
import { checkSocketPath } from '../../../src/engine/socket-path.rules.ts'
import { explainSsh, isPassingSsh } from '../../../src/engine/ssh-errors.rules.ts'
import {
  knownHostsOf,
  parseHostKey,
  parseSshHost,
  reachedBy,
  renderSshConfig,
  type SshTarget
} from '../../../src/engine/ssh-target.rules.ts'

const paths = { control: '/run/a b/x.ctl', knownHosts: '/run/a b/known' }
const pinned: SshTarget = {
  kind: 'pinned',
  alias: 'swarmline-vm',
  address: '127.77.0.2',
  port: 2222,
  user: 'root',
  identityPath: '/run/100%/id',
  hostKey: 'ssh-ed25519 AAAA comment\n',
  title: 'the VM',
  logPath: '/run/vm/console.log'
}

test.each([
  ['ssh://h', { host: 'h', user: undefined, port: undefined }, '/var/run/docker.sock'],
  ['ssh://me@h.example:2200', { host: 'h.example', user: 'me', port: 2200 }, '/var/run/docker.sock'],
  ['ssh://me@[::1]:22/run/d.sock', { host: '::1', user: 'me', port: 22 }, '/run/d.sock']
])('%s', (text, target, remoteSocket) => {
  expect(parseSshHost(text)).toEqual({ target: { kind: 'user', ...target }, remoteSocket })
})

test.each([
  'tcp://h:2375',
  'ssh://',
  'ssh://-oProxyCommand=x',
  'ssh://me:secret@h',
  'ssh://-l@h',
  'h',
  'ssh://h?x=1'
])('%s is refused, and no password is repeated', text => {
  expect(() => parseSshHost(text)).toThrow(expect.objectContaining({ code: 'input' }))
  expect(() => parseSshHost(text)).not.toThrow(/secret/)
})

test('a machine of ours: one key opens it, one host key is believed, no agent is asked', () => {
  const config = renderSshConfig(pinned, paths)
  for (const line of [
    'Host swarmline-vm\n',
    'HostKeyAlias swarmline-vm',
    'StrictHostKeyChecking yes',
    'UserKnownHostsFile "/run/a b/known"',
    'GlobalKnownHostsFile /dev/null',
    'IdentityFile "/run/100%%/id"',
    'IdentitiesOnly yes',
    'IdentityAgent none',
    'BatchMode yes'
  ])
    expect(config).toContain(line)
  expect(config).not.toContain('Include')
  expect(knownHostsOf(pinned)).toBe('swarmline-vm ssh-ed25519 AAAA\n')
})

test("a user's machine: our rules first, then the user's own configuration", () => {
  const config = renderSshConfig({ kind: 'user', host: 'h', user: 'me', port: 2200 }, paths)
  const at = (text: string) => config.indexOf(text)
  for (const ours of ['User me', 'Port 2200', 'StrictHostKeyChecking yes', 'BatchMode yes', 'ControlPath']) {
    expect(at(ours)).toBeGreaterThan(0)
    expect(at(ours)).toBeLessThan(at('Include ~/.ssh/config'))
  }
  expect(config).not.toMatch(/KnownHosts|IdentityFile|IdentityAgent/)
})

test("a user's machine with a private key of its own: that one is shown, and no agent's", () => {
  const target: SshTarget = { kind: 'user', host: 'h', user: 'me', port: 22, identityPath: '/run/a b/key' }
  const config = renderSshConfig(target, paths)
  for (const line of ['IdentityFile "/run/a b/key"', 'IdentitiesOnly yes', 'IdentityAgent none']) {
    expect(config.indexOf(line)).toBeGreaterThan(config.indexOf('Host *'))
    expect(config.indexOf(line)).toBeLessThan(config.indexOf('Include ~/.ssh/config'))
  }
})

test("a user's machine whose key is given: that key is believed, and no other", () => {
  const target: SshTarget = {
    kind: 'user',
    host: 'h',
    user: undefined,
    port: 2200,
    hostKey: 'ssh-ed25519 AAAA'
  }
  const config = renderSshConfig(target, paths)
  for (const line of [
    'Host h\n',
    'HostKeyAlias swarmline-pinned',
    'UserKnownHostsFile "/run/a b/known"',
    'GlobalKnownHostsFile /dev/null',
    'KnownHostsCommand none'
  ])
    expect(config.indexOf(line)).toBeLessThan(config.indexOf('Host *'))
  expect(config).toContain('StrictHostKeyChecking yes')
  expect(knownHostsOf(target)).toBe('swarmline-pinned ssh-ed25519 AAAA\n')
  expect(knownHostsOf({ kind: 'user', host: 'h', user: undefined, port: undefined })).toBeUndefined()
})

test.each([
  ['h.example ssh-ed25519 AAAAC3Nz me@h', 'ssh-ed25519 AAAAC3Nz'],
  ['[h]:2200,10.0.0.1 ecdsa-sha2-nistp256 AAAA+/==', 'ecdsa-sha2-nistp256 AAAA+/=='],
  ['ssh-rsa AAAA\n', 'ssh-rsa AAAA']
])('the host key of %j', (line, key) => expect(parseHostKey(line)).toBe(key))

test.each([
  '',
  'h',
  'ssh-ed25519',
  '@cert-authority * ssh-rsa AAAA',
  'a b ssh-rsa AAAA',
  'h ssh-rsa A;A',
  'ssh-rsa A\nssh-rsa B'
])('no host key: %j', line =>
  expect(() => parseHostKey(line)).toThrow(expect.objectContaining({ code: 'input' }))
)

test.each([
  ['No ED25519 host key is known for h and you have requested strict checking.', 'unknown', 'ssh h'],
  [
    '@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.',
    'not the known',
    'ssh-keygen -R h'
  ],
  ['me@h: Permission denied (publickey).', 'refuses the login', 'BatchMode'],
  ['ssh: connect to host h port 22: Connection refused', 'nothing listens there', 'ssh h'],
  ['kex_exchange_identification: Connection closed by remote host', 'closes the connection', 'ssh h'],
  ['ssh: connect to host h port 22: Connection timed out', 'does not answer', 'ssh h'],
  ['something new', 'something new', 'ssh -v h']
])('ssh says: %s', (stderr, message, hint) => {
  expect(explainSsh({ name: 'h', command: 'ssh h' }, stderr)).toMatchObject({
    code: 'no-engine',
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint)
  })
})

test.each([
  [{ user: 'ops', port: 2200 }, 'ops@h', 'ssh -p 2200 ops@h', '[h]:2200'],
  [{ user: undefined, port: undefined }, 'h', 'ssh h', 'h']
])("a user's machine is reached by what the address says: %j", (more, name, command, knownAs) =>
  expect(reachedBy({ kind: 'user', host: 'h', ...more })).toEqual({ name, command, knownAs })
)

test('nobody is told to ssh to a machine of ours: its name stands in a private file only', () => {
  for (const stderr of [
    'kex_exchange_identification: Connection closed by remote host',
    'Host key verification failed.',
    'root@swarmline-vm: Permission denied (publickey).',
    'something new'
  ]) {
    const { message, hint } = explainSsh(reachedBy(pinned), stderr, 42_000)
    expect(message).toMatch(/^no connection to the VM by ssh: .*tried again for 42 s$/)
    expect(hint).toBe('see its log: /run/vm/console.log')
  }
})

test.each([
  ['kex_exchange_identification: Connection closed by remote host', true],
  ['kex_exchange_identification: read: Connection reset by peer', true],
  ['Not allowed at this time', true],
  ['ssh: connect to host h port 22: Connection refused', true],
  ['Connection timed out during banner exchange', true],
  ['ssh did not finish within 120 s', true],
  ['me@h: Permission denied (publickey).\nConnection closed by h', false],
  ['Host key verification failed.', false],
  ['ssh: Could not resolve hostname h: Name or service not known', false],
  ['', false]
])('worth another attempt? %j: %s', (stderr, isPassing) => expect(isPassingSsh(stderr)).toBe(isPassing))

test('a path that no socket can have is refused with the way out', () => {
  expect(checkSocketPath(`/${'x'.repeat(102)}`)).toHaveLength(103)
  const error = expect.objectContaining({ code: 'input', hint: expect.stringContaining('shorter') })
  expect(() => checkSocketPath(`/${'x'.repeat(103)}`)).toThrow(error)
  expect(() => checkSocketPath(`/${'x'.repeat(90)}`, 17)).toThrow(error)
  expect(() => checkSocketPath('ü'.repeat(52))).toThrow(error)
})

test.each([
  ['a machine of ours', pinned],
  [
    'one of the user’s',
    { kind: 'user', host: 'h', user: 'me', port: 22, hostKey: 'ssh-ed25519 AAAA' } as const
  ]
])('%s: nothing of the user’s own configuration, which comes later, weakens the way there', (_, target) => {
  const config = renderSshConfig(target, paths)
  const includes = config.indexOf('Include')
  for (const line of [
    'StrictHostKeyChecking yes',
    'VerifyHostKeyDNS no',
    'NoHostAuthenticationForLocalhost no',
    'UpdateHostKeys no',
    'ControlMaster no',
    'ControlPersist no',
    'StreamLocalBindMask 0177',
    'GatewayPorts no',
    'ForwardAgent no'
  ]) {
    expect(config).toContain(`  ${line}\n`)
    if (includes >= 0) expect(config.lastIndexOf(line)).toBeLessThan(includes)
  }
})
