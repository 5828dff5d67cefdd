import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readSolution, type SolutionFile } from '../../../../src/grading/folder/read-solution.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'solution-'))
  mkdirSync(path.join(base, 'own/bin'), { recursive: true })
  mkdirSync(path.join(base, 'own/.git'))
  writeFileSync(path.join(base, 'own/bin/deploy'), '#!/bin/sh\n')
  chmodSync(path.join(base, 'own/bin/deploy'), 0o755)
  writeFileSync(path.join(base, 'own/docker-compose.yml'), 'services: {}\n')
  writeFileSync(path.join(base, 'own/.git/config'), 'x')
  writeFileSync(path.join(base, 'secret'), 'outside')
  symlinkSync('../secret', path.join(base, 'own/link'))
  symlinkSync('..', path.join(base, 'own/up'))
})
afterEach(() => rmSync(base, { recursive: true }))

test('is its regular files: nothing of git’s, and no link is followed', async () => {
  const solution = await readSolution(path.join(base, 'own'), async () => [])
  expect(solution.files).toEqual(['bin/deploy', 'docker-compose.yml'])
  expect(await solution.read('bin/deploy')).toBe('#!/bin/sh\n')
  for (const file of ['link', '../secret', 'up/secret', '.git/config'])
    await expect(solution.read(file)).rejects.toMatchObject({ code: 'input' })
})

test('its scripts are run once, with all files and their modes', async () => {
  const given: SolutionFile[][] = []
  const solution = await readSolution(path.join(base, 'own'), async files => {
    given.push(await files())
    return []
  })
  await solution.runScripts()
  await solution.runScripts()
  expect(given).toHaveLength(1)
  expect(given[0]?.map(({ path: file, isExecutable }) => [file, isExecutable])).toEqual([
    ['bin/deploy', true],
    ['docker-compose.yml', false]
  ])
})

test('a folder that is not there is named, with the way out', async () => {
  await expect(readSolution(path.join(base, 'none'), async () => [])).rejects.toMatchObject({
    code: 'not-found',
    hint: expect.stringContaining('--dir')
  })
})
