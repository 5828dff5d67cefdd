import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Exec } from '../../../../src/effects/effects.ts'
import { isSlow, majorOf, unpackedQemu } from '../../../../src/engine/vm/emulator.rules.ts'
import { fasterQemu, type ObtainPackages, runQemu } from '../../../../src/engine/vm/emulator.ts'
import { SwarmlineError } from '../../../../src/errors.ts'

const DEBIAN_12 = 'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)'
const DEBIAN_13 = 'QEMU emulator version 10.0.13 (Debian 1:10.0.13+ds-0+deb13u1)'

test('only an old QEMU that emulates is slow', () => {
  expect(isSlow(DEBIAN_12, 'tcg')).toBe(true)
  expect(isSlow(DEBIAN_12, 'kvm')).toBe(false)
  expect(isSlow(DEBIAN_12, 'hvf')).toBe(false)
  expect(isSlow(DEBIAN_13, 'tcg')).toBe(false)
  expect(majorOf('what is this')).toBe(0)
})

test('an unpacked QEMU takes nothing of the machine: loader, libraries, data and modules are its own', () => {
  expect(unpackedQemu('/c/q')).toEqual({
    program: '/c/q/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
    leading: [
      ...['--library-path', '/c/q/usr/lib/x86_64-linux-gnu', '/c/q/usr/bin/qemu-system-x86_64'],
      ...['-L', '/c/q/usr/share/qemu', '-L', '/c/q/usr/share/seabios']
    ],
    env: { QEMU_MODULE_DIR: '/c/q/usr/lib/x86_64-linux-gnu/qemu' }
  })
})

describe('on an emulating machine', () => {
  let cacheDir: string
  beforeEach(() => {
    cacheDir = mkdtempSync(join(tmpdir(), 'sl-emulator-'))
  })
  afterEach(() => rmSync(cacheDir, { recursive: true }))

  /** A machine with `own` QEMU, where unpacking makes a loader that says `unpacked`. */
  function machine(own: string, unpacked: string | null = DEBIAN_13) {
    const said: string[] = []
    const ran: string[] = []
    const ok = (stdout: string) => ({ exitCode: 0, stdout, stderr: '' })
    const exec: Exec = async (file, args) => {
      ran.push(file.split('/').at(-1) ?? '')
      if (file === 'qemu-system-x86_64') return ok(`${own}\nCopyright`)
      if (file === 'dpkg-deb') {
        mkdirSync(join(String(args.at(-1)), 'usr'), { recursive: true })
        return ok('')
      }
      return unpacked ? ok(`${unpacked}\n`) : { exitCode: 127, stdout: '', stderr: 'cannot open libglib' }
    }
    const note = (line: string) => void said.push(line)
    const fx = {
      exec,
      clock: { now: () => 0, sleep: async () => {} },
      signal: new AbortController().signal,
      log: {
        ...{ info: note, debug: note, warn: note },
        step: <T>(title: string, run: (update: () => void) => Promise<T>) => {
          note(title)
          return run(() => {})
        }
      }
    }
    return { fx, said, ran }
  }
  const obtain: ObtainPackages = async () => [{ name: 'qemu-system-x86', path: '/debs/qemu.deb' }]
  const left = () => (existsSync(join(cacheDir, 'vm')) ? readdirSync(join(cacheDir, 'vm')) : [])

  test('a newer one is fetched once, and then there', async () => {
    const first = machine(DEBIAN_12)
    const qemu = await fasterQemu({ cacheDir, obtain }, first.fx)
    expect(qemu).toMatchObject({
      program: join(cacheDir, 'vm/qemu-trixie/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2'),
      version: DEBIAN_13
    })
    expect(left()).toEqual(['qemu-trixie'])
    const again = machine(DEBIAN_12)
    const never: ObtainPackages = () => Promise.reject(new Error('asked for packages'))
    expect(await fasterQemu({ cacheDir, obtain: never }, again.fx)).toEqual(qemu)
  })

  test("the machine's own is good enough when it is new", async () => {
    const { fx, ran } = machine(DEBIAN_13)
    expect(await fasterQemu({ cacheDir, obtain }, fx)).toBeUndefined()
    expect(ran).not.toContain('dpkg-deb')
  })

  test.each<[string, ObtainPackages, string | null, RegExp]>([
    [
      'the packages cannot be had',
      () => Promise.reject(new SwarmlineError('packages-refused', 'apt refused: no mirror')),
      DEBIAN_13,
      /apt refused: no mirror/
    ],
    ['it does not run here', obtain, null, /cannot open libglib/]
  ])("when %s the machine's own does, and the log says why", async (_, source, unpacked, reason) => {
    const { fx, said } = machine(DEBIAN_12, unpacked)
    expect(await fasterQemu({ cacheDir, obtain: source }, fx)).toBeUndefined()
    expect(said.at(-1)).toMatch(reason)
    expect(left()).toEqual([])
  })

  test('one that has spoiled in the cache is not there the next time', async () => {
    await fasterQemu({ cacheDir, obtain }, machine(DEBIAN_12).fx)
    writeFileSync(join(cacheDir, 'vm/qemu-trixie/spoiled'), '')
    expect(await fasterQemu({ cacheDir, obtain }, machine(DEBIAN_12, null).fx)).toBeUndefined()
    expect(left()).toEqual([])
  })
})

test('a QEMU that fails is quoted, whatever program started it', async () => {
  const exec: Exec = async () => ({ exitCode: 1, stdout: '', stderr: 'qemu: no such machine' })
  await expect(runQemu(unpackedQemu('/c'), [], {}, { exec })).rejects.toMatchObject({
    code: 'vm-failed',
    message: 'QEMU failed (1): qemu: no such machine'
  })
})
