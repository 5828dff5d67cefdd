import path from 'node:path'

/** The current folder, or, for files outside of it, the one in which all of them are. */
export function enclosingFolder(cwd: string, files: readonly string[]): string {
  const isBelow = (folder: string, file: string): boolean =>
    !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file))
  if (files.every(file => isBelow(cwd, file))) return cwd
  let folder = path.dirname(files[0] ?? cwd)
  while (!files.every(file => isBelow(folder, file))) folder = path.dirname(folder)
  return folder
}
