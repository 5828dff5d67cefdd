import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { KINDS } from '../../../../src/verify/kinds/all.ts'
import { loadSuites } from '../../../../src/verify/suite/load.ts'
import { parametersOf } from '../../../../src/verify/suite/parameters.ts'
import { checkSchema, suiteJsonSchema } from '../../../../src/verify/suite/schema.ts'
import { TAKEN } from './recorded.ts'

test('schema/suite.schema.json is what the code says', () => {
  expect(JSON.parse(readFileSync('schema/suite.schema.json', 'utf8'))).toEqual(suiteJsonSchema())
})

test.each(['workload', 'disturbances'])(
  'the workload’s suite %s names its schema, and every word of it is known',
  async name => {
    expect(readFileSync(`suites/${name}.yml`, 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schema\/suite\.schema\.json\n/
    )
    const { checks } = await loadSuites({ files: [`suites/${name}.yml`], root: process.cwd(), variables: {} })
    expect(checks.length).toBeGreaterThan(4)
  }
)

test('kinds have names of their own', () => {
  expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length)
})

describe.each(KINDS.map(kind => [kind.name, kind] as const))('%s', (_name, kind) => {
  test('its examples are right, and say what is expected', () => {
    const entries = parse(kind.example) as object[]
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      const read = checkSchema(kind).safeParse(entry)
      expect(read.error).toBeUndefined()
      expect(kind.faultOf?.(read.data)).toBeUndefined()
      expect(kind.expected(read.data)).toMatch(/^[^\n]{5,500}$/)
    }
  })
  test('every parameter has a meaning, and none a name that all checks have', () => {
    for (const { name, description } of parametersOf(kind)) {
      expect([name, description]).toEqual([name, expect.stringMatching(/\w.*\.$/s)])
      expect(TAKEN).not.toContain(name)
    }
  })
})
