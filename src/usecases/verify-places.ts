import path from 'node:path'
import type { Node } from 'yaml'
import type { Log } from '../effects/effects.ts'
import { explain } from '../errors.ts'
import { type ComposeFile, readComposeFile } from '../stack/read/read.ts'
import type { Place } from '../verify/verify.ts'

/**
 * Finds where stack files say what is at a path of keys: the last file that has the longest part of it, which is a
 * service at least. A file that cannot be read is a warning: verdicts then lack its lines.
 */
export async function placesIn(
  files: readonly string[],
  root: string,
  log: Pick<Log, 'warn'>
): Promise<(keys: readonly string[]) => Place | undefined> {
  const read: ComposeFile[] = []
  for (const file of files)
    await readComposeFile(file).then(
      found => void read.push(found),
      (error: unknown) => log.warn(`no lines of the stack file can be shown: ${explain(error)}`)
    )
  return keys => {
    for (let depth = keys.length; depth >= 2; depth--)
      for (const file of read.toReversed()) {
        const node = file.document.getIn(keys.slice(0, depth), true) as Node | undefined
        if (node?.range)
          return { file: shownPath(root, file.path), line: lineOfKey(file, keys.slice(0, depth), node) }
      }
    return undefined
  }
}

/** A mapping begins at its first key, one line below its own: people look for the key. */
function lineOfKey(file: ComposeFile, keys: readonly string[], value: Node): number {
  const parent: unknown = file.document.getIn(keys.slice(0, -1), true)
  const items = (parent as { items?: { key?: Node & { value?: unknown } }[] } | undefined)?.items ?? []
  const key = items.find(item => item.key?.value === keys.at(-1))?.key
  return file.lineOf(key ?? value)
}

function shownPath(root: string, file: string): string {
  const below = path.relative(root, file)
  return below.startsWith('..') ? file : below
}
