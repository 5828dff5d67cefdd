import { BOUNDS } from './bounds.ts'
import type { Refusal } from './refusal.ts'

/** An entry of a solution’s folder, as a walk that follows no link finds it. */
export type FolderEntry = {
  /** From the top, with `/` between. */
  path: string
  kind: 'file' | 'folder' | 'link' | 'other'
  bytes: number
}

/** Why a folder is not taken; a walk may end at the first bound that is passed. */
export function folderRefusals(entries: readonly FolderEntry[]): Refusal[] {
  const { files, bytes, fileBytes, depth } = BOUNDS.folder
  const refuse = (text: string, hint: string): Refusal => ({ text, hint, place: undefined })
  const sum = entries.reduce((total, entry) => total + entry.bytes, 0)
  return [
    ...(entries.length > files
      ? [refuse(`more than ${files} files and folders`, 'leave out what is not part of the solution')]
      : []),
    ...(sum > bytes
      ? [refuse(`more than ${bytes} bytes`, 'leave out what is not part of the solution')]
      : []),
    ...entries.flatMap(entry => {
      const shown = JSON.stringify(entry.path.slice(0, 200))
      if (entry.kind === 'link')
        return [refuse(`${shown} is a link`, 'put the file itself there: links are not followed')]
      if (entry.kind === 'other') return [refuse(`${shown} is neither a file nor a folder`, 'remove it')]
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      if (/[\u0000-\u001f\u007f]/.test(entry.path))
        return [refuse(`${shown} has control characters in its name`, 'give it another name')]
      if (entry.path.split('/').length > depth)
        return [refuse(`${shown} is too deep`, `use ${depth} folders at most`)]
      return entry.bytes > fileBytes
        ? [refuse(`${shown} has more than ${fileBytes} bytes`, 'leave out what is not part of the solution')]
        : []
    })
  ]
}
