import { pack } from 'tar-stream'

/** One entry of a tar archive; the owner is always root. */
export type ArchiveEntry =
  | { kind: 'file'; path: string; content: string | Uint8Array; mode?: number; modifiedAt?: Date }
  | { kind: 'folder'; path: string; mode?: number }
  | { kind: 'link'; path: string; target: string }

/** A tar archive in memory: what the Engine API takes for images and for files put into a container. */
export async function packArchive(entries: readonly ArchiveEntry[]): Promise<Buffer> {
  const archive = pack()
  for (const entry of entries) {
    if (entry.kind === 'folder')
      archive.entry({ name: `${entry.path}/`, type: 'directory', mode: entry.mode ?? 0o755 })
    else if (entry.kind === 'link')
      archive.entry({ name: entry.path, type: 'symlink', linkname: entry.target })
    else
      archive.entry(
        {
          name: entry.path,
          mode: entry.mode ?? 0o644,
          ...(entry.modifiedAt ? { mtime: entry.modifiedAt } : {})
        },
        Buffer.from(entry.content)
      )
  }
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
