import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { writeReport } from '../../../src/report/write.ts'
import { passingReport } from '../../support/sample-report.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'swarmline-report-'))
})
afterEach(() => rm(root, { recursive: true }))

test('makes the folder, writes both files, leaves no draft, and can be repeated', async () => {
  const folder = path.join(root, 'a', 'b')
  await writeReport(passingReport(), folder)
  const files = await writeReport(passingReport(), folder)
  expect((await readdir(folder)).toSorted()).toEqual(['index.html', 'report.json'])
  expect(JSON.parse(await readFile(files.json, 'utf8'))).toEqual(JSON.parse(JSON.stringify(passingReport())))
  expect(await readFile(files.html, 'utf8')).toMatch(/^<!doctype html>/)
})

test('a file that cannot be replaced leaves no draft behind', async () => {
  await mkdir(path.join(root, 'report.json', 'in-the-way'), { recursive: true })
  await expect(writeReport(passingReport(), root)).rejects.toThrow()
  expect(await readdir(root)).toEqual(['report.json'])
})
