import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { waitFor } from '../../src/effects/wait-for.ts'
import { buildVm } from '../../src/engine/vm/build.ts'
import { vmCache } from '../../src/engine/vm/files.ts'
import { pidsOf, stays } from '../support/leftovers.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'

let cacheDir: string
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'swarmline-build-'))
})
afterEach(() => rmSync(cacheDir, { recursive: true, force: true }))

/** Processes, mounts and files of a build; of one that failed the log stays. */
async function expectNothingLeft(but: string[] = []): Promise<void> {
  expect(await stays(() => pidsOf(cacheDir))).toEqual([])
  const mounts = () => readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
  expect(await stays(() => mounts().filter(mount => mount.includes(`${cacheDir}/vm`)))).toEqual([])
  expect(readdirSync(vmCache(cacheDir))).toEqual(but)
}

test('a suite that does not exist is told in the words of apt', async () => {
  const building = buildVm({ suite: 'nosuchsuite', cacheDir }, realEffects())
  await expect(building).rejects.toMatchObject({
    code: 'packages-refused',
    message: expect.stringMatching(/from the packages of Debian nosuchsuite: .*(Release|404|nosuchsuite)/)
  })
  await expectNothingLeft(['failed-build.log'])
})

test('a build that is cancelled in the middle leaves nothing', async () => {
  const abort = new AbortController()
  const fx = realEffects(abort)
  const building = expect(buildVm({ suite: 'trixie', cacheDir }, fx)).rejects.toMatchObject({
    code: 'cancelled'
  })
  const isInTheMiddle = async () => fx.lines.some(line => line.startsWith('extracting')) || undefined
  await waitFor('the build unpacks', isInTheMiddle, { clock: fx.clock, deadlineMs: 240_000 })
  abort.abort()
  await building
  await expectNothingLeft()
})

test('what a killed build has left goes away with the next one', async () => {
  const stale = join(vmCache(cacheDir), 'building-abcdef', 'root')
  mkdirSync(stale, { recursive: true })
  await expect(buildVm({ suite: 'nosuchsuite', cacheDir }, realEffects())).rejects.toThrow()
  expect(existsSync(stale)).toBe(false)
})

describeIf(process.getuid?.() === 0, 'not root', 'on a disk that is full', () => {
  test('the build says so and leaves nothing', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', cacheDir])
    try {
      const building = buildVm({ suite: 'trixie', cacheDir }, realEffects())
      await expect(building).rejects.toMatchObject({
        code: 'disk-full',
        hint: expect.stringContaining('free 2 GB')
      })
      await expectNothingLeft()
    } finally {
      execFileSync('umount', ['--lazy', cacheDir])
    }
  })
})
