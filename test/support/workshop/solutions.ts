// The right solutions of workshop/solutions/, each as the files that it is.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { states, WORKSHOP } from './course.ts'
import { changed, type Folder, layered, readFolder } from './folder.ts'

/** File → changes of it, each in the form of `edit.ts`. */
export const changes = z.record(z.string(), z.array(z.string()).min(1))

const SOLUTION = z.strictObject({
  title: z.string(),
  differs: z.string(),
  /** The state after a step, the workload of this repository, or nothing. */
  over: z.string(),
  /** Files, or folders with all that is in them. */
  without: z.array(z.string()).default([]),
  changes: changes.default({}),
  /** Role → what plays it: what the grader must find by itself. */
  cast: z.record(z.string(), z.string())
})
export type Solution = z.output<typeof SOLUTION> & { name: string; folder: Folder }

const ROOT = path.join(WORKSHOP, 'solutions')
const REPOSITORY = path.resolve(WORKSHOP, '..')

export const solutionNames = (): string[] => readdirSync(ROOT).sort()

/** @throws with the solution's name for what does not fit */
export function solutions(): Map<string, Solution> {
  const steps = states()
  return new Map(
    solutionNames().map(name => {
      try {
        return [name, read(name, steps)]
      } catch (error) {
        throw new Error(`solutions/${name}: ${(error as Error).message}`)
      }
    })
  )
}

function read(name: string, steps: ReturnType<typeof states>): Solution {
  const about = SOLUTION.parse(parse(readFileSync(path.join(ROOT, name, 'solution.yml'), 'utf8')))
  const kept = withoutFiles(baseOf(about.over, steps), about.without)
  const own = readFolder(path.join(ROOT, name), ['solution.yml'])
  return { ...about, name, folder: layered(withChanges(kept, about.changes), own) }
}

function baseOf(over: string, steps: ReturnType<typeof states>): Folder {
  if (over === 'nothing') return new Map()
  if (over === 'repository') return workload()
  const step = steps.get(over)
  if (!step) throw new Error(`there is no step ${over}`)
  return step.folder
}

/** What of this repository is a solution of the workshop. */
export function workload(): Folder {
  const parts = ['backend', 'redis', 'prometheus'].map(part =>
    [...readFolder(path.join(REPOSITORY, part))].map(
      ([file, content]) => [`${part}/${file}`, content] as const
    )
  )
  const stack = readFileSync(path.join(REPOSITORY, 'docker-compose.yml'), 'utf8')
  return new Map([...parts.flat(), ['docker-compose.yml', { text: stack, isExecutable: false }]])
}

function withoutFiles(folder: Folder, without: readonly string[]): Folder {
  for (const gone of without)
    if (![...folder.keys()].some(file => file === gone || file.startsWith(`${gone}/`)))
      throw new Error(`${gone}: there is no such file to leave out`)
  return new Map(
    [...folder].filter(([file]) => !without.some(gone => file === gone || file.startsWith(`${gone}/`)))
  )
}

/** @throws with the file for a change that does not fit */
export function withChanges(folder: Folder, all: z.output<typeof changes>): Folder {
  let now = folder
  for (const [file, diffs] of Object.entries(all)) for (const diff of diffs) now = changed(now, file, diff)
  return now
}
