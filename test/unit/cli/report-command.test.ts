import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { writeReport } from '../../../src/report/write.ts'
import { history } from '../../../src/usecases/read-reports.ts'
import { reportStep } from '../../../src/usecases/report-step.ts'
import { showReport } from '../../../src/usecases/show-report.ts'
import { sampleVerify } from '../../support/action-samples.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'
import { fakeDoor } from './fake-door.ts'

let cwd = ''
beforeEach(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'report-command-'))
  await writeReport(passingReport(), path.join(cwd, 'runs', 'a'))
  await writeReport({ ...failingReport(), startedAt: '2026-11-24T00:00:00Z' }, path.join(cwd, 'runs', 'b'))
})
afterEach(() => rmSync(cwd, { recursive: true }))
const door = () => fakeDoor({ showReport, history }, { cwd })
const said = async (...argv: string[]) => {
  const own = door()
  const exitCode = await run(['report', ...argv], own)
  return { exitCode, out: own.stdout.text(), err: own.stderr.text() }
}

test('a report again, on the terminal and in every other form', async () => {
  expect(await said('runs/a')).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^Passed in 2 min 24 s/)
  })
  expect((await said('runs/b/report.json', '--as', 'summary')).out).toMatch(/^## ❌ Run of workshop: failed/)
  expect((await said('runs/b', '--as', 'html')).out).toMatch(/^<!doctype html>/)
  expect((await said('runs/b', '--as', 'junit')).out).toMatch(/^<\?xml /)
  expect(JSON.parse((await said('runs/b', '--as', 'ctrf')).out)).toMatchObject({ reportFormat: 'CTRF' })
  expect(JSON.parse((await said('runs/b', '--as', 'annotations')).out)).toHaveLength(4)
  expect(JSON.parse((await said('runs/b', '--json')).out)).toMatchObject({ schema: 2, status: 'fail' })
})

test('runs side by side: by a folder of folders, by several, by a pattern', async () => {
  for (const places of [['runs'], ['runs/a', 'runs/b'], ['r*/?'], ['runs/*/report.json']]) {
    const { runs } = JSON.parse((await said('--history', ...places, '--json')).out)
    expect(runs.map((each: { place: string }) => path.relative(cwd, each.place))).toEqual([
      'runs/a/report.json',
      'runs/b/report.json'
    ])
  }
  expect((await said('--history', 'runs', '--last', '1')).out).toMatch(/\n1 +2026-11-24/)
})

test('one that cannot be read is left out, and said; none at all is an error', async () => {
  mkdirSync(path.join(cwd, 'runs', 'c'))
  writeFileSync(path.join(cwd, 'runs', 'c', 'report.json'), '{"schema": 1}')
  const { exitCode, out, err } = await said('--history', 'runs')
  expect([exitCode, err]).toEqual([0, expect.stringContaining('left out')])
  expect(out).toMatch(/\n2 +2026-11-24/)
  expect(await said('--history', 'nowhere*')).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/there is no report at/)
  })
  expect((await said('nowhere')).err).toMatch(/there is no report at/)
})

test('usage: one report at a time, a form that there is', async () => {
  expect(await said('runs/a', 'runs/b')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--history')
  })
  expect(await said('runs/a', '--as', 'pdf')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--as')
  })
})

test('verify leaves a report where it is told to, with the evidence beside it', async () => {
  const asked: unknown[] = []
  const verify = async (request: { suite?: { evidenceDir?: string } }) => {
    asked.push(request.suite?.evidenceDir)
    return sampleVerify('pass', 'inconclusive')
  }
  const own = fakeDoor({ verify: verify as never, reportStep }, { cwd })
  const argv = ['verify', 'shop', '--docker-host', 'ssh://ops@swarm', '--report-dir', 'out']
  expect(await run(argv, own)).toBe(1)
  expect(readdirSync(path.join(cwd, 'out')).toSorted()).toEqual([
    'ctrf.json',
    'index.html',
    'junit.xml',
    'report.json'
  ])
  expect((await showReport(path.join(cwd, 'out'), 'json')).report).toMatchObject({
    status: 'inconclusive',
    source: { stack: 'shop', swarm: 'the swarm at ssh://ops@swarm' }
  })
  writeFileSync(path.join(cwd, 's.yml'), '')
  await run([...argv, '--suite', 's.yml'], own)
  const evidence = path.join(cwd, 'out', 'evidence')
  expect(asked).toEqual([evidence, evidence])
})
