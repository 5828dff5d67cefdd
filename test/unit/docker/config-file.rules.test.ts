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
    { kind: 'token', identityToken: 't' }
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
