import { readFile } from 'node:fs/promises'
import { SwarmlineError } from '../errors.ts'
import { type ComposeFile, parseComposeFile } from './compose-document.rules.ts'

/**
 * Reads and parses a stack file. Errors: `input`, with file, line and column and the parser's words.
 *
 * @param shownAs how people see its path
 */
export async function readComposeFile(file: string, shownAs = file): Promise<ComposeFile> {
  const text = await readFile(file, 'utf8').catch(cause => {
    const why = (cause as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read'
    throw new SwarmlineError('input', `${shownAs}: ${why}`, {
      hint: 'give the stack file with --compose-file',
      cause
    })
  })
  return parseComposeFile(file, text, shownAs)
}
