import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib'
import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { findPayload } from './bzimage.rules.ts'
import { cpioArchive } from './cpio.rules.ts'
import { INITRD_INIT } from './guest/initrd-init.ts'

/** Unpacks Debian's kernel here, once, instead of at every start in an emulated processor. */
export async function writeKernel(image: string, target: string, fx: EngineEffects): Promise<void> {
  const { packer, payload } = findPayload(await readFile(image))
  if (packer === 'xz') {
    const packed = `${target}.xz`
    await writeFile(packed, payload)
    await fx.exec('xz', ['-d', packed])
  } else await writeFile(target, packer === 'zstd' ? zstdDecompressSync(payload) : gunzipSync(payload))
  const magic = (await readFile(target)).subarray(0, 4).toString('latin1')
  if (magic !== '\x7fELF') throw new SwarmlineError('vm-failed', 'the unpacked kernel is not an ELF file')
}

/** The first part of the initrd; the part with a VM's keys is appended when that VM starts. */
export async function writeInitrd(boot: string, target: string): Promise<void> {
  const archive = cpioArchive([
    ...['bin', 'dev', 'keys', 'root'].map(path => ({ path, kind: 'folder' as const })),
    { path: 'bin/busybox', kind: 'file', mode: 0o755, bytes: await readFile(join(boot, 'busybox')) },
    { path: 'bin/sh', kind: 'link', target: 'busybox' },
    { path: 'virtio_blk.ko', kind: 'file', mode: 0o644, bytes: await readFile(join(boot, 'virtio_blk.ko')) },
    { path: 'init', kind: 'file', mode: 0o755, bytes: Buffer.from(INITRD_INIT) }
  ])
  await writeFile(target, gzipSync(archive, { level: 1 }))
}
