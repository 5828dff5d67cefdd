import { expect, test } from '@jest/globals'
import { parseEnvFile, withEnvironment } from '../../../src/stack/env-files.rules.ts'
import { resolveEnvironments } from '../../../src/stack/resolve-environments.ts'

test('an env file is read as docker reads it', () => {
  const text = '\uFEFF# comment\nA=1\n  B="q" # x\r\nC=a=b\nD=\n\nFROM\nNOWHERE\nA=2'
  expect(parseEnvFile(text, { FROM: 'outside' })).toEqual({
    values: { A: '2', B: '"q" # x', C: 'a=b', D: '', FROM: 'outside' }
  })
  expect(parseEnvFile('A=1\nB C=2', {})).toEqual({ line: 2, fault: 'a name holds no blanks' })
  expect(parseEnvFile('=2', {})).toMatchObject({ line: 1 })
})

test('environment: counts more than files, and later files more than earlier ones', () => {
  const service = { image: 'x', env_file: ['a', 'b'], environment: ['A=own', 'E', 'F='] }
  expect(
    withEnvironment(service, [{ A: '1', B: '1', G: '' }, { B: '2' }], { E: 'e', F: 'f', G: 'g', A: 'no' })
  ).toEqual({
    image: 'x',
    environment: { A: 'own', B: '2', E: 'e', F: 'f', G: 'g' }
  })
  expect(withEnvironment({ environment: { E: null } }, [], {})).toEqual({ environment: { E: null } })
  expect(withEnvironment({ image: 'x' }, [], { A: '1' })).toEqual({ image: 'x' })
})

test('every file that cannot be read is named', async () => {
  const model = { services: { web: { env_file: '/nowhere/1' }, db: { env_file: ['/nowhere/2'] }, x: {} } }
  await expect(resolveEnvironments(model, {})).rejects.toThrow(
    'service web: the env file /nowhere/1 cannot be read; service db: the env file /nowhere/2'
  )
})
