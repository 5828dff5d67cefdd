// Our reading of generated stack files beside `docker stack config`, which needs no engine.
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { generatedSources, VARIABLES } from '../../bench/support/corpus-sources.ts'
import { homeOf } from '../../src/cli/home.rules.ts'
import { dockerTools } from '../../src/images/tools.ts'
import { root } from '../support/cli.ts'
import { joined, type StackText } from '../support/compose-grammar/stack-text.ts'
import { compareAll } from '../support/corpus/compare.ts'
import { askDocker, askTogether } from '../support/corpus/docker-config.ts'
import { readCorpusFile } from '../support/corpus/read-file.ts'
import { realEffects } from '../support/real-effects.ts'

const SEED = Number(process.env.SWARMLINE_CORPUS_SEED ?? 20_261_201)
const FORCED = 740
const COUNT = 200

test(`docker reads generated files of seed ${SEED} as we do`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-agrees-'))
  try {
    const { cacheDir } = homeOf(process.env, root, homedir())
    const { docker } = await dockerTools({ cacheDir, suite: 'trixie' }, realEffects())
    const ask = askDocker(docker, folder, VARIABLES)
    const sources = [...generatedSources(folder, FORCED + COUNT, SEED)]
      .slice(FORCED)
      .filter(({ mark }) => mark?.startsWith('v3 '))
    const join = (some: typeof sources): string => joined(some.map(({ parts }) => parts as StackText))
    const compared = []
    for (const group of Map.groupBy(sources, ({ mark }) => mark).values())
      for (const [source, original] of await askTogether(group, all => join([...all]), ask))
        compared.push({ ...source, original, reading: await readCorpusFile(source) })
    const verdicts = await compareAll(compared, ask, true)
    expect(verdicts.filter(({ accepted }) => accepted === 'both').length).toBeGreaterThan(COUNT / 4)
    expect(
      verdicts.flatMap(({ name, falseRefusals }) => falseRefusals.map(each => [name, each.rule]))
    ).toEqual([])
    expect(verdicts.flatMap(({ name, unexplained }) => unexplained.map(each => `${name}: ${each}`))).toEqual(
      []
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
