import path from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import type { ComposeFile } from './compose-document.rules.ts'
import type { Findings } from './findings.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import { merge, settled } from './merge.rules.ts'
import type { Origins } from './origins.rules.ts'
import type { Model } from './plain.rules.ts'
import type { ShowPath } from './shown-path.rules.ts'
import { SourceReader } from './source-reader.ts'

/**
 * The stack files in one model, in canonical form: variables replaced, includes and bases laid under, later files
 * over earlier ones. Relative paths start at the first file's folder (those of a file that is included or extended at
 * its own). `files` are all that were read.
 *
 * @throws `input`: all files that are not there or no YAML, at once
 */
export async function readFiles(
  [first, ...rest]: readonly [string, ...string[]],
  about: {
    variables: Variables
    origins: Origins
    found: Findings
    shown: ShowPath
    root?: string | undefined
    /** Of files that are on no disk, by path. */
    texts?: Readonly<Record<string, string>>
  }
): Promise<{ files: readonly ComposeFile[]; model: Model; declared: unknown }> {
  const { variables, origins, found, shown, root, texts = {} } = about
  const reader = new SourceReader(variables, origins, found, shown, root, texts)
  const projectDir = path.dirname(path.resolve(first))
  const errors: SwarmlineError[] = []
  let model: Model = {}
  for (const file of [first, ...rest]) {
    try {
      model = merge(model, (await reader.read(file, projectDir)).model, origins) as Model
    } catch (error) {
      if (!(error instanceof SwarmlineError)) throw error
      errors.push(error)
    }
  }
  const [only] = errors
  if (only && errors.length === 1) throw only
  if (only)
    throw new SwarmlineError('input', errors.map(error => error.message).join('; '), {
      ...(only.hint === undefined ? {} : { hint: only.hint }),
      cause: only
    })
  const whole = settled(model, origins) as Model
  return { files: reader.files, model: whole, declared: whole.version }
}
