// Stack files through reading, linting, planning and rendering, without an engine, beside `docker stack config`:
// bin/bench corpus [DIR] [--generate=20000] [--seed=1] [--docker=PROGRAM] [--json]
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { homeOf } from '../src/cli/home.rules.ts'
import { dockerTools } from '../src/images/tools.ts'
import { joined, type StackText } from '../test/support/compose-grammar/stack-text.ts'
import { type Compared, chunksOf, compareAll } from '../test/support/corpus/compare.ts'
import {
  type AskDocker,
  askDocker,
  askTogether,
  type DockerAnswer
} from '../test/support/corpus/docker-config.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { type CorpusResult, corpusFigures } from './support/corpus-figures.ts'
import { filesBelow, generatedSources, type Source, VARIABLES } from './support/corpus-sources.ts'
import { guardedReader } from './support/guarded-reader.ts'

const HANG_MS = 20_000
/** Files in memory at a time. */
const AT_ONCE = 1_000
/** Docker's processes at a time. */
const PROCESSES = 2

const option = (name: string): string | undefined =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const isJson = process.argv.includes('--json')
const folder = process.argv.slice(2).find(arg => !arg.startsWith('--'))
const count = Number(option('generate') ?? (folder === undefined ? 2_000 : 0))
const seed = Number(option('seed') ?? 1)

async function client(): Promise<string> {
  const named = option('docker')
  if (named !== undefined) return named
  const { cacheDir } = homeOf(process.env, path.dirname(import.meta.dirname), homedir())
  return (await dockerTools({ cacheDir, suite: 'trixie' }, realEffects())).docker
}

const sizes = { v3: 100, compose: 1 }

/** What docker says of the files as they are. */
async function originals(
  sources: readonly Source[],
  ask: (of: Source) => AskDocker
): Promise<Map<Source, DockerAnswer>> {
  const answers = new Map<Source, DockerAnswer>()
  const chunks = [...Map.groupBy(sources, ({ mark, name }) => mark ?? name)].flatMap(([mark, group]) =>
    chunksOf(group, mark.startsWith('v3 ') ? sizes.v3 : sizes.compose)
  )
  const next = async (): Promise<void> => {
    for (let chunk = chunks.pop(); chunk; chunk = chunks.pop()) {
      const [first] = chunk
      if (!first) continue
      const join = (some: readonly Source[]): string =>
        first.parts ? joined(some.map(({ parts }) => parts as StackText)) : first.text
      for (const [source, answer] of await askTogether(chunk, join, ask(first))) answers.set(source, answer)
    }
  }
  await Promise.all(Array.from({ length: PROCESSES }, next))
  return answers
}

async function bench(): Promise<void> {
  const docker = await client()
  const scratch = mkdtempSync(path.join(tmpdir(), 'bench-corpus-'))
  const reader = guardedReader(HANG_MS)
  const results: CorpusResult[] = []
  const hangs: string[] = []
  const look = async (sources: readonly Source[]): Promise<void> => {
    const ask = (of: Source): AskDocker => askDocker(docker, path.dirname(of.path), of.variables)
    const answers = await originals(sources, ask)
    const compared: (Compared & { source: Source })[] = []
    for (const source of sources) {
      const { name, isOwn, path: file, text, variables } = source
      const reading = await reader.read({ path: file, text, variables })
      if (reading === 'hang') hangs.push(name)
      else compared.push({ name, isOwn, reading, original: answers.get(source) ?? { refusal: '' }, source })
    }
    const [together, alone] = [
      compared.filter(({ source }) => source.parts),
      compared.filter(({ source }) => !source.parts)
    ]
    const verdicts = await compareAll(together, askDocker(docker, scratch, VARIABLES), true)
    for (const each of alone) verdicts.push(...(await compareAll([each], ask(each.source), false)))
    for (const [i, { reading }] of [...together, ...alone].entries()) {
      const verdict = verdicts[i]
      // What was compared is not needed any more.
      if (verdict) results.push({ verdict, reading: { ...reading, model: undefined, rendered: undefined } })
    }
    if (!isJson) console.log(`${results.length + hangs.length} files`)
  }
  try {
    if (folder !== undefined) await look(filesBelow(folder))
    let waiting: Source[] = []
    if (count > 0)
      for (const source of generatedSources(scratch, count, seed)) {
        waiting.push(source)
        if (waiting.length < AT_ONCE) continue
        await look(waiting)
        waiting = []
      }
    if (waiting.length > 0) await look(waiting)
    console.log(
      JSON.stringify(
        { bench: 'corpus', seed, ...corpusFigures(results, hangs) },
        undefined,
        isJson ? undefined : 1
      )
    )
  } finally {
    await reader.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

await bench()
