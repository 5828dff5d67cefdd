import { expect, test } from '@jest/globals'
import { deployRequest, deployStackForm } from '../../../src/actions/deploy-stack.ts'
import { targetOf } from '../../../src/actions/reach-target.ts'
import { selectedSecrets } from '../../../src/inputs/selected-secrets.ts'
import { faultOf, valuesOf } from '../actions/form-values.ts'

const ALL = JSON.stringify({
  DB_PASSWORD: 'canary-1',
  SHOP_TLS_KEY: '-----BEGIN\nAAAA\nEND-----',
  EMPTY: '',
  github_token: 'canary-2'
})
const given = (names: string) => ({ cluster: 'c', stack: 's', secrets: ALL, 'secret-names': names })
const taken = (names: string): unknown => {
  const values = valuesOf('deploy-stack', deployStackForm, given(names))
  return deployRequest(values, targetOf(values, undefined), '/w', { who: '', where: '', run: '' }).contents
    .secrets
}

test('of all secrets of a repository only those that are named are handed on, under the names of the stack', () => {
  expect(taken('db_password\ntls_key=SHOP_TLS_KEY')).toEqual({
    db_password: 'canary-1',
    tls_key: '-----BEGIN\nAAAA\nEND-----'
  })
  expect(taken('github_token')).toEqual({ github_token: 'canary-2' })
})

test('without names all of them are taken', () => {
  expect(Object.keys(taken('') as object)).toEqual(['DB_PASSWORD', 'SHOP_TLS_KEY', 'EMPTY', 'github_token'])
})

test.each([
  ['db_pasword', 'secret-names: secrets has no db_pasword'],
  ['empty', 'secret-names: secrets has no empty'],
  ['toString\n__proto__', 'secret-names: secrets has no toString, __proto__'],
  ['a=DB_PASSWORD\na=SHOP_TLS_KEY', 'secret-names names a twice'],
  ['db password', 'secret-names takes NAME or NAME=SECRET on each line: 1 of 1 is something else']
])('%j is refused, without a word of the others', (names, fault) => {
  expect(faultOf('deploy-stack', deployStackForm, given(names))).toBe(fault)
})

test('names alone select nothing', () => {
  expect(selectedSecrets({ secrets: {}, secretNames: ['a'] })).toEqual({})
})
