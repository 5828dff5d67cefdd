import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import type { AnyKind } from '../../verify/verify.ts'
import type { Assignment, RunnableCheck } from '../assignment.ts'
import { readRoles } from '../roles/read-roles.ts'
import type { Role } from '../roles/role.ts'
import { readAssignment } from './read-assignment.ts'
import { requirementFaults } from './requires.rules.ts'

/** Facts of the swarm and of the run that every suite may use as variables. */
export type Facts = { NODES: string; PORT: string }

export type WorkshopSource = {
  /** The folder with `roles.yml` and `assignments/`. */
  root: string
  kinds: readonly AnyKind[]
  facts: Facts
  /** Names of what plays each role. A role without one has a name that nothing has. */
  cast: ReadonlyMap<string, string>
}

export async function loadRoles(root: string): Promise<Role[]> {
  const file = path.join(root, 'roles.yml')
  const read = readRoles(file, 'roles.yml', await readText(file, YAML_BUDGET.bytes))
  if ('roles' in read) return read.roles
  throw refused(read.faults)
}

/**
 * All assignments, in order.
 *
 * @throws `input` that names every fault of every suite, with its file, line and column
 */
export async function loadAssignments(source: WorkshopSource): Promise<Assignment<RunnableCheck>[]> {
  const { root, facts, cast } = source
  const roles = (await loadRoles(root)).map(({ name }) => name)
  const values = new Map<string, string>([
    ...roles.flatMap(role => [[role, nobody(role)] as const, [`${role}_FILE`, nobody(role)] as const]),
    ...Object.entries(facts),
    ...cast
  ])
  const kinds = new Map(source.kinds.map(kind => [kind.name, kind]))
  const folder = path.join(root, 'assignments')
  const names = (await readdir(folder)).sort()
  const read = await Promise.all(
    names.map(async name => {
      const file = path.join(folder, name, 'checks.yml')
      return readAssignment({
        ...{ path: file, shownAs: `assignments/${name}/checks.yml`, name, kinds, roles },
        text: await readText(file, YAML_BUDGET.bytes),
        valueOf: variable => values.get(variable),
        names: [...values.keys()]
      })
    })
  )
  const faults = read.flatMap(each => ('faults' in each ? each.faults : []))
  if (faults.length > 0) throw refused(faults)
  const assignments = read.flatMap(each => ('assignment' in each ? each.assignment : []))
  const wrong = requirementFaults(assignments)
  if (wrong.length > 0) throw refused(wrong.map(fault => ({ ...fault, column: 1 })))
  return assignments
}

/** A name that a check can have, and that nothing in a swarm has. */
const nobody = (role: string): string => `nobody-is-${role.toLowerCase().replaceAll('_', '-')}`

function refused(
  faults: readonly { file: string; line: number; column: number; text: string }[]
): SwarmlineError {
  const lines = faults.map(({ file, line, column, text }) => `${file}:${line}:${column}: ${text}`)
  return new SwarmlineError('input', lines.join('\n'), {
    hint: 'see “How a suite is written” in workshop/README.md'
  })
}
