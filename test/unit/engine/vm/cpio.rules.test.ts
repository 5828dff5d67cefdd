import { expect, test } from '@jest/globals'
import { cpioArchive } from '../../../../src/engine/vm/cpio.rules.ts'

/** Reads an archive as the kernel does: header, name, content, each to a multiple of four. */
function read(archive: Buffer): { path: string; mode: string; content: string; inode: number }[] {
  const entries = []
  for (let at = 0; ; ) {
    expect(archive.subarray(at, at + 6).toString()).toBe('070701')
    const field = (i: number) =>
      Number.parseInt(archive.subarray(at + 6 + i * 8, at + 14 + i * 8).toString(), 16)
    const nameEnd = at + 110 + field(11)
    const path = archive.subarray(at + 110, nameEnd - 1).toString()
    const start = Math.ceil(nameEnd / 4) * 4
    const content = archive.subarray(start, start + field(6)).toString()
    const [mode, inode] = [field(1).toString(8), field(0)]
    at = Math.ceil((start + field(6)) / 4) * 4
    if (path === 'TRAILER!!!') {
      expect(at).toBe(archive.length)
      return entries
    }
    entries.push({ path, mode, content, inode })
  }
}

test('folders, files and links arrive with their modes, each with its own inode', () => {
  const archive = cpioArchive([
    { path: 'bin', kind: 'folder' },
    { path: 'bin/sh', kind: 'link', target: 'busybox' },
    { path: 'keys/host_key', kind: 'file', mode: 0o600, bytes: Buffer.from('secret') },
    { path: 'init', kind: 'file', mode: 0o755, bytes: Buffer.from('') }
  ])
  expect(read(archive)).toEqual([
    { path: 'bin', mode: '40755', content: '', inode: 1 },
    { path: 'bin/sh', mode: '120777', content: 'busybox', inode: 2 },
    { path: 'keys/host_key', mode: '100600', content: 'secret', inode: 3 },
    { path: 'init', mode: '100755', content: '', inode: 4 }
  ])
})

test('the same entries give the same bytes, a multiple of four of them', () => {
  const entries = [1, 2, 3, 4].map(n => ({
    path: 'x'.repeat(n),
    kind: 'file' as const,
    mode: 0o644,
    bytes: Buffer.alloc(n)
  }))
  expect(cpioArchive(entries)).toEqual(cpioArchive(entries))
  expect(cpioArchive(entries).length % 4).toBe(0)
  expect(read(cpioArchive(entries))).toHaveLength(4)
})
