import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Assignment, chosen, gradingKinds, loadAssignments } from '../../grading/grading.ts'
import type { Home } from '../requests.ts'
import { passedIn, readHistory } from './history.ts'

export type NextRequest = {
  folder: string
  workshop: string
  /** By number or name; `undefined`: the first that has not been passed. */
  assignment: string | undefined
}
/** `name`, `title` and `text` (Markdown) of an assignment; none when all are done. */
export type NextAssignment = { name: string; title: string; file: string; text: string } | undefined

/**
 * The text of the next assignment: the first of which a check has not passed yet, by what was graded in this folder
 * before. No swarm is asked.
 *
 * @throws `not-found` for an unknown assignment; `input` for a workshop that is not right
 */
export async function nextAssignment(
  { folder, workshop, assignment }: NextRequest,
  home: Home
): Promise<NextAssignment> {
  const assignments = await loadAssignments({
    root: workshop,
    kinds: gradingKinds(NOBODY),
    facts: { NODES: '3', PORT: '80' },
    cast: new Map()
  })
  const next =
    assignment === undefined
      ? firstOpen(assignments, passedIn(await readHistory(folder, home)))
      : chosen(assignments, assignment)
  if (!next) return undefined
  const file = path.join(workshop, 'assignments', next.name, 'README.md')
  return { name: next.name, title: next.title, file, text: await readFile(file, 'utf8') }
}

/** Kinds that look at a solution are not run here. */
const NOBODY = { files: [], read: async () => '', runScripts: async () => [] }

const firstOpen = (assignments: readonly Assignment[], passed: ReadonlySet<string>) =>
  assignments.find(({ checks }) => checks.some(({ id }) => !passed.has(id)))
