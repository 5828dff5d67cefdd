import { describe, expect, test } from '@jest/globals'
import { buildPushForm } from '../../../src/actions/build-push.ts'
import { deployStackForm } from '../../../src/actions/deploy-stack.ts'
import { targetOf } from '../../../src/actions/reach-target.ts'
import { type Form, readInputs } from '../../../src/actions/read-inputs.ts'
import { swarmUpForm, upRequest } from '../../../src/actions/swarm-up.ts'
import { verifyForm } from '../../../src/actions/verify.ts'
import type { Inputs } from '../../../src/inputs/input.ts'
import { readAction } from '../../support/action.ts'
import { faultOf, valuesOf } from './form-values.ts'

describe('an engine elsewhere', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
  const tls = { 'tls-ca': PEM, 'tls-cert': PEM, 'tls-key': PEM.replaceAll('CERTIFICATE', 'PRIVATE KEY') }
  const line = 'h ssh-ed25519 AAAA'
  const KEY = PEM.replaceAll('CERTIFICATE', 'RSA PRIVATE KEY')
  const forms: [string, Form<Inputs>, Record<string, string>][] = [
    ['build-push', buildPushForm, { images: 'a=b' }],
    ['deploy-stack', deployStackForm, { stack: 's' }],
    ['verify', verifyForm, { stack: 's' }]
  ]

  describe.each(forms)('%s', (action, form, least) => {
    test('is known by its host key or by certificates', () => {
      const ssh = { ...least, 'docker-host': 'ssh://ops@h', 'host-key': line }
      const values = valuesOf(action, form, ssh) as Parameters<typeof targetOf>[0]
      expect(targetOf(values, undefined)).toMatchObject({ dockerHost: 'ssh://ops@h', hostKey: line })
      const tcp = { ...least, 'docker-host': 'tcp://h:2376', ...tls }
      const secured = valuesOf(action, form, tcp) as Parameters<typeof targetOf>[0]
      expect(targetOf(secured, undefined, '/tls')).toMatchObject({
        dockerHost: 'tcp://h:2376',
        certDir: '/tls'
      })
    })

    test.each([
      [{ cluster: 'c', 'host-key': line }, 'host-key: only with docker-host, not for a cluster of ours'],
      [{ 'docker-host': 'tcp://h', 'host-key': line }, 'host-key is only for ssh://USER@HOST'],
      [{ 'docker-host': 'ssh://h', ...tls }, 'tls-ca, tls-cert, tls-key: only for tcp://HOST'],
      [{ cluster: 'c', 'ssh-key': KEY }, 'ssh-key: only with docker-host, not for a cluster of ours'],
      [{ 'docker-host': 'unix:///s', 'ssh-key': KEY }, 'ssh-key is only for ssh://USER@HOST'],
      [
        { 'docker-host': 'ssh://h', 'ssh-key': '~/.ssh/id_ed25519' },
        'ssh-key is not a private key, from -----BEGIN … PRIVATE KEY----- to its -----END line'
      ],
      [
        { 'docker-host': 'ssh://h', 'ssh-key': KEY.replaceAll('RSA PRIVATE', 'ENCRYPTED PRIVATE') },
        'ssh-key is protected by a passphrase, for which nobody can be asked here'
      ],
      [{ 'docker-host': 'tcp://h', 'tls-ca': PEM }, 'tls-ca also needs tls-cert and tls-key'],
      [{ 'docker-host': 'tcp://h', ...tls, 'tls-key': '/path/key.pem' }, 'tls-key is not in the PEM format']
    ])('%j is refused', (given, fault) => {
      expect(faultOf(action, form, { ...least, ...given })).toBe(fault)
    })
  })

  test('a private key of ssh is masked, and named by its file alone', () => {
    const masked: string[] = []
    const texts: Record<string, string> = { stack: 's', 'docker-host': 'ssh://ops@h', 'ssh-key': KEY }
    const defaults = readAction('actions/deploy-stack').inputs ?? {}
    const values = readInputs(
      deployStackForm,
      name => texts[name] ?? String(defaults[name]?.default ?? ''),
      text => masked.push(text)
    )
    expect(masked).toContain(KEY)
    const target = targetOf(values, undefined, undefined, '/private/key')
    expect(target).toMatchObject({ dockerHost: 'ssh://ops@h', identityPath: '/private/key' })
    expect(JSON.stringify(target)).not.toContain('AAAA')
  })

  test('all three are masked, even when one of them is wrong', () => {
    const masked: string[] = []
    const texts: Record<string, string> = { ...tls, stack: 's', 'docker-host': 'ssh://h' }
    const read = () =>
      readInputs(
        deployStackForm,
        name => texts[name] ?? '',
        text => masked.push(text)
      )
    expect(read).toThrow()
    expect(masked).toEqual(expect.arrayContaining(Object.values(tls)))
  })
})

describe('swarm-up', () => {
  const key = 'h ssh-ed25519 AAAA'
  const request = (given: Record<string, string>, inherited?: string) =>
    upRequest(valuesOf('swarm-up', swarmUpForm, given), {
      workspace: '/w',
      dockerHost: inherited,
      owner: 'octo/swarm run 1.1'
    })

  test('an engine behind ssh carries the nodes, and is known by its host key', () => {
    expect(request({ 'docker-host': 'ssh://ops@h', 'host-key': key })).toMatchObject({
      dockerHost: 'ssh://ops@h',
      hostKey: key
    })
  })

  test('the input counts more than DOCKER_HOST, which a host key alone is for', () => {
    expect(request({ 'docker-host': 'ssh://ops@h' }, 'unix:///s')).toMatchObject({
      dockerHost: 'ssh://ops@h',
      hostKey: undefined
    })
    expect(request({ 'host-key': key }, 'ssh://ops@h')).toMatchObject({
      dockerHost: 'ssh://ops@h',
      hostKey: key
    })
  })

  test('a host key for an engine that is not behind ssh is refused, and not passed over', () => {
    expect(faultOf('swarm-up', swarmUpForm, { 'docker-host': 'unix:///s', 'host-key': key })).toBe(
      'host-key is only for ssh://USER@HOST'
    )
    expect(() => request({ 'host-key': key }, 'unix:///s')).toThrow(/^host-key is only for ssh:\/\/USER@HOST/)
    expect(() => request({ 'host-key': key })).toThrow(/^host-key is only for ssh:\/\/USER@HOST/)
  })

  test('what is no address, no line of known hosts, or an engine whose nodes would be out of reach', () => {
    expect(faultOf('swarm-up', swarmUpForm, { 'docker-host': 'h' })).toMatch(/^docker-host takes /)
    expect(faultOf('swarm-up', swarmUpForm, { 'docker-host': 'tcp://h' })).toMatch(/^docker-host takes /)
    expect(faultOf('swarm-up', swarmUpForm, { 'docker-host': 'ssh://h', 'host-key': 'SHA256:AAAA' })).toMatch(
      /^host-key takes /
    )
  })
})
