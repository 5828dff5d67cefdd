// The wrong solutions of workshop/mutants/: each as the files that it is, and what must become of it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { states, WORKSHOP } from './course.ts'
import { type Folder, layered } from './folder.ts'
import { changes, solutions, withChanges } from './solutions.ts'

const MUTANT = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  kind: z.enum(['mistake', 'cheat', 'hostile']),
  /** A solution, or a step; that of the file where nothing is said. */
  over: z.string().optional(),
  without: z.array(z.string()).default([]),
  changes: changes.default({}),
  files: z.record(z.string(), z.string()).default({}),
  modes: z.record(z.string(), z.enum(['0644', '0755'])).default({}),
  /** Symbolic links, which a folder as data cannot have: path → where it leads. */
  links: z.record(z.string(), z.string()).default({}),
  /** What docker is told on a swarm that runs already: such a mutant is graded there. */
  commands: z.array(z.array(z.string())).optional(),
  /** It is refused, and a part of the words that say why. */
  refused: z.string().optional(),
  /** Something goes wrong before the checks, and a part of the words. */
  obstacle: z.string().optional(),
  /** `nothing`: only checks of files can pass. */
  runs: z.literal('nothing').optional(),
  /** Checks that fail by themselves, each with a part of what was seen. What requires them waits. */
  fails: z.record(z.string(), z.string()).default({}),
  /** The harm that must not be there afterwards. */
  harm: z.string().optional()
})
const FILE = z.strictObject({ over: z.string(), mutants: z.array(MUTANT).min(1) })

export type Mutant = z.output<typeof MUTANT> & { area: string; folder: Folder; cast: Record<string, string> }

const ROOT = path.join(WORKSHOP, 'mutants')

/** @throws with the mutant’s name for what does not fit */
export function mutants(): Mutant[] {
  const known = solutions()
  const steps = states()
  const book = known.get('by-the-book')
  return readdirSync(ROOT)
    .sort()
    .flatMap(file => {
      const area = file.replace(/\.yml$/, '')
      const { over, mutants: all } = FILE.parse(parse(readFileSync(path.join(ROOT, file), 'utf8')))
      return all.map(mutant => {
        const base = mutant.over ?? over
        const folder = known.get(base)?.folder ?? steps.get(base)?.folder
        try {
          if (!folder) throw new Error(`there is neither a solution nor a step ${base}`)
          return {
            ...mutant,
            area,
            folder: changedFolder(folder, mutant),
            cast: known.get(base)?.cast ?? book?.cast ?? {}
          }
        } catch (error) {
          throw new Error(`mutants/${file}: ${mutant.id}: ${(error as Error).message}`)
        }
      })
    })
}

function changedFolder(base: Folder, mutant: z.output<typeof MUTANT>): Folder {
  for (const gone of mutant.without)
    if (!base.has(gone)) throw new Error(`${gone}: there is no such file to leave out`)
  const kept = new Map([...base].filter(([file]) => !mutant.without.includes(file)))
  const now = layered(
    withChanges(kept, mutant.changes),
    new Map(Object.entries(mutant.files).map(([file, text]) => [file, { text, isExecutable: false }]))
  )
  return layered(
    now,
    new Map(
      Object.entries(mutant.modes).map(([file, mode]) => {
        const former = now.get(file)
        if (!former) throw new Error(`${file}: there is no such file to change the mode of`)
        return [file, { ...former, isExecutable: mode === '0755' }]
      })
    )
  )
}

/** How many lines a mutant changes: removed and added ones of each place count as one pair. */
export function changedLines({ changes: all, files, without, modes, links }: Mutant): number {
  const diffs = Object.values(all).flat()
  const count = (diff: string, mark: string) => diff.split('\n').filter(line => line.startsWith(mark)).length
  return (
    diffs.reduce((sum, diff) => sum + Math.max(count(diff, '+'), count(diff, '-')), 0) +
    Object.values(files).reduce((sum, text) => sum + text.trimEnd().split('\n').length, 0) +
    without.length +
    Object.keys(modes).length +
    Object.keys(links).length
  )
}
