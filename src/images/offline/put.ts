import { chmod, lstat, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Whether something has this name; a link counts whatever it points to. */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  )
}

/** Makes a folder inside `root`, and those above it, with modes that no umask narrows. */
export async function makeFolder(root: string, path: string, mode = 0o755): Promise<void> {
  const parts = path.split('/').filter(Boolean)
  for (const depth of parts.keys()) {
    const folder = join(root, ...parts.slice(0, depth + 1))
    const isLast = depth === parts.length - 1
    const isNew = !(await exists(folder))
    if (isNew) await mkdir(folder)
    if (isNew || (isLast && mode !== 0o755)) await chmod(folder, isLast ? mode : 0o755)
  }
}

/** Writes a file inside `root`, and the folders above it, with modes that no umask narrows. */
export async function putFile(root: string, path: string, text: string, mode = 0o644): Promise<void> {
  await makeFolder(root, dirname(path))
  await writeFile(join(root, path), text)
  await chmod(join(root, path), mode)
}
