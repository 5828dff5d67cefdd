import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import { type ComposeFile, parseComposeFile } from './compose-document.rules.ts'

/**
 * Reads and parses a stack file. Errors: `input`, with file, line and column and the parser's words.
 *
 * @param shownAs how people see its path
 */
export async function readComposeFile(file: string, shownAs = file): Promise<ComposeFile> {
  const text = await readText(file, YAML_BUDGET.bytes, shownAs).catch(cause => {
    if (cause instanceof SwarmlineError) throw cause
    const why = (cause as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read'
    throw new SwarmlineError('input', `${shownAs}: ${why}`, {
      hint: 'name the stack file with --compose-file',
      cause
    })
  })
  return parseComposeFile(file, text, shownAs)
}
