import { glob, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import { makeFolder, putFile } from './put.ts'
import type { StandInDefinition } from './stand-ins/definition.ts'

/** Adds a definition's folders, files and links to a root filesystem; what has the same name gives way. */
export async function arrange(root: string, definition: StandInDefinition): Promise<void> {
  for (const [path, folder] of Object.entries(definition.folders ?? {}))
    await makeFolder(root, path, folder.mode)
  for (const [path, { text, isExecutable }] of Object.entries(definition.files ?? {}))
    await putFile(root, path, text, isExecutable ? 0o755 : 0o644)
  for (const [path, target] of Object.entries(definition.links ?? {})) {
    await makeFolder(root, dirname(path))
    await rm(join(root, path), { force: true })
    await symlink(target.includes('*') ? await theOnly(root, target) : target, join(root, path))
  }
}

async function theOnly(root: string, pattern: string): Promise<string> {
  const found: string[] = []
  for await (const path of glob(pattern.replace(/^\//, ''), { cwd: root })) found.push(`/${path}`)
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  throw new SwarmlineError('internal', `${pattern} matches ${found.length} files of the packages, not one`)
}
