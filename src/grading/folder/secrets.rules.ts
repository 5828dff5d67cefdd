import path from 'node:path'
import { fileReferences } from '../allowed/references.rules.ts'

/**
 * Files with the content of secrets that stack files name and the folder does not have: no repository should. Whoever grades
 * makes them, with a random content.
 *
 * @param documents stack files as YAML gives them, by their paths in the folder
 * @returns paths in the folder
 */
export function missingSecretFiles(
  documents: ReadonlyMap<string, unknown>,
  files: readonly string[]
): string[] {
  const named = [...documents].flatMap(([stackFile, document]) =>
    fileReferences(document)
      .filter(({ keys }) => keys[0] === 'secrets')
      .map(({ file }) => path.posix.join(path.posix.dirname(stackFile), file))
  )
  return [...new Set(named)].filter(file => !files.includes(file) && !file.startsWith('../'))
}
