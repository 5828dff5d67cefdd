import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { reportDeploy } from '../../../src/usecases/report-step.ts'
import { sampleDeploy } from '../../support/action-samples.ts'
import { sampleTimeline } from '../../support/sample-timeline.ts'
import { fakeDoor } from './fake-door.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'deploy-report-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const result = {
  ...sampleDeploy('rolled-back', 'boom'),
  timeline: sampleTimeline('2026-01-01T00:00:00.000Z')
}
const doorIn = (folder: string) => fakeDoor({ deploy: async () => result, reportDeploy }, { cwd: folder })
const argv = ['deploy', 'shop', '--docker-host', 'ssh://ops@swarm']

test('a deploy leaves its report and its timeline where it is told to, however it ended', async () => {
  const door = doorIn(cwd)
  expect(await run([...argv, '--report-dir', 'out'], door)).toBe(3)
  expect(readdirSync(path.join(cwd, 'out')).toSorted()).toEqual([
    'ctrf.json',
    'index.html',
    'junit.xml',
    'report.json',
    'timeline.json'
  ])
  const read = (name: string) => JSON.parse(readFileSync(path.join(cwd, 'out', name), 'utf8'))
  expect(read('timeline.json')).toMatchObject({ outcome: 'rolled-back', changes: expect.any(Array) })
  expect(read('report.json')).toMatchObject({
    status: 'fail',
    engine: { title: 'the swarm at ssh://ops@swarm' },
    error: expect.stringMatching(/^the stack workshop was rolled back: backend on worker1: boom/)
  })
  expect(door.stderr.text()).toContain(path.join(cwd, 'out', 'index.html'))
})

test('without being told to it leaves none', async () => {
  expect(await run(argv, doorIn(cwd))).toBe(3)
  expect(readdirSync(cwd)).toEqual([])
})

test('a report that cannot be written changes nothing about how the deploy ended', async () => {
  writeFileSync(path.join(cwd, 'out'), '')
  const door = doorIn(cwd)
  expect(await run([...argv, '--report-dir', 'out'], door)).toBe(3)
  expect(door.stderr.text()).toContain(`the report could not be written to ${path.join(cwd, 'out')}`)
  expect(door.stdout.text()).toContain('was rolled back')
})
