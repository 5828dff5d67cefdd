import { describe, expect, jest, test } from '@jest/globals'
import type { Exec } from '../../../src/effects/effects.ts'
import { debianArchive } from '../../../src/engine/apt-targets.rules.ts'
import { probeApt } from '../../../src/engine/probe-apt.ts'
import { probeDocker, probeDockerHub, qemuVersion, said } from '../../../src/engine/probe-programs.ts'
import { type ErrorCode, SwarmlineError } from '../../../src/errors.ts'

/** A machine where only these command lines succeed; everything else is not installed. */
function machine(answers: Record<string, string>): { exec: Exec } {
  return {
    exec: async (file, args) => {
      const line = [file, ...args].join(' ')
      const stdout = answers[line]
      if (stdout === undefined) {
        if (Object.keys(answers).some(known => known.startsWith(`${file} `)))
          return { exitCode: 1, stdout: '', stderr: '' }
        throw new SwarmlineError('missing-tool', `${file} is not installed`)
      }
      return { exitCode: 0, stdout, stderr: '' }
    }
  }
}

describe('programs', () => {
  test('a docker client with one plugin', async () => {
    const fx = machine({
      'docker --version': 'Docker version 28.2.2, build e6534b4',
      'docker compose version': 'Docker Compose version v2.40.0'
    })
    expect(await probeDocker(fx)).toEqual({ version: '28.2.2', plugins: ['compose'] })
  })

  test('none', async () => {
    expect(await probeDocker(machine({}))).toBeUndefined()
    expect(await qemuVersion(machine({}))).toBeUndefined()
  })

  test("QEMU's version", async () => {
    const fx = machine({
      'qemu-system-x86_64 --version': 'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)\nCopyright'
    })
    expect(await qemuVersion(fx)).toBe('7.2.22')
  })

  test('a cancellation is not taken for a missing program', async () => {
    const exec: Exec = () => Promise.reject(new SwarmlineError('cancelled', 'cancelled'))
    await expect(said(exec, 'docker', [])).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('docker.io', () => {
  test('a name that does not resolve', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await probeDockerHub(resolve)).toEqual({ isReachable: false, reason: 'its name does not resolve' })
  })

  test('a port that opens, and one that does not', async () => {
    const resolve = async () => '127.0.0.1'
    expect((await probeDockerHub(resolve, async () => undefined)).isReachable).toBe(true)
    const closed = await probeDockerHub(resolve, () => Promise.reject(new Error('ECONNREFUSED')))
    expect(closed).toEqual({ isReachable: false, reason: 'its port does not open' })
  })

  test('a black hole costs two seconds and no more', async () => {
    jest.useFakeTimers()
    try {
      const finding = probeDockerHub(() => new Promise(() => undefined))
      await jest.advanceTimersByTimeAsync(2000)
      expect(await finding).toEqual({ isReachable: false, reason: 'no answer within 2 s' })
    } finally {
      jest.useRealTimers()
    }
  })
})

describe("Debian's archive in apt's sources", () => {
  test('by what apt has read', () => {
    const targets = [
      'http://a/ubuntu/dists/noble/|Ubuntu|Ubuntu',
      'http://b/debian-security/dists/bookworm-security/|Debian|Debian-Security',
      'http://c/anything/dists/bookworm/|Debian|Debian'
    ].join('\n')
    expect(debianArchive(targets, '')).toBe('http://c/anything/dists/bookworm/')
  })

  test('by its address before the first update', () => {
    const uris = [
      "'http://a/debian-security/dists/bookworm-security/InRelease' x 0",
      "'http://a/debian/dists/bookworm/InRelease' x 0"
    ].join('\n')
    expect(debianArchive('\n', uris)).toBe('http://a/debian/dists/bookworm/')
  })

  test('none', () => {
    expect(
      debianArchive('http://a/ubuntu/dists/noble/|Ubuntu|Ubuntu', "'http://a/debian/dists/x/InRelease'")
    ).toBe(undefined)
    expect(debianArchive('', '')).toBeUndefined()
  })
})

describe('what apt can do here', () => {
  const TARGETS = 'http://a/debian/dists/trixie/|Debian|Debian'
  const whenAsked = (failing: string, code: ErrorCode | undefined) =>
    probeApt('/scratch', {
      exec: async (program, args) => {
        if (`${program} ${args.join(' ')}`.includes(failing)) {
          if (code) throw new SwarmlineError(code, failing)
          return { exitCode: 100, stdout: '', stderr: '' }
        }
        return { exitCode: 0, stdout: args[0] === 'indextargets' ? TARGETS : '', stderr: '' }
      }
    })

  test.each<[string, string, ErrorCode | undefined, string | undefined]>([
    ['it answers', 'nothing', undefined, 'reachable'],
    ['it is not here', 'apt-get', 'missing-tool', undefined],
    ['it takes longer than is waited', 'indextargets', 'timed-out', 'unknown'],
    ['its lists take longer than is waited', '--print-uris', 'timed-out', 'unknown'],
    ['it fails', 'indextargets', undefined, 'unreachable'],
    ['the archive refuses', 'download-file', undefined, 'unreachable'],
    ['the archive takes longer than is waited', 'download-file', 'timed-out', 'unknown']
  ])('%s', async (_, failing, code, archive) => {
    expect((await whenAsked(failing, code))?.archive).toBe(archive)
  })
})
