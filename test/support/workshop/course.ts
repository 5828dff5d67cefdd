// The whole workshop as data: its assignments in order, and the files of a participant after each of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beyond, changed, type Folder, layered, readFolder } from './folder.ts'
import { type Action, readLesson } from './lesson.ts'

export const WORKSHOP = path.resolve(import.meta.dirname, '../../../workshop')

/** `05-routing-mesh`, in order. */
export const assignmentNames = (): string[] => readdirSync(path.join(WORKSHOP, 'assignments')).sort()

export const readmeOf = (name: string): string =>
  readFileSync(path.join(WORKSHOP, 'assignments', name, 'README.md'), 'utf8')

export const starter = (): Folder => readFolder(path.join(WORKSHOP, 'starter'))

/** @throws with the assignment and the line of the block that does not fit */
export function after(folder: Folder, actions: readonly Action[]): Folder {
  let now = folder
  for (const action of actions)
    try {
      if (action.kind === 'change') now = changed(now, action.file, action.diff)
      if (action.kind === 'write')
        now = layered(now, new Map([[action.file, { text: action.content, isExecutable: false }]]))
      if (action.kind === 'run') now = madeExecutable(now, action.script)
    } catch (error) {
      throw new Error(`line ${action.line}: ${(error as Error).message}`)
    }
  return now
}

/** The one command of the READMEs that changes a file of the participant. */
function madeExecutable(folder: Folder, script: string): Folder {
  const files = [...script.matchAll(/^chmod \+x (\S+)$/gm)].flatMap(([, file]) => file ?? [])
  return layered(
    folder,
    new Map(
      files.map(file => {
        const former = folder.get(file)
        if (!former) throw new Error(`${file}: there is no such file to make executable`)
        return [file, { ...former, isExecutable: true }]
      })
    )
  )
}

/** The state after each assignment, as its README says: name → all files, and those that it made or changed. */
export function states(): Map<string, { folder: Folder; own: Folder }> {
  const found = new Map<string, { folder: Folder; own: Folder }>()
  let now = starter()
  for (const name of assignmentNames()) {
    const before = now
    try {
      now = after(now, readLesson(readmeOf(name)))
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`)
    }
    found.set(name, { folder: now, own: beyond(before, now) })
  }
  return found
}

/** What `workshop/steps/` has of an assignment: whole files over those of the assignments before. */
export function stepFiles(name: string): Folder {
  const at = path.join(WORKSHOP, 'steps', name)
  return existsSync(at) ? readFolder(at, ['swarm.yml']) : new Map()
}
