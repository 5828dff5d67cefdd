import { afterAll, expect, test } from '@jest/globals'
import { HOSTILE_STACKS, LARGE_STACKS, LONG_STACKS } from '../../../support/hostile-yaml.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

const { load, refusal, remove } = stackFolder()
afterAll(remove)

test.each(Object.entries(HOSTILE_STACKS))('%s is refused with its file and line', async (_, text) => {
  const refused = await refusal(text)
  expect(refused).toMatch(/^\.\/stack0\.yml:\d+:\d+: .+ — .+/)
  expect(refused).not.toMatch(/RangeError|call stack| at .+\.(ts|js):\d/)
  expect(refused.length).toBeLessThan(20_000)
})

test.each(Object.entries(LONG_STACKS))('%s are read', async (_, text) => {
  expect((await load(text)).services).toHaveLength(1)
})

test.each(Object.entries(LARGE_STACKS))('%s are refused with file and line', async (_, text) => {
  expect(await refusal(text)).toMatch(/^\.\/stack0\.yml:\d+: service \w+: .*more than \d+/)
})
