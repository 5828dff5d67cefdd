// Generated stack files: every key of docker's schema and of the Compose Specification, and their usual mixtures.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ENV_FILES, VARIABLES } from '../../../bench/support/corpus-sources.ts'
import { generatedFiles } from '../../support/compose-grammar/generated.ts'
import { pathsOf } from '../../support/compose-grammar/grammar.ts'
import { pathsIn } from '../../support/compose-grammar/stack-file.ts'
import { joined } from '../../support/compose-grammar/stack-text.ts'
import { errorsOf } from '../../support/corpus/compare.ts'
import { type Reading, readCorpusFile } from '../../support/corpus/read-file.ts'

const SEED = Number(process.env.SWARMLINE_CORPUS_SEED ?? 20_261_201)
const COUNT = 850

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grammar-'))
  for (const [name, text] of Object.entries(ENV_FILES)) writeFileSync(path.join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (text: string): Promise<Reading> =>
  readCorpusFile({ path: path.join(folder, 'stack.yml'), text, variables: VARIABLES })

test(`what is generated with seed ${SEED} is read without a crash, and read the same again`, async () => {
  const seen = { v3: new Set<string>(), compose: new Set<string>() }
  for (const { number, grammar, model, text } of generatedFiles(COUNT, SEED)) {
    for (const each of pathsIn(grammar, model)) seen[grammar].add(each)
    const first = await read(joined([text]))
    const about = { number, text: joined([text]) }
    expect({ ...about, crash: first.crash }).toEqual({ ...about, crash: undefined })
    if (errorsOf(first).length > 0) continue
    const again = await read(String(first.rendered))
    expect({ ...about, errors: errorsOf(again), rendered: again.rendered }).toEqual({
      ...about,
      errors: [],
      rendered: first.rendered
    })
  }
  for (const grammar of ['v3', 'compose'] as const)
    expect(pathsOf(grammar).filter(each => !seen[grammar].has(each))).toEqual([])
})
