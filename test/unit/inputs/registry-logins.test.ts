import { expect, test } from '@jest/globals'
import { buildPushForm } from '../../../src/actions/build-push.ts'
import { deployStackForm } from '../../../src/actions/deploy-stack.ts'
import { readInputs } from '../../../src/actions/read-inputs.ts'
import { registryLogins } from '../../../src/inputs/registry-logins.ts'
import { readAction } from '../../support/action.ts'
import { faultOf, valuesOf } from '../actions/form-values.ts'

const YAML = '- registry: ghcr.io\n  username: me\n  password: canary-1\n- username: hub\n  password: 0123'
const least = { 'docker-host': 'ssh://a@b', stack: 's' }

test.each([
  YAML,
  '[{"registry":"ghcr.io","username":"me","password":"canary-1"},{"username":"hub","password":"0123"}]'
])(
  'several logins are read as docker/login-action reads them, and a number stays the text that it is: %j',
  text => {
    expect(
      valuesOf('deploy-stack', deployStackForm, { ...least, 'registry-logins': text }).registryLogins
    ).toEqual([
      { registry: 'ghcr.io', username: 'me', password: 'canary-1' },
      { registry: undefined, username: 'hub', password: '0123' }
    ])
  }
)

test.each([
  [
    'ghcr.io=me:canary-1',
    /^registry-logins takes a list of registry, username and password, in YAML or JSON$/
  ],
  ['{"ghcr.io": "canary-1"}', /in YAML or JSON$/],
  ['- [canary-1', /in YAML or JSON$/],
  ['- {username: me, password: ""}', /: entry 1 has no password$/],
  ['- {password: canary-1}', /: entry 1 has no username$/],
  ['- {username: me, password: p, token: canary-1}', /: entry 1 has another key$/],
  ['- {registry: "https://canary-1/", username: me, password: p}', /by something else than its host/],
  [
    '- {username: a, password: b}\n- {registry: docker.io, username: c, password: d}',
    /one registry has two logins/
  ]
])('%j is refused, and nothing of it shown', (text, fault) => {
  const said = faultOf('deploy-stack', deployStackForm, { ...least, 'registry-logins': text })
  expect(said).toMatch(fault)
  expect(said).not.toContain('canary')
})

test('a login for the registry of username and password is one too many, and a cluster needs none', () => {
  const one = { ...least, registry: 'ghcr.io', username: 'u', password: 'p', 'registry-logins': YAML }
  expect(faultOf('deploy-stack', deployStackForm, one)).toMatch(/^registry-logins has another login/)
  const build = { images: 'a=b', cluster: 'c', 'registry-logins': YAML }
  expect(faultOf('build-push', buildPushForm, build)).toMatch(/leave registry-logins out$/)
})

test('each password is masked, and of what is no list every line', () => {
  const maskedOf = (text: string): string[] => {
    const masked: string[] = []
    const texts: Record<string, string> = { ...least, 'registry-logins': text }
    const defaults = readAction('actions/deploy-stack').inputs ?? {}
    try {
      readInputs(
        deployStackForm,
        name => texts[name] ?? String(defaults[name]?.default ?? ''),
        each => masked.push(each)
      )
    } catch {
      // Its fault is another test's.
    }
    return masked
  }
  expect(maskedOf(YAML)).toEqual(expect.arrayContaining(['canary-1', '0123']))
  expect(maskedOf('password: canary-9')).toContain('canary-9')
  expect(registryLogins.secretsIn?.('- {username: a, token: canary-8}')).toEqual(['canary-8'])
})
