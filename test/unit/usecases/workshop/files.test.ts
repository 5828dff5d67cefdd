import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addToHistory, passedIn, readHistory } from '../../../../src/usecases/workshop/history.ts'
import { nextAssignment } from '../../../../src/usecases/workshop/next.ts'
import { startWorkshop } from '../../../../src/usecases/workshop/start.ts'
import { WORKSHOP } from '../../../support/workshop/course.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'workshop-'))
})
afterEach(() => rmSync(base, { recursive: true }))
const homeIn = () => ({ cacheDir: base, stateDir: path.join(base, 'state') })
const graded = (passed: string[], failed: string[], fingerprint = 'f') => ({ fingerprint, passed, failed })

describe('start', () => {
  test('writes the starter with its modes, and leaves what is there alone', async () => {
    const folder = path.join(base, 'mine')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'README.md'), 'my own')
    const { written, kept } = await startWorkshop({ folder, workshop: WORKSHOP })
    expect(kept).toEqual(['README.md'])
    expect(written).toContain('bin/setup-local-swarm')
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe('my own')
    expect(statSync(path.join(folder, 'bin/setup-local-swarm')).mode & 0o100).toBe(0o100)
    expect((await startWorkshop({ folder, workshop: WORKSHOP })).written).toEqual([])
  })

  test('names what it cannot write', async () => {
    writeFileSync(path.join(base, 'file'), '')
    await expect(
      startWorkshop({ folder: path.join(base, 'file'), workshop: WORKSHOP })
    ).rejects.toMatchObject({ code: 'input', hint: expect.stringContaining('workshop start FOLDER') })
    mkdirSync(path.join(base, 'odd/README.md'), { recursive: true })
    await expect(startWorkshop({ folder: path.join(base, 'odd'), workshop: WORKSHOP })).rejects.toMatchObject(
      { code: 'input' }
    )
  })
})

describe('what was graded', () => {
  test('is known by folder; what failed last has not passed', async () => {
    await addToHistory('/a', graded(['x', 'y'], []), homeIn())
    await addToHistory('/a/', graded(['z'], ['x']), homeIn())
    await addToHistory('/b', graded(['only-b'], []), homeIn())
    expect([...passedIn(await readHistory('/a', homeIn()))]).toEqual(['y', 'z'])
    expect(await readHistory('/c', homeIn())).toEqual([])
  })

  test('that cannot be read is nothing', async () => {
    await addToHistory('/a', graded(['x'], []), homeIn())
    const dir = path.join(base, 'workshop')
    const { readdirSync } = await import('node:fs')
    writeFileSync(path.join(dir, readdirSync(dir)[0] ?? ''), '{"schema":1,"grades":[{}]}')
    expect(await readHistory('/a', homeIn())).toEqual([])
  })
})

describe('next', () => {
  const next = (assignment?: string) =>
    nextAssignment({ folder: '/a', workshop: WORKSHOP, assignment }, homeIn())

  test('is the first that has not passed', async () => {
    expect((await next())?.name).toBe('01-local-swarm')
    await addToHistory('/a', graded(['three-nodes', 'nodes-ready', 'several-managers'], []), homeIn())
    const found = await next()
    expect(found?.text).toContain(`# ${Number.parseInt(found?.name ?? '', 10)}. ${found?.title}`)
  })

  test('is any that is named', async () => {
    expect((await next('secrets'))?.name).toBe('15-secrets')
  })
})
