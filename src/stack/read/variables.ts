import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { parseEnvFile } from './env-file.rules.ts'
import type { Findings } from './findings.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import type { ShowPath } from './shown-path.rules.ts'

/**
 * All variables: those of the env files (dotenv; a later file wins) under those that are given. What is wrong with
 * a file is an error finding with its line.
 */
export async function readVariables(
  envFiles: readonly string[],
  given: Variables,
  found: Findings,
  shown: ShowPath
): Promise<Variables> {
  let variables: Variables = {}
  for (const file of envFiles) {
    const text = await readText(file, YAML_BUDGET.bytes).catch(error => {
      const why =
        (error as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read'
      found.add('error', 'missing-file', { file: shown(file), line: 1 }, why, { hint: 'correct --env-file' })
      return ''
    })
    const { variables: read, faults } = parseEnvFile(text, given, variables)
    for (const { line, what } of faults)
      found.add('error', 'bad-env-file', { file: shown(file), line }, what, {
        hint: 'write KEY=VALUE, one on a line'
      })
    variables = { ...variables, ...read }
  }
  return { ...variables, ...given }
}
