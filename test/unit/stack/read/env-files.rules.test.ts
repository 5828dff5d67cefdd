import { describe, expect, test } from '@jest/globals'
import { parseServiceEnv, withEnvironment } from '../../../../src/stack/read/env-files.rules.ts'
import { resolveEnvironments } from '../../../../src/stack/read/resolve-environments.ts'

describe('an env file of a service', () => {
  test.each<[line: string, values: Record<string, string>, differing: number[]]>([
    ['A=1', { A: '1' }, []],
    ['A=a=b', { A: 'a=b' }, []],
    ['A="postgres://u:p@db/app"', { A: 'postgres://u:p@db/app' }, [1]],
    ["A='hello $world'", { A: 'hello $world' }, [1]],
    ['A=db # primary', { A: 'db' }, [1]],
    ['H=db\nA=http://${H}/x', { H: 'db', A: 'http://db/x' }, [2]],
    ['A="one\ntwo"', { A: 'one\ntwo' }, [1]],
    ['export A=1', { A: '1' }, []],
    ['A= 1', { A: '1' }, [1]],
    ['FROM', { FROM: 'outside' }, []],
    ['NOWHERE', {}, []],
    ['A=', { A: '' }, []],
    ['\uFEFF# c\r\nA=1\r\nA=2\r\n', { A: '2' }, []],
    // What is nothing to Compose is as docker has it.
    ['A=$2y$05$abc', { A: '$2y$05$abc' }, [1]],
    ['A=pa$word', { A: 'pa$word' }, [1]],
    ['A="open', { A: '"open' }, [1]],
    ['9-x/y=1', { '9-x/y': '1' }, [1]]
  ])('%j', (text, values, differing) =>
    expect(parseServiceEnv(text, { FROM: 'outside' })).toEqual({ values, faults: [], differing })
  )
  test.each(['A B=1', '=2', 'no name'])('is refused: %s', line =>
    expect(parseServiceEnv(`A=1\n${line}`, {})).toMatchObject({ faults: [{ line: 2 }] })
  )
})

test('environment: counts more than files, and later files more than earlier ones', () => {
  const service = { image: 'x', env_file: ['a', 'b'], environment: ['A=own', 'E', 'F='] }
  expect(
    withEnvironment(service, [{ A: '1', B: '1', G: '' }, { B: '2' }], { E: 'e', F: 'f', G: 'g', A: 'no' })
  ).toEqual({
    image: 'x',
    environment: { A: 'own', B: '2', E: 'e', F: '', G: '' }
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
