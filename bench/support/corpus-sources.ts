// Where the files of a corpus come from: a folder, or a generator.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedFiles } from '../../test/support/compose-grammar/generated.ts'
import { joined, type StackText } from '../../test/support/compose-grammar/stack-text.ts'
import type { CorpusFile } from '../../test/support/corpus/read-file.ts'

export type Source = CorpusFile & {
  name: string
  isOwn: (key: string) => boolean
  /** Files with the same mark are read by docker together. */
  parts?: StackText
  mark?: string
}

export const VARIABLES = { TAG: 'v1', HOME: '/root' }

/** All YAML files below a folder that have services. Each variable that they name without a default is `1`. */
export function filesBelow(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .flatMap(name => {
      const file = path.resolve(folder, name)
      const text = readFileSync(file, 'utf8')
      if (!/^services\s*:/m.test(text)) return []
      const names = [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, variable = '']) => variable)
      const variables = Object.fromEntries(names.map(variable => [variable, '1']))
      return [{ name, path: file, text, variables, isOwn: () => true }]
    })
}

/** In a folder that has the env files which they name. */
export function* generatedSources(folder: string, count: number, seed: number): Generator<Source> {
  for (const [name, text] of Object.entries(ENV_FILES)) writeFileSync(path.join(folder, name), text)
  for (const { number, grammar, text, isOwn } of generatedFiles(count, seed))
    yield {
      name: `generated ${number} of seed ${seed}`,
      path: path.join(folder, 'stack.yml'),
      text: joined([text]),
      variables: VARIABLES,
      isOwn,
      parts: text,
      // Those that docker refuses are not to spoil the others' batch.
      mark: `${grammar} ${text.version}`
    }
}

export const ENV_FILES = { 'one.env': 'ONE=1\n', 'two.env': 'TWO=two words\n' }
