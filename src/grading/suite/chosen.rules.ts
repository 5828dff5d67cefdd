import { nearest } from '../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Assignment, GradedCheck } from '../assignment.ts'

/**
 * The assignment that a person means by its number (`5`, `05`), its name (`routing-mesh`) or both.
 *
 * @throws `not-found` that says what there is
 */
export function chosen<Check extends GradedCheck>(
  assignments: readonly Assignment<Check>[],
  word: string
): Assignment<Check> {
  const found = assignments.find(({ name }) => {
    const [, number = '', rest = ''] = /^(\d+)-(.*)$/.exec(name) ?? []
    return word === name || word === rest || (/^\d+$/.test(word) && Number(word) === Number(number))
  })
  if (found) return found
  const names = assignments.map(({ name }) => name)
  const meant = nearest(word, [...names, ...names.map(name => name.replace(/^\d+-/, ''))])
  throw new SwarmlineError('not-found', `there is no assignment ${word}`, {
    hint: meant
      ? `did you mean ${meant}?`
      : `give a number from 1 to ${names.length}, or a name such as ${names[0]}`
  })
}

/** Assignments with the checks of theirs, or of others, that those of `wanted` require; nothing else. */
export function withRequired<Check extends GradedCheck>(
  assignments: readonly Assignment<Check>[],
  wanted: readonly Assignment<Check>[]
): Assignment<Check>[] {
  const byId = new Map(assignments.flatMap(({ checks }) => checks.map(check => [check.id, check] as const)))
  const needed = new Set<string>()
  const add = (check: Check): void => {
    if (needed.has(check.id)) return
    needed.add(check.id)
    for (const id of check.requires) {
      const required = byId.get(id)
      if (required) add(required)
    }
  }
  for (const { checks } of wanted) for (const check of checks) add(check)
  return assignments
    .map(assignment => ({
      ...assignment,
      checks: assignment.checks.filter(({ id }) => needed.has(id))
    }))
    .filter(({ checks }) => checks.length > 0)
}
