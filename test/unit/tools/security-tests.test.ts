import { existsSync, globSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { STEPS, SUITES, securityTests } from '../../../tools/test-steps.mjs'

test('bin/test security runs every test that docs/security.md names, and all of them are there', () => {
  const tests = securityTests()
  expect(tests.length).toBeGreaterThan(20)
  expect(tests.filter(each => !existsSync(each))).toEqual([])
  expect(SUITES).toContain('security')
  const step = STEPS.find(({ name }: { name: string }) => name === 'security')
  expect(step?.argv).toEqual(expect.arrayContaining(tests))
})

test('every test of security is named by the page', () => {
  const named = securityTests().join('\n')
  for (const file of globSync('test/{unit,contract}/security/*.test.ts')) expect(named).toContain(file)
})
