import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import type { ScriptRun, Solution } from './solution.ts'

/** A file as it goes into the closed room. */
export type SolutionFile = { path: string; content: Buffer; isExecutable: boolean }

const MOST_FILES = 2000
const MOST_BYTES = 256 * 1024
const NOT_THEIRS = ['.git', 'node_modules']

/**
 * A participant’s folder. Links are not followed, and nothing outside of the folder is read.
 *
 * @param runScripts what runs the scripts of `bin/`, given all files; called once at most
 * @throws `not-found` when there is no such folder; `input` when it holds more than 2,000 files
 */
export async function readSolution(
  root: string,
  runScripts: (files: () => Promise<SolutionFile[]>) => Promise<ScriptRun[]>
): Promise<Solution> {
  const found = await filesIn(root)
  const modes = new Map(found.map(file => [file.path, file.isExecutable]))
  const read = async (file: string): Promise<Buffer> => {
    if (!modes.has(file)) throw new SwarmlineError('input', `there is no file ${file}`)
    return (await readFile(path.join(root, file))).subarray(0, MOST_BYTES)
  }
  const contents = () =>
    Promise.all(
      found.map(async ({ path: file, isExecutable }) => ({
        path: file,
        isExecutable,
        content: await read(file)
      }))
    )
  let runs: Promise<ScriptRun[]> | undefined
  return {
    files: [...modes.keys()],
    read: async file => (await read(file)).toString('utf8'),
    runScripts: () => {
      runs ??= runScripts(contents)
      return runs
    }
  }
}

type Found = { path: string; isExecutable: boolean }

async function filesIn(root: string): Promise<Found[]> {
  const found: Found[] = []
  const visit = async (below: string): Promise<void> => {
    for (const entry of await entriesOf(root, below)) {
      if (NOT_THEIRS.includes(entry.name)) continue
      const file = path.posix.join(below, entry.name)
      if (entry.isDirectory()) await visit(file)
      else if (entry.isFile())
        found.push({ path: file, isExecutable: ((await lstat(path.join(root, file))).mode & 0o100) !== 0 })
      if (found.length > MOST_FILES)
        throw new SwarmlineError('input', `${root} holds more than ${MOST_FILES} files`, {
          hint: 'name the folder of your solution with --dir'
        })
    }
  }
  await visit('')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function entriesOf(root: string, below: string) {
  try {
    return await readdir(path.join(root, below), { withFileTypes: true })
  } catch (cause) {
    throw new SwarmlineError('not-found', `the folder ${path.join(root, below)} cannot be read`, {
      hint: 'name the folder of your solution with --dir',
      cause
    })
  }
}
