import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { writeReport } from '../../../src/report/write.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'
import { sampleTimeline } from '../../support/sample-timeline.ts'

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

test('the changes of a deploy are in timeline.json, and nowhere in report.json', async () => {
  const report = failingReport()
  const { deploy } = report
  if (!deploy) throw new Error('no deploy')
  const back = sampleTimeline(deploy.startedAt).map(entry => ({ ...entry, task: `back ${entry.task}` }))
  const undone = { kind: 'restored' as const, isComplete: true, result: { ...deploy, timeline: back } }
  const files = await writeReport({ ...report, deploy: { ...deploy, undone } }, root)
  expect((await readdir(root)).toSorted()).toEqual(['index.html', 'report.json', 'timeline.json'])
  const json = await readFile(files.json, 'utf8')
  expect(json).not.toMatch(/"timeline"|new3a/)
  expect(JSON.parse(json).deploy).toMatchObject({ outcome: 'timed-out', undone: { isComplete: true } })
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
  expect((await readdir(root)).toSorted()).toEqual(['index.html', 'report.json'])
})

test('a file that cannot be replaced leaves no draft behind', async () => {
  await mkdir(path.join(root, 'report.json', 'in-the-way'), { recursive: true })
  await expect(writeReport(passingReport(), root)).rejects.toThrow()
  expect(await readdir(root)).toEqual(['report.json'])
})
