import { posix } from 'node:path'
import type { Acceleration } from '../engine-state.ts'

/** How a QEMU is started. */
export type QemuProgram = {
  program: string
  /** What stands before QEMU's own arguments. */
  leading: readonly string[]
  env: Readonly<Record<string, string>>
}

/**
 * A QEMU that lies unpacked from Debian's packages in a folder. It is started by the loader that came with it and
 * finds the libraries beside it, so nothing of it has to fit this machine. Started that way it does not know where
 * it lies: its data and modules must be named, or it would take those of this machine's own QEMU.
 */
export function unpackedQemu(folder: string): QemuProgram {
  const libraries = posix.join(folder, 'usr/lib/x86_64-linux-gnu')
  return {
    program: posix.join(libraries, 'ld-linux-x86-64.so.2'),
    leading: [
      ...['--library-path', libraries, posix.join(folder, 'usr/bin/qemu-system-x86_64')],
      ...['-L', posix.join(folder, 'usr/share/qemu'), '-L', posix.join(folder, 'usr/share/seabios')]
    ],
    env: { QEMU_MODULE_DIR: posix.join(libraries, 'qemu') }
  }
}

/**
 * From 10 on emulated programs start four times as fast as in 7.2, which Debian 12 has (60 × `perl -e1` in the
 * guest: 2 s against 8). What is accelerated is as fast with either.
 */
const FAST_MAJOR = 10

export function isSlow(version: string, acceleration: Acceleration): boolean {
  return acceleration === 'tcg' && majorOf(version) < FAST_MAJOR
}

/** `QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)` → 7; 0 when it says no version. */
export function majorOf(version: string): number {
  return Number(/\bversion (\d+)/.exec(version)?.[1] ?? 0)
}
