// An image made of this machine's own shell: nothing is pulled, and a test's tasks start at once.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { ArchiveEntry } from '../../src/docker/archive.ts'
import type { EngineClient } from '../../src/docker/client.ts'
import { importImage } from '../../src/docker/import-image.ts'

const PROGRAMS = ['/bin/sh', '/bin/sleep', '/bin/cat', '/bin/touch']

/** Programs of this machine, with the libraries that they need, as files of an image at the same paths. */
export function withLibraries(programs: readonly string[]): ArchiveEntry[] {
  const libraries = programs.flatMap(program =>
    [...execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(
      m => m[1] as string
    )
  )
  return [...new Set([...programs, ...libraries])].map(
    (file): ArchiveEntry => ({ kind: 'file', path: file.slice(1), content: readFileSync(file), mode: 0o755 })
  )
}

/** Imports an image `reference` whose `/bin` has sh, sleep, cat and touch, with the libraries that they need. */
export async function importTinyImage(client: EngineClient, reference: string): Promise<void> {
  const folders = ['bin', 'lib', 'lib64', 'tmp', 'etc', 'proc', 'sys', 'dev', 'run'].map(
    (folder): ArchiveEntry => ({ kind: 'folder', path: folder, mode: folder === 'tmp' ? 0o1777 : 0o755 })
  )
  await importImage(client, reference, [...folders, ...withLibraries(PROGRAMS)])
}
