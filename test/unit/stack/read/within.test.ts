// A stack file in somebody else's workflow: what it may have read ends at the workspace.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readStack } from '../../../../src/stack/lint/load.ts'

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'within-test-')))
const root = path.join(folder, 'work')
const SERVICE = 'services: {web: {image: "web:1"}}'

beforeAll(() => {
  mkdirSync(path.join(root, 'sub'), { recursive: true })
  mkdirSync(path.join(folder, 'workshop'))
  for (const place of ['.', 'work', 'work/sub', 'workshop']) {
    writeFileSync(path.join(folder, place, 'other.yml'), 'services: {base: {image: "base:1"}}')
    writeFileSync(path.join(folder, place, 'vars'), 'A=1\n')
    writeFileSync(path.join(folder, place, 'secret'), 'hunter2')
  }
  symlinkSync(path.join(folder, 'secret'), path.join(root, 'linked'))
  symlinkSync(folder, path.join(root, 'up'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function load(text: string, more: object = {}) {
  const file = path.join(root, 'stack.yml')
  writeFileSync(file, text)
  return readStack({ composeFiles: [file], variables: {}, root, ...more })
}

const reading: [string, (where: string) => string][] = [
  ['an include', where => `include: ["${where}other.yml"]\n${SERVICE}`],
  ['a base', where => `services: {web: {extends: {file: "${where}other.yml", service: base}}}`],
  ['an env file', where => `services: {web: {image: "web:1", env_file: ["${where}vars"]}}`],
  ['a secret', where => `${SERVICE}\nsecrets: {s: {file: "${where}secret"}}`],
  ['a config', where => `${SERVICE}\nconfigs: {c: {file: "${where}secret"}}`]
]

test.each(reading)('%s outside the workspace is refused before it is read', async (_, text) => {
  for (const where of ['../', `${folder}/`, '../workshop/', 'up/', 'sub/../../']) {
    await expect(load(text(where))).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('outside the workspace'),
      hint: expect.stringContaining('allow-outside-files: true')
    })
    await load(text(where), { root: undefined })
  }
})

test.each(reading)('%s within it is read', async (_, text) => {
  for (const where of ['./', 'sub/', `${root}/`, 'sub/../']) await load(text(where))
})

test('a link that leads outside is outside', async () => {
  const linked = `${SERVICE}\nsecrets: {s: {file: ./linked}}`
  await expect(load(linked)).rejects.toMatchObject({
    message: expect.stringContaining('outside the workspace')
  })
  // A content that the workflow gives is not read from there.
  await load(linked, { given: { secrets: ['s'], configs: [] } })
})

test('the stack files themselves are the caller’s word', async () => {
  const file = path.join(folder, 'other.yml')
  await readStack({ composeFiles: [file], variables: {}, root })
})
