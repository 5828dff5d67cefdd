import path from 'node:path'

/** A file's path as people see it. */
export type ShowPath = (file: string) => string

/** From `root` on for what lies in it, so that it can be clicked and pasted there; absolute for everything else. */
export function showPathsFrom(root: string): ShowPath {
  return file => {
    const absolute = path.resolve(file)
    const below = path.relative(root, absolute)
    const isOutside = below === '' || /^\.\.(?:\/|$)/.test(below)
    return isOutside ? absolute : below
  }
}
