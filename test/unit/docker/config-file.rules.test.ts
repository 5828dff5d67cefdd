import { expect, test } from '@jest/globals'
import { clientConfig, loginSource } from '../../../src/docker/config-file.rules.ts'

const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
const login = (username: string, password: string) => ({ kind: 'login', login: { username, password } })
const helper = (name: string) => ({ kind: 'helper', name })
const file = { auths: { r: auth('me:pass:word') } }

test.each<[string, object, unknown]>([
  ['a login', file, login('me', 'pass:word')],
  ['under the other name of the registry', { auths: { 'https://r': auth('u:p') } }, login('u', 'p')],
  [
    'an entry that says nothing hides no other',
    { auths: { r: {}, 'https://r': auth('u:p') } },
    login('u', 'p')
  ],
  ['of another registry', { auths: { other: auth('u:p') } }, undefined],
  ['a login without a password', { auths: { r: auth('u:') } }, undefined],
  ['something that is no login', { auths: { r: auth('nonsense') } }, undefined],
  [
    'a token goes before the name that stands with it',
    { auths: { r: { ...auth('0:'), identitytoken: 't' } } },
    { kind: 'login', login: { identityToken: 't' } }
  ],
  [
    'a token that is shown as it is',
    { auths: { r: { registrytoken: 't' } } },
    { kind: 'login', login: { registryToken: 't' } }
  ],
  [
    'in plain words, as other clients write it',
    { auths: { r: { username: 'u', password: 'p' } } },
    login('u', 'p')
  ],
  [
    'under an address, as old clients wrote it',
    { auths: { 'https://r/v1/': auth('u:p\0') } },
    login('u', 'p')
  ],
  ['under the address of another', { auths: { 'https://r.example/r': auth('u:p') } }, undefined],
  [
    'the file, by a helper without a name',
    { ...file, credHelpers: { r: '' }, credsStore: 'x' },
    login('me', 'pass:word')
  ],
  ['a store for all, whatever the file has', { ...file, credsStore: 'pass' }, helper('pass')],
  [
    'a helper of the registry before the store',
    { credHelpers: { r: 'ecr-login' }, credsStore: 'pass' },
    helper('ecr-login')
  ],
  ["another registry's helper", { ...file, credHelpers: { other: 'ecr-login' } }, login('me', 'pass:word')],
  ['no store', { ...file, credsStore: '' }, login('me', 'pass:word')],
  ['a name that leads elsewhere', { ...file, credsStore: '../../tmp/x' }, undefined],
  ['a name with arguments', { ...file, credHelpers: { r: 'x --y' } }, undefined],
  ['a name that is none', { credsStore: ['x'] }, undefined],
  ['parts of another shape', { auths: [1], credHelpers: 'x' }, undefined]
])('%s', (_, config, expected) => {
  expect(loginSource(JSON.stringify(config), ['r', 'https://r'])).toEqual(expected)
})

test('what is written is read back, and names no folder of plugins where there is none', () => {
  const written = clientConfig({ '10.0.0.5:5000': { username: 'u', password: 'p:ü' } }, ['/p'])
  expect(loginSource(written, ['10.0.0.5:5000'])).toEqual(login('u', 'p:ü'))
  expect(JSON.parse(written)).toMatchObject({ cliPluginsExtraDirs: ['/p'] })
  expect(clientConfig({}, [])).not.toContain('cliPlugins')
})

test('a login is added to a configuration that has others, and its store is not asked for it', () => {
  const base = {
    auths: { a: auth('a:1') },
    credsStore: 'pass',
    currentContext: 'prod',
    HttpHeaders: { x: 'y' }
  }
  const written = clientConfig({ r: { username: 'u', password: 'p' } }, ['/p'], JSON.stringify(base))
  expect(loginSource(written, ['r'])).toEqual(login('u', 'p'))
  expect(loginSource(written, ['a'])).toEqual(helper('pass'))
  expect(JSON.parse(written)).toMatchObject({ auths: { a: auth('a:1') }, HttpHeaders: { x: 'y' } })
  expect(written).not.toContain('currentContext')
  expect(loginSource(clientConfig({ r: { username: 'u', password: 'p' } }, [], '{"auths":'), ['r'])).toEqual(
    login('u', 'p')
  )
})
