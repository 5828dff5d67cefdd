// Reports and evidence are written into folders in which others may have planted something: a real file system.
import {
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { makeTarget, replaceFile } from '../../src/report/replace-file.ts'
import { writeReport } from '../../src/report/write.ts'
import { keepEvidence } from '../../src/usecases/verify-files.ts'
import { describeIf } from '../support/requires.ts'
import { passingReport } from '../support/sample-report.ts'

const root = mkdtempSync(path.join(tmpdir(), 'sl-write-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder: string
const at = (...names: string[]): string => path.join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'one-'))
  writeFileSync(at('victim'), 'precious')
  mkdirSync(at('out'))
})

test('a report replaces the links that are planted where its files go', async () => {
  const names = ['report.json', 'index.html', 'junit.xml', 'ctrf.json']
  for (const name of names) {
    symlinkSync(at('victim'), at('out', name))
    symlinkSync(at('victim'), at('out', `${name}.${process.pid}.tmp`))
  }
  await writeReport(passingReport(), at('out'))
  expect(readFileSync(at('victim'), 'utf8')).toBe('precious')
  for (const name of names) expect(lstatSync(at('out', name)).isFile()).toBe(true)
})

test('so does evidence, which only its owner reads', async () => {
  symlinkSync(at('victim'), at('out', 'a.json'))
  const keep = await keepEvidence(at('out'))
  await keep('a', '{}')
  expect(readFileSync(at('victim'), 'utf8')).toBe('precious')
  expect(statSync(at('out', 'a.json')).mode & 0o777).toBe(0o600)
})

test('what fails leaves nothing behind', async () => {
  mkdirSync(at('out', 'a'))
  await expect(replaceFile(at('out', 'a'), 'x')).rejects.toThrow()
  expect(readdirSync(at('out'))).toEqual(['a'])
})

describeIf(process.getuid?.() === 0, 'not root', 'a folder of another user’s', () => {
  test.each(['folder', 'link'])('is not written to: a %s', async kind => {
    if (kind === 'folder') chownSync(at('out'), 65534, 65534)
    else {
      symlinkSync(at('out'), at('link'))
      lchownSync(at('link'), 65534, 65534)
    }
    const place = at(kind === 'folder' ? 'out' : 'link')
    expect(() => makeTarget(place)).toThrow(expect.objectContaining({ code: 'input' }))
    await expect(writeReport(passingReport(), place)).rejects.toMatchObject({ code: 'input' })
    expect(existsSync(at('out', 'report.json'))).toBe(false)
  })
})
