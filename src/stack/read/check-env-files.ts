import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { parseServiceEnv } from './env-files.rules.ts'
import type { Findings } from './findings.rules.ts'
import { envFilePaths } from './forms/env-files.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import { type Model, mapping, own } from './plain.rules.ts'
import type { ShowPath } from './shown-path.rules.ts'

/**
 * Says of the env files of services what no reader takes, and which lines docker's own reader takes otherwise than
 * Compose's, which is ours: each file once, however many services have it.
 */
export async function checkEnvFiles(
  model: Model,
  variables: Variables,
  found: Findings,
  shown: ShowPath
): Promise<void> {
  const files = Object.values(mapping(own(model, 'services'))).flatMap(service =>
    envFilePaths(mapping(service))
  )
  for (const file of new Set(files)) {
    const text = await readText(file, YAML_BUDGET.bytes).catch(() => undefined)
    const at = (line: number) => ({ file: shown(file), line })
    if (text === undefined) {
      found.add('error', 'missing-file', at(1), 'the env file cannot be read', {
        hint: 'make it readable for this user'
      })
      continue
    }
    const { faults, differing } = parseServiceEnv(text, variables)
    for (const { line, what } of faults)
      found.add('error', 'bad-env-file', at(line), what, { hint: 'write KEY=VALUE, one on a line' })
    const [first, ...others] = differing
    if (first === undefined) continue
    const also =
      others.length > 0 ? ` (and on ${others.length > 1 ? 'lines' : 'line'} ${shortList(others)})` : ''
    found.add(
      'warning',
      'env-file-form',
      at(first),
      `quotes, comments and variables are read as docker compose reads them${also}, and docker stack deploy alone does not`,
      { hint: 'write values without quotes and comments, and both read the same' }
    )
  }
}

const MOST = 10
const shortList = (lines: readonly number[]): string =>
  [...lines.slice(0, MOST), ...(lines.length > MOST ? ['…'] : [])].join(', ')
