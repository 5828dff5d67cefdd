import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { EngineEffects } from '../engine-state.ts'
import { cpioArchive } from './cpio.rules.ts'
import type { VmFiles } from './files.ts'
import type { RunFolder } from './run-folder.ts'

/**
 * Makes the keys of one VM: one that opens it, and its host key, which is pinned. The VM gets its half in a second
 * archive behind the common initrd, so that no secret lies in the cache.
 */
export async function makeKeys(
  paths: RunFolder,
  files: VmFiles,
  fx: Pick<EngineEffects, 'exec'>
): Promise<void> {
  const hostKey = join(paths.folder, 'host_key')
  await Promise.all([generate(paths.identity, 'swarmline', fx), generate(hostKey, 'swarmline-vm', fx)])
  const keys = cpioArchive([
    { path: 'keys/host_key', kind: 'file', mode: 0o600, bytes: await readFile(hostKey) },
    {
      path: 'keys/authorized_keys',
      kind: 'file',
      mode: 0o600,
      bytes: await readFile(`${paths.identity}.pub`)
    }
  ])
  const common = await readFile(files.initrdPath)
  await writeFile(paths.initrd, Buffer.concat([common, gzipSync(keys, { level: 1 })]), { mode: 0o600 })
  await rm(hostKey)
}

async function generate(path: string, comment: string, fx: Pick<EngineEffects, 'exec'>): Promise<void> {
  await rm(path, { force: true })
  await fx.exec('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', path])
}
