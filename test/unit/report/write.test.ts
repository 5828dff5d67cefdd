import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readReport } from '../../../src/report/read.ts'
import { writeReport } from '../../../src/report/write.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'
import { sampleTimeline } from '../../support/sample-timeline.ts'

const FILES = ['ctrf.json', 'index.html', 'junit.xml', 'report.json']
let root = ''
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'swarmline-report-'))
})
afterEach(() => rm(root, { recursive: true }))

test('makes the folder, writes every form, leaves no draft, and can be repeated', async () => {
  const folder = path.join(root, 'a', 'b')
  const report = { ...passingReport(), deploy: undefined }
  await writeReport(report, folder)
  const files = await writeReport(report, folder)
  expect((await readdir(folder)).toSorted()).toEqual(FILES)
  expect(await readReport(files.json)).toEqual(JSON.parse(JSON.stringify(report)))
  expect(await readFile(files.html, 'utf8')).toMatch(/^<!doctype html>/)
  expect(await readFile(files.junit, 'utf8')).toContain(
    '<testsuites name="workshop on the cluster demo" tests="5" failures="0"'
  )
  expect(JSON.parse(await readFile(files.ctrf, 'utf8'))).toMatchObject({ reportFormat: 'CTRF' })
})

test('what is written and read again gives the same page: everything is in report.json', async () => {
  const report = failingReport()
  const first = await writeReport(report, path.join(root, 'first'))
  const again = await writeReport(await readReport(path.join(root, 'first')), path.join(root, 'again'))
  expect(await readReport(again.json)).toEqual(await readReport(first.json))
  for (const form of ['html', 'junit', 'ctrf', 'timeline'] as const)
    expect(await readFile(again[form] ?? '', 'utf8')).toBe(await readFile(first[form] ?? '', 'utf8'))
})

test('the changes of a deploy and of its way back are in timeline.json, each once', async () => {
  const report = failingReport()
  const { deploy } = report
  if (!deploy) throw new Error('no deploy')
  const back = sampleTimeline(deploy.startedAt).map(entry => ({ ...entry, task: `back ${entry.task}` }))
  const undone = { kind: 'restored' as const, isComplete: true, result: { ...deploy, timeline: back } }
  const files = await writeReport({ ...report, deploy: { ...deploy, undone } }, root)
  expect((await readdir(root)).toSorted()).toEqual([...FILES, 'timeline.json'])
  const { changes } = JSON.parse(await readFile(files.timeline ?? '', 'utf8')) as {
    changes: { task: string }[]
  }
  const tasks = changes.map(({ task }) => task)
  expect(tasks).toEqual(expect.arrayContaining(['history', 'new3a', 'back new3a']))
  expect(await readFile(files.html, 'utf8')).toContain('id="timeline"')
})

test('no timeline of an earlier deploy stays', async () => {
  await writeReport(failingReport(), root)
  expect((await writeReport(passingReport(), root)).timeline).toBeUndefined()
  expect((await readdir(root)).toSorted()).toEqual(FILES)
})

test('a file that cannot be replaced leaves no draft behind', async () => {
  await mkdir(path.join(root, 'report.json', 'in-the-way'), { recursive: true })
  await expect(writeReport(passingReport(), root)).rejects.toThrow()
  expect(await readdir(root)).toEqual(['report.json'])
})
