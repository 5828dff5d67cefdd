import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { assignmentNames, readmeOf } from '../support/workshop/course.ts'
import { writeFolder } from '../support/workshop/folder.ts'
import { readLesson } from '../support/workshop/lesson.ts'
import { solutions, workload } from '../support/workshop/solutions.ts'

// What the workshop’s texts and solutions hold for other programs to read: those programs say whether they can.

const root = path.resolve(import.meta.dirname, '../..')

test.each(assignmentNames())('bash reads every block of commands of %s', name => {
  for (const action of readLesson(readmeOf(name)))
    if (action.kind === 'run')
      expect(spawnSync('bash', ['-n'], { input: action.script }).stderr.toString()).toBe('')
})

describe.each([...solutions().values()].map(solution => [solution.name, solution.folder] as const))(
  '%s',
  (_name, folder) => {
    const folderOnDisk = mkdtempSync(path.join(tmpdir(), 'solution-'))
    afterAll(() => rmSync(folderOnDisk, { recursive: true }))
    writeFolder(folderOnDisk, folder)

    test('has shell programs that a shell reads', () => {
      for (const [file, { text }] of folder)
        if (/^#!.*sh\b/.test(text))
          expect([file, spawnSync('bash', ['-n', path.join(folderOnDisk, file)]).stderr.toString()]).toEqual([
            file,
            ''
          ])
    })

    test('has JavaScript that Node reads', () => {
      for (const file of folder.keys())
        if (file.endsWith('.mjs'))
          expect(
            spawnSync(process.execPath, ['--check', path.join(folderOnDisk, file)]).stderr.toString()
          ).toBe('')
    })
  }
)

test('the linter finds nothing in the workflows of the solutions', () => {
  const texts = [...solutions().values()].flatMap(({ folder }) =>
    [...folder]
      .filter(([file]) => file.startsWith('.github/workflows/'))
      .map(([file, { text }]) => [text, file] as const)
  )
  const different = [...new Map(texts)]
  expect(different.length).toBeGreaterThan(1)
  const together = new Map([...workload()])
  for (const [index, [text, file]] of different.entries())
    together.set(file.replace(/[^/]+$/, `${index}.yml`), { text, isExecutable: false })
  const onDisk = mkdtempSync(path.join(tmpdir(), 'workflows-'))
  try {
    writeFolder(onDisk, together)
    const linted = spawnSync(process.execPath, ['tools/lint-workflows.mjs', onDisk], {
      cwd: root,
      encoding: 'utf8'
    })
    expect(linted.stdout).toContain(`${different.length} files, 0 findings`)
  } finally {
    rmSync(onDisk, { recursive: true })
  }
})

test('what the workshop has twice is the same', () => {
  expect(() =>
    execFileSync(process.execPath, ['tools/workshop.mjs'], { cwd: root, stdio: 'pipe' })
  ).not.toThrow()
})
