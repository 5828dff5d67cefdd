/** A file of an initial RAM disk. */
export type CpioEntry =
  | { path: string; kind: 'folder' }
  | { path: string; kind: 'file'; mode: number; bytes: Uint8Array }
  | { path: string; kind: 'link'; target: string }

/**
 * An archive in the form that the kernel unpacks as initrd (cpio "newc", Linux's
 * Documentation/driver-api/early-userspace/buffer-format). Everything belongs to root and dates from 1970, so the
 * same entries give the same bytes.
 */
export function cpioArchive(entries: readonly CpioEntry[]): Buffer {
  const records = [...entries.map((entry, i) => record(entry.path, modeOf(entry), bytesOf(entry), i + 1))]
  return Buffer.concat([...records, record('TRAILER!!!', 0, Buffer.alloc(0), 0)])
}

function record(path: string, mode: number, bytes: Uint8Array, inode: number): Buffer {
  const name = Buffer.from(`${path}\0`)
  const fields = [inode, mode, 0, 0, 1, 0, bytes.byteLength, 0, 0, 0, 0, name.byteLength, 0]
  const header = `070701${fields.map(n => n.toString(16).padStart(8, '0')).join('')}`
  return Buffer.concat([padded(Buffer.concat([Buffer.from(header), name])), padded(Buffer.from(bytes))])
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4)])
}

function modeOf(entry: CpioEntry): number {
  switch (entry.kind) {
    case 'folder':
      return 0o040755
    case 'link':
      return 0o120777
    case 'file':
      return 0o100000 | entry.mode
  }
}

function bytesOf(entry: CpioEntry): Uint8Array {
  switch (entry.kind) {
    case 'folder':
      return Buffer.alloc(0)
    case 'link':
      return Buffer.from(entry.target)
    case 'file':
      return entry.bytes
  }
}
