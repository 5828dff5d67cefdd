import { expect, test } from '@jest/globals'
import { explain } from '../../../../src/errors.ts'
import { refusalByRegistry } from '../../../../src/images/offline/registry-refusal.rules.ts'

const at = { registry: '127.0.0.1:5000', repository: 'library/redis' }
const errors = (message: string) => JSON.stringify({ errors: [{ code: 'X', message }] })

test.each([
  [
    401,
    '',
    'u',
    'push-failed',
    'the registry at 127.0.0.1:5000 refused the login of u — check the user name and the password'
  ],
  [
    401,
    '',
    undefined,
    'push-failed',
    'the registry at 127.0.0.1:5000 requires a login — give a user name and a password'
  ],
  [
    405,
    '',
    'u',
    'push-failed',
    'the registry at 127.0.0.1:5000 is read only — push through the address that takes a login'
  ],
  [
    500,
    errors('write /x: no space left on device'),
    'u',
    'disk-full',
    /^no space left on the disk of the registry/
  ],
  [
    400,
    errors('invalid repository name'),
    'u',
    'push-failed',
    'the registry at 127.0.0.1:5000 refused library/redis (400): invalid repository name'
  ],
  [
    502,
    '<html>\nbad',
    'u',
    'push-failed',
    'the registry at 127.0.0.1:5000 refused library/redis (502): <html>'
  ],
  [500, '', 'u', 'push-failed', 'the registry at 127.0.0.1:5000 refused library/redis (500)']
])('%i %s as %s', (status, text, username, code, line) => {
  const error = refusalByRegistry({ status, text, username, ...at })
  expect(error.code).toBe(code)
  expect(explain(error)).toMatch(line)
})
