import { expect, test } from '@jest/globals'
import type { EngineEffects } from '../../../src/engine/engine-state.ts'
import { installMissing } from '../../../src/engine/install-packages.ts'
import { findings } from './findings-builder.ts'

function effects(stderr = '', exitCode = 0) {
  const ran: string[] = []
  const details: string[] = []
  const fx: EngineEffects = {
    exec: async (file, args, options) => {
      ran.push([file, ...args].join(' '))
      options?.onLine?.('Get:1 http://somewhere bookworm/main amd64 zstd')
      options?.onLine?.('Unpacking zstd (1.5.4) ...')
      return { exitCode, stdout: '', stderr }
    },
    clock: { now: () => 0, sleep: async () => undefined },
    log: {
      info: () => undefined,
      debug: () => undefined,
      warn: () => undefined,
      step: (_title, run) => run(detail => void details.push(detail))
    },
    signal: new AbortController().signal
  }
  return { fx, ran, details }
}
const missing = ['zstd', 'cpio']

test('as root: update, then install, with progress', async () => {
  const { fx, ran, details } = effects()
  await installMissing({ missing, findings: findings() }, fx)
  expect(ran).toHaveLength(2)
  for (const line of ran) expect(line).toContain('-o APT::Get::AllowUnauthenticated=false')
  expect(ran[0]).toMatch(/^env DEBIAN_FRONTEND=noninteractive .*apt-get .* update$/)
  expect(ran[1]).toMatch(/ install -y --no-install-recommends zstd cpio$/)
  expect(details).toEqual(['package lists', 'downloading', 'unpacking zstd'])
})

test('by sudo, which never asks', async () => {
  const { fx, ran } = effects()
  await installMissing({ missing, findings: findings({ apt: { privilege: 'sudo' } }) }, fx)
  expect(ran.every(line => line.startsWith('sudo -n env '))).toBe(true)
})

test('nobody who may: one line that names exactly what is missing, and nothing is run', async () => {
  const { fx, ran } = effects()
  await expect(
    installMissing({ missing, findings: findings({ apt: { privilege: 'none' } }) }, fx)
  ).rejects.toMatchObject({
    code: 'missing-tool',
    message: 'missing: zstd, cpio',
    hint: 'install them with: sudo apt-get install --no-install-recommends zstd cpio'
  })
  expect(ran).toEqual([])
})

test.each([
  ['E: Unable to locate package cpio\n', 'packages-refused', 'apt refused: Unable to locate package cpio'],
  ['E: You do not have enough free space: No space left on device', 'disk-full', 'no space left on the disk']
])('apt says %j', async (stderr, code, message) => {
  const { fx } = effects(stderr, 100)
  await expect(installMissing({ missing, findings: findings() }, fx)).rejects.toMatchObject({ code, message })
})

test('nothing missing runs nothing', async () => {
  const { fx, ran } = effects()
  await installMissing({ missing: [], findings: findings() }, fx)
  expect(ran).toEqual([])
})
